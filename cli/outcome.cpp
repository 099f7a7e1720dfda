#include "cli/outcome.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "common/file_bytes.h"
#include "common/text.h"
#include "reporters/reporter.h"

namespace ropc::cli {
namespace {

constexpr std::uint64_t kMaxBaseline = 256U << 20U;

/// By place; a finding that two tenants' clients share stands once.
void put_in_order(std::vector<Finding>& findings) {
  const auto key = [](const Finding& f) { return std::tie(f.where, f.rule_id, f.fingerprint); };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  findings.erase(std::unique(findings.begin(), findings.end(),
                             [&](const Finding& a, const Finding& b) { return key(a) == key(b); }),
                 findings.end());
}

bool loud(const std::vector<Finding>& findings, Level threshold) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& f) { return !f.suppressed && f.level >= threshold; });
}

/// How bad a client's status is, on the scale of findings.
std::optional<Level> level_of(ClientStatus status) {
  switch (status) {
    case ClientStatus::in_use:
    case ClientStatus::contradiction:
      return Level::error;
    case ClientStatus::enabled_unused:
    case ClientStatus::not_observable:
    case ClientStatus::blocked:
      return Level::warning;
    default:
      return std::nullopt;
  }
}

Result<const reporters::ReporterEntry*> reporter_of(const std::string& format) {
  if (const auto* entry = reporters::find_reporter(format)) return entry;
  std::vector<std::string> known;
  for (const auto& entry : reporters::all_reporters()) known.emplace_back(entry.id);
  const std::string near = nearest(format, known);
  std::string list;
  for (const std::string& id : known) list += (list.empty() ? "" : ", ") + id;
  return fail(ErrorCode::usage, "'" + format + "' is no output format; " +
                                    (near.empty() ? "" : "did you mean '" + near + "'? ") + "known: " + list);
}

}  // namespace

Result<void> apply_baseline(const std::string& file, Report& report) {
  if (file.empty()) return {};
  auto text = read_file(file, kMaxBaseline);
  if (!text) return tl::unexpected(text.error());
  std::set<std::string, std::less<>> known;
  for (const std::string_view line : split(*text, '\n')) {
    const std::string_view word = trim(line.substr(0, line.find('#')));
    if (!word.empty()) known.emplace(word);
  }
  report.baseline.emplace();
  const auto move_known = [&](std::vector<Finding>& findings) {
    const auto rest = std::stable_partition(findings.begin(), findings.end(),
                                            [&](const Finding& f) { return !known.contains(f.fingerprint); });
    report.baseline->insert(report.baseline->end(), std::make_move_iterator(rest), std::make_move_iterator(findings.end()));
    findings.erase(rest, findings.end());
  };
  move_known(report.unattributed);
  for (ClientRecord& client : report.clients) move_known(client.code);
  put_in_order(*report.baseline);
  return {};
}

void add_rule_words(const rules::RuleSet& rules, Report& report) {
  std::set<std::string> ids;
  for (const Finding& f : report.unattributed) ids.insert(f.rule_id);
  for (const ClientRecord& client : report.clients)
    for (const Finding& f : client.code) ids.insert(f.rule_id);
  if (report.baseline)
    for (const Finding& f : *report.baseline) ids.insert(f.rule_id);
  report.rules.clear();
  for (const std::string& id : ids)
    if (const rules::Rule* rule = rules.find(id)) report.rules.push_back(rule->info);
}

Result<void> write_outputs(const Options& options, const std::string& otherwise, const Report& report) {
  for (const Output& output : options.outputs(otherwise)) {
    const auto entry = reporter_of(output.format);
    if (!entry) return tl::unexpected(entry.error());
    std::ostringstream text;
    if (auto ok = (*entry)->make()->write(report, style_for(options, output.file), text); !ok) return ok;
    if (output.file != "-") {
      if (auto ok = write_file(output.file, text.str()); !ok) return ok;
      continue;
    }
    std::cout << text.str() << std::flush;
    if (!std::cout) return fail(ErrorCode::io, "standard output cannot be written");
  }
  return {};
}

int exit_code_of(const Options& options, const Report& report) {
  if (report.incomplete) return kIncomplete;
  if (!options.fail_on) return kDone;
  if (loud(report.unattributed, *options.fail_on)) return kFindings;
  for (const ClientRecord& client : report.clients) {
    const auto level = level_of(client.status);
    if ((level && *level >= *options.fail_on) || loud(client.code, *options.fail_on)) return kFindings;
  }
  return kDone;
}

}  // namespace ropc::cli
