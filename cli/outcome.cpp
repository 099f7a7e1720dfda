#include "cli/outcome.h"

#include <algorithm>
#include <iostream>
#include <set>
#include <sstream>
#include <utility>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "common/file_bytes.h"
#include "common/text.h"
#include "reporters/reporter.h"

namespace ropc::cli {
namespace {

constexpr std::uint64_t kMaxBaseline = 256U << 20U;

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
  const auto in_baseline = [&](const Finding& f) { return known.contains(f.fingerprint); };
  std::erase_if(report.unattributed, in_baseline);
  for (ClientRecord& client : report.clients) std::erase_if(client.code, in_baseline);
  return {};
}

void add_rule_words(const rules::RuleSet& rules, Report& report) {
  std::set<std::string> ids;
  for (const Finding& f : report.unattributed) ids.insert(f.rule_id);
  for (const ClientRecord& client : report.clients)
    for (const Finding& f : client.code) ids.insert(f.rule_id);
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
