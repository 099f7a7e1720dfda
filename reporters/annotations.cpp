#include <array>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "model/names.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/order.h"
#include "reporters/rule_book.h"
#include "reporters/summary.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

/// GitHub shows ten annotations of a level and step; the rest vanish without a word.
constexpr std::size_t kGithubLimit = 10;
/// Azure Pipelines documents no limit; a log of thousands of issues helps nobody.
constexpr std::size_t kAzureLimit = 100;

/// How many findings of each level were seen and may be shown.
class Quota {
 public:
  explicit Quota(std::size_t limit) : limit_(limit) {}
  /// The last one of a level that overflows is kept free for the line that says how many there are.
  bool take(Level level, std::uint64_t total) {
    const std::size_t allowed = total > limit_ ? limit_ - 1 : limit_;
    return taken_[static_cast<std::size_t>(level)]++ < allowed;
  }
  [[nodiscard]] bool overflows(std::uint64_t total) const { return total > limit_; }
  [[nodiscard]] std::uint64_t hidden(std::uint64_t total) const { return total - (limit_ - 1); }

 private:
  std::size_t limit_;
  std::array<std::size_t, 3> taken_{};
};

std::uint64_t total_of(const Summary& s, Level level) {
  return level == Level::error ? s.errors : level == Level::warning ? s.warnings : s.notes;
}

std::string_view github_command(Level level) { return level == Level::note ? "notice" : name_of(level); }

std::string github_line(const Finding& f) {
  std::string out = fmt::format("::{} ", github_command(f.level));
  if (inside_root(f.where.path)) out += "file=" + github_property(f.where.path) + ",";
  if (f.where.line > 0) {
    const std::uint32_t last = std::max(f.where.line, f.where.end_line);
    out += fmt::format("line={},endLine={},", f.where.line, last);
    // Columns are for annotations of one line.
    if (last == f.where.line && f.utf16_column > 0) out += fmt::format("col={},", f.utf16_column);
    if (last == f.where.line && f.utf16_end_column > f.utf16_column && f.utf16_column > 0)
      out += fmt::format("endColumn={},", f.utf16_end_column);
  }
  return out + fmt::format("title={}::{}\n", github_property(shown(f.rule_id)), github_data(message_of(f)));
}

std::string azure_line(const Finding& f) {
  std::string out = fmt::format("##vso[task.logissue type={};", name_of(f.level));
  if (inside_root(f.where.path)) out += "sourcepath=" + azure_property(f.where.path) + ";";
  if (f.where.line > 0) out += fmt::format("linenumber={};", f.where.line);
  if (f.where.line > 0 && f.utf16_column > 0) out += fmt::format("columnnumber={};", f.utf16_column);
  return out + fmt::format("code={};]{}\n", azure_property(shown(f.rule_id)), azure_data(message_of(f)));
}

}  // namespace

std::string github_report(const Report& report, const Style&) {
  const Summary summary = summarize(report);
  Quota quota(kGithubLimit);
  std::string out;
  for (const FindingRow& row : findings_worst_first(report, false))
    if (quota.take(row.finding->level, total_of(summary, row.finding->level))) out += github_line(*row.finding);
  for (const Level level : {Level::error, Level::warning, Level::note})
    if (quota.overflows(total_of(summary, level)))
      out += fmt::format("::{} title=ropc-audit::{} more of this level are in the report, not here.\n",
                         github_command(level), number_of(quota.hidden(total_of(summary, level))));
  if (report.incomplete) out += "::error title=ropc-audit::The run is not complete: something that had to be read was not.\n";
  return out;
}

std::string azure_report(const Report& report, const Style&) {
  const Summary summary = summarize(report);
  Quota quota(kAzureLimit);
  std::string out;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    if (row.finding->level == Level::note) continue;  // the agent knows errors and warnings
    if (quota.take(row.finding->level, total_of(summary, row.finding->level))) out += azure_line(*row.finding);
  }
  for (const Level level : {Level::error, Level::warning})
    if (quota.overflows(total_of(summary, level)))
      out += fmt::format("##vso[task.logissue type={};]ropc-audit: {} more of this level are in the report, not here.\n",
                         name_of(level), number_of(quota.hidden(total_of(summary, level))));
  if (report.incomplete)
    out += "##vso[task.logissue type=error;]ropc-audit: the run is not complete: something that had to be read was not.\n";
  return out;
}

}  // namespace ropc::reporters
