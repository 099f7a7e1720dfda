#include "scanner/scan.h"

#include <algorithm>
#include <future>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include "common/line_hash.h"
#include "common/share_out.h"
#include "common/utf8.h"
#include "scanner/collapse.h"
#include "scanner/context/placeholders.h"
#include "scanner/detectors.h"
#include "scanner/fingerprint.h"
#include "scanner/gate/gate.h"
#include "scanner/look.h"
#include "scanner/make_document.h"
#include "scanner/source/tree_source.h"
#include "scanner/suppressions.h"
#include "scanner/tree_repository.h"

namespace ropc::scanner {
namespace {

/// What all threads share.
struct Scanner {
  const rules::RuleSet& rules;
  const Gate& gate;
  const RuleMatcher& matcher;
  const ClangWorkers& clang;
};

/// What came of one file; only of files with something to tell.
struct FileResult {
  std::size_t index = 0;
  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;
  std::vector<EyeAsking> asks;  ///< see Look::asks
  std::optional<UnitCoverage> unit;

  [[nodiscard]] bool tells() const { return !findings.empty() || !diagnostics.empty() || !asks.empty() || unit; }
};

/// One thread's share; added up afterwards.
struct Share {
  std::vector<FileResult> results;
  ScanCoverage coverage;
};

void set_line_facts(const Document& document, std::vector<Finding>& findings) {
  std::vector<std::uint32_t> lines;
  for (const Finding& finding : findings) lines.push_back(finding.where.line);
  const std::vector<std::string> hashes = line_hashes(document.text, lines);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    Finding& finding = findings[i];
    finding.line_hash = hashes[i];
    finding.utf16_column = utf16_column(line_text(document.text, document.lines, finding.where.line), finding.where.column);
    finding.utf16_end_column =
        utf16_column(line_text(document.text, document.lines, finding.where.end_line), finding.where.end_column);
  }
}

/// From what the eyes saw to what is told of a file.
FileResult result_of(std::size_t index, const Document& document, const Scanner& scanner, const Repository& repository, Look look) {
  if (look.findings.size() >= DocumentMatch::kMaxFindings)
    look.diagnostics.push_back({Diagnostic::Level::warning, "this file has more findings than are told; look at it as a whole",
                                {document.path, 0, 0, 0, 0}});
  collapse(look.findings, scanner.rules);
  for (Finding& finding : look.findings) resolve_context(finding, repository);
  FileResult out{index, {}, std::move(look.diagnostics), std::move(look.asks), std::move(look.unit)};
  if (!look.findings.empty()) {
    std::vector<Diagnostic> more = apply_suppressions(document, scanner.rules, look.findings);
    out.diagnostics.insert(out.diagnostics.end(), more.begin(), more.end());
    set_fingerprints(look.findings);
    set_line_facts(document, look.findings);
  }
  out.findings = std::move(look.findings);
  return out;
}

/// Takes files from `next` until there are none left.
template <class Next>
void work(const TreeSource& source, const Scanner& scanner, const Looker& looker, const Next& next, Share& share) {
  Gate::Scratch scratch(scanner.gate);
  std::string bytes;
  while (const auto index = next()) {
    const std::string& path = source.files()[*index];
    if (const std::string_view why = source.read(path, bytes); !why.empty()) {
      ++share.coverage.skipped[std::string(why)];
      if (why == skipped::kUnreadable)
        share.results.push_back({*index, {}, {{Diagnostic::Level::incomplete, "this file could not be read; check its permissions", {path, 0, 0, 0, 0}}}, {}, {}});
      continue;
    }
    share.coverage.bytes += bytes.size();
    if (is_utf16(bytes)) bytes = from_utf16(bytes);
    if (!scanner.gate.passes(bytes, scratch)) continue;
    Document document = make_document(path, bytes);
    if (!scanner.gate.fits(document.language, scratch)) continue;
    ++share.coverage.gated;
    document.possible = scanner.gate.possible(scratch);
    Look look = look_at(document, looker, scratch);
    for (const std::string_view eye : look.eyes) ++share.coverage.by_eye[std::string(eye)];
    FileResult result = result_of(*index, document, scanner, looker.repository, std::move(look));
    if (result.tells()) share.results.push_back(std::move(result));
  }
}

/// Looks at one document as work() does, but the gate has no say: what makes it a site may stand in another file.
std::optional<FileResult> look_anew(const TreeSource& source, const Looker& looker, const Scanner& scanner, const std::string& path) {
  const auto at = std::lower_bound(source.files().begin(), source.files().end(), path);
  std::string bytes;
  if (at == source.files().end() || *at != path || !source.read(path, bytes).empty()) return std::nullopt;
  if (is_utf16(bytes)) bytes = from_utf16(bytes);
  const Document document = make_document(path, std::move(bytes));
  Gate::Scratch scratch(scanner.gate);
  return result_of(static_cast<std::size_t>(at - source.files().begin()), document, scanner, looker.repository,
                   look_at(document, looker, scratch));
}

/// Eyes that asked about the rest of the tree look again at what they see more in; the results take the place of those
/// of the first look. `eyes` are those of `looker`.
void look_again(const TreeSource& source, const Scanner& scanner, const Looker& looker,
                std::vector<std::unique_ptr<Detector>>& eyes, unsigned jobs, std::vector<FileResult>& results) {
  for (auto& eye : eyes) {
    std::vector<Asking> asking;
    for (FileResult& result : results)
      for (EyeAsking& asks : result.asks)
        if (asks.eye == eye->id()) asking.push_back({source.files()[result.index], std::move(asks.questions)});
    std::sort(asking.begin(), asking.end(), [](const Asking& a, const Asking& b) { return a.path < b.path; });
    InformedEye informed = eye->informed(asking, looker.repository);
    if (informed.paths.empty()) continue;
    if (informed.eye) eye = std::move(informed.eye);
    std::vector<std::optional<FileResult>> seen(informed.paths.size());
    share_out(seen.size(), jobs, [&](const auto& next) {
      while (const auto i = next()) seen[*i] = look_anew(source, looker, scanner, informed.paths[*i]);
    });
    std::set<std::size_t> anew;
    for (const auto& one : seen)
      if (one) anew.insert(one->index);
    std::erase_if(results, [&](const FileResult& old) { return anew.contains(old.index); });
    for (auto& one : seen)
      if (one) results.push_back(*std::move(one));
  }
}

void add_up(ScanCoverage& total, const ScanCoverage& share) {
  total.bytes += share.bytes;
  total.gated += share.gated;
  for (const auto& [eye, files] : share.by_eye) total.by_eye[eye] += files;
  for (const auto& [reason, files] : share.skipped) total.skipped[reason] += files;
}

/// Findings carry the path as it is told: with several roots the root's name stands before it.
void tell(std::vector<FileResult> results, const std::string& prefix, ScanCoverage& total, EvidenceSink& sink) {
  const auto renamed = [&](const std::string& path) { return prefix.empty() ? path : prefix + "/" + path; };
  for (FileResult& result : results) {
    for (Finding& finding : result.findings) {
      total.suppressed += finding.suppressed ? 1 : 0;
      finding.where.path = renamed(finding.where.path);
      for (auto* places : {&finding.related, &finding.flow})
        for (RelatedPlace& place : *places) place.where.path = renamed(place.where.path);
      sink.add(std::move(finding));
    }
    for (Diagnostic& diagnostic : result.diagnostics) {
      diagnostic.where.path = renamed(diagnostic.where.path);
      sink.add(std::move(diagnostic));
    }
    if (!result.unit) continue;
    result.unit->path = renamed(result.unit->path);
    total.units.push_back(*std::move(result.unit));
  }
}

void scan_tree(const TreeSource& source, const std::string& root, const std::string& prefix, unsigned jobs, const Scanner& scanner,
               ScanCoverage& total, EvidenceSink& sink) {
  const TreeRepository repository(source, jobs);
  auto eyes = detectors(scanner.matcher);
  auto clang = clang_eye(scanner.matcher, repository, root, scanner.clang);
  const std::string_view shut = clang ? std::string_view() : scanner.clang.why_shut;
  if (clang) eyes.insert(eyes.begin(), std::move(clang));
  const Looker looker{eyes, scanner.gate, repository, scanner.matcher, shut};
  std::vector<FileResult> results;
  std::mutex adding;
  share_out(source.files().size(), jobs, [&](const auto& next) {
    Share share;
    work(source, scanner, looker, next, share);
    const std::lock_guard lock(adding);
    add_up(total, share.coverage);
    std::move(share.results.begin(), share.results.end(), std::back_inserter(results));
  });
  total.files += source.files().size();
  look_again(source, scanner, looker, eyes, jobs, results);
  for (const auto& [reason, files] : source.skipped()) total.skipped[std::string(reason)] += files;
  std::sort(results.begin(), results.end(), [](const FileResult& a, const FileResult& b) { return a.index < b.index; });
  for (const std::string& path : source.unreadable())
    sink.add(Diagnostic{Diagnostic::Level::incomplete, "this folder could not be listed; check its permissions", {path, 0, 0, 0, 0}});
  tell(std::move(results), prefix, total, sink);
}

/// The last part of a path as it was typed ("../shop/" → "shop").
std::string name_of_root(std::string root) {
  while (root.size() > 1 && root.back() == '/') root.pop_back();
  return root.substr(root.rfind('/') + 1);
}

/// What stands before the paths of each root: nothing for a single one, else names that are told apart.
std::vector<std::string> prefixes_of(const std::vector<std::string>& roots) {
  if (roots.size() == 1) return {""};
  std::vector<std::string> out;
  std::set<std::string> taken;
  for (const std::string& root : roots) {
    std::string name = name_of_root(root);
    for (int i = 2; !taken.insert(name).second; ++i) name = name_of_root(root) + "-" + std::to_string(i);
    out.push_back(name);
  }
  return out;
}

}  // namespace

Result<ScanCoverage> scan(const ScanOptions& options, const rules::RuleSet& rules, EvidenceSink& sink) {
  auto aside = std::async(std::launch::async, [&] { return RuleMatcher(rules); });
  auto gate = Gate::compile(rules);
  const RuleMatcher matcher = aside.get();
  if (!gate) return fail(gate.error());
  const Scanner scanner{rules, *gate, matcher, options.clang};
  const unsigned jobs = std::clamp(options.jobs == 0 ? std::thread::hardware_concurrency() : options.jobs, 1U, 64U);
  ScanCoverage total;
  total.roots = options.paths;
  const std::vector<std::string> prefixes = prefixes_of(options.paths);
  for (std::size_t i = 0; i < options.paths.size(); ++i) {
    const auto source = TreeSource::open(options.paths[i], options.max_file_size, options.exclude, jobs);
    if (!source) return fail(source.error());
    scan_tree(*source, options.paths[i], prefixes[i], jobs, scanner, total, sink);
  }
  return total;
}

}  // namespace ropc::scanner
