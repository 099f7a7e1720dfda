#include "reporters/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "common/guid.h"
#include "common/timestamp.h"
#include "model/names.h"

namespace ropc::reporters {
namespace {

struct StatusWords {
  std::string_view title;
  std::string_view meaning;
  int urgency;
};

// In the order of ClientStatus.
constexpr std::array<StatusWords, 9> kStatuses = {{
    {"in use", "People or programs still sign in through this client with a user's password. Migrate it.", 0},
    {"enabled but not seen",
     "The identity provider allows the grant, and the logs that were read show no use. Check that they cover enough "
     "time, then switch it off.",
     5},
    {"in code only", "Only code or configuration shows it. Remove dead code, or read the logs and the export to be sure.", 6},
    {"blocked", "The identity provider refuses the grant, but something still tries. Change the caller.", 2},
    {"contradiction",
     "The logs show use, but the export says that the grant is off. Find out which of them is out of date.", 1},
    {"not observable", "The logs that were read cannot show whether the grant is used. Nothing follows from their silence.", 3},
    {"switched off", "The grant is off and nothing was seen to use it. Nothing is left to do.", 7},
    {"noise", "Attacks, unknown client ids or another protocol; not the client's own use.", 8},
    {"unknown", "The evidence does not say whether the grant is used. The list of what was not read says what is missing.", 4},
}};
constexpr StatusWords kNoStatus = {"unknown", "", 4};

const StatusWords& words_of(ClientStatus status) {
  const auto index = static_cast<std::size_t>(status);
  return index < kStatuses.size() ? kStatuses[index] : kNoStatus;
}

template <class Enum, std::size_t N>
std::string_view phrase(const std::array<std::string_view, N>& phrases, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? phrases[index] : std::string_view("unknown");
}

constexpr std::array<std::string_view, 4> kKinds = {
    "asks for a token with a user's password", "allows the password grant", "serves the password grant",
    "mentions the password grant"};
constexpr std::array<std::string_view, 3> kConfidences = {"possible", "likely", "certain"};
constexpr std::array<std::string_view, 7> kSources = {
    "", "written in the code", "from the environment", "asked from a person", "from a secret store",
    "handed in by the caller", "from a configuration file"};
constexpr std::array<std::string_view, 10> kClasses = {
    "password grant",
    "password grant with multi-factor sign-in",
    "a vendor's own form of the password grant",
    "refused by configuration or policy",
    "legacy mail sign-in",
    "client id that the tenant does not know",
    "password spray",
    "refresh of a password sign-in",
    "use of a token",
    "token request whose grant the log does not name"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kPhases = {{
    {"prepare", "Prepare"}, {"change", "Change"}, {"both", "Run the old and the new way side by side"},
    {"off", "Switch the password grant off"}, {"check", "Check"}, {"back", "If it has to go back"}}};
constexpr std::array<std::string_view, 12> kFacts = {
    "password grant", "client type",    "enabled",     "name",         "service account", "authorization code flow",
    "device flow",    "token exchange", "PKCE method", "redirect URI", "owner",           "built in"};

}  // namespace

std::string_view title_of(ClientStatus status) { return words_of(status).title; }
std::string_view meaning_of(ClientStatus status) { return words_of(status).meaning; }
int urgency_of(ClientStatus status) { return words_of(status).urgency; }

std::string_view phrase_of(Kind kind) { return phrase(kKinds, kind); }
std::string_view phrase_of(Confidence confidence) { return phrase(kConfidences, confidence); }
std::string_view phrase_of(CredentialSource source) { return phrase(kSources, source); }
std::string_view phrase_of(GrantClass grant) { return phrase(kClasses, grant); }
std::string_view phrase_of(IdpFact::Kind kind) { return phrase(kFacts, kind); }

std::string number_of(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string count_of(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number_of(number), noun, number == 1 ? "" : "s");
}

std::string bytes_of(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> units = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return fmt::format("{} B", bytes);
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; value >= 999.95 && unit + 1 < units.size(); ++unit) value /= 1000;
  return fmt::format("{:.1f} {}", value, units[unit]);
}

std::string place_of(const Location& where) {
  if (where.path.empty()) return {};
  return where.line == 0 ? where.path : fmt::format("{}:{}", where.path, where.line);
}

std::string home_of(const ClientKey& key) {
  if (key.tenant.empty()) return key.idp;
  return key.idp.empty() ? key.tenant : key.idp + "/" + key.tenant;
}

std::string home_words(const ClientKey& key) {
  const std::string home = home_of(key);
  return home.empty() ? "not known" : home;
}

std::string called(const ClientRecord& client) {
  return is_guid(client.key.client_id) && !client.name.empty() ? client.name : client_of(client.key);
}

std::string how_sure(const Recommendation& recommendation) {
  std::string text;
  if (recommendation.flow != "decide") text += fmt::format("how sure: {}", phrase_of(recommendation.confidence));
  if (!recommendation.effort.empty()) text += (text.empty() ? "effort: " : "; effort: ") + recommendation.effort;
  return text.empty() ? text : " (" + text + ")";
}

std::string_view first_sentence(std::string_view text) {
  // A new sentence begins with a capital letter: what follows a dot inside a path or an abbreviation does not.
  for (std::size_t i = 0; i + 2 < text.size(); ++i)
    if ((text[i] == '.' || text[i] == '?') && text[i + 1] == ' ' && text[i + 2] >= 'A' && text[i + 2] <= 'Z')
      return text.substr(0, i + 1);
  return text;
}

std::vector<const std::string*> open_questions(const Recommendation& recommendation) {
  std::vector<const std::string*> out;
  for (const std::string& question : recommendation.questions)
    if (recommendation.next_step.find(question) == std::string::npos) out.push_back(&question);
  return out;
}

std::string_view title_of_phase(std::string_view phase) {
  for (const auto& [id, title] : kPhases)
    if (id == phase) return title;
  return {};
}

std::string client_of(const ClientKey& key) { return key.client_id.empty() ? "(client not named)" : key.client_id; }

std::string flow_of(const Recommendation& recommendation) {
  if (!recommendation.flow_title.empty()) return recommendation.flow_title;
  if (recommendation.flow == "remove") return "Remove it";
  if (recommendation.flow == "decide") return "To be decided";
  return recommendation.flow;
}

std::string usage_of(const ClientUsage& usage, bool successes_visible) {
  const OutcomeCounts& total = usage.total;
  if (total == OutcomeCounts{})
    return successes_visible ? "no password sign-in seen" : "no failed attempt seen; successful ones cannot be seen";
  std::string text = total.success == 0 && !successes_visible
                         ? std::string("successful sign-ins cannot be seen")
                         : fmt::format("{} by {}", count_of(total.success, "successful sign-in"),
                                       count_of(usage.users, "user"));
  text += fmt::format(", {} failed, {} refused", number_of(total.failure), number_of(total.blocked));
  if (usage.days == 0) return text;
  const std::string first = to_day(usage.first_seen);
  const std::string last = to_day(usage.last_seen);
  if (first == last) return text + "; on " + first;
  return text + fmt::format("; on {} between {} and {}", count_of(usage.days, "day"), first, last);
}

std::string coverage_text(const LogCoverage& coverage) {
  std::string text = fmt::format("{}: {}, {}, {}", coverage.format, count_of(coverage.files, "file"),
                                 count_of(coverage.records, "record"), count_of(coverage.events, "password sign-in"));
  if (coverage.bad_records > 0) text += fmt::format(", {} unreadable", number_of(coverage.bad_records));
  if (coverage.days > 0)
    text += fmt::format(", {} from {} to {}", count_of(coverage.days, "day"), to_day(coverage.from), to_day(coverage.to));
  else
    text += ", no record has a time";
  text += coverage.successes_visible ? "; successes can be seen" : "; successes cannot be seen";
  if (!coverage.why.empty()) text += " (" + coverage.why + ")";
  return text;
}

std::string watched_text(const std::vector<const LogCoverage*>& coverage) {
  if (coverage.empty()) return {};
  std::set<std::string> formats;
  std::uint64_t days = 0;
  bool visible = false;
  const LogCoverage* first = nullptr;
  const LogCoverage* last = nullptr;
  for (const LogCoverage* c : coverage) {
    formats.insert(c->format);
    visible = visible || c->successes_visible;
    if (c->days == 0) continue;
    days = std::max(days, c->days);
    if (first == nullptr || c->from < first->from) first = c;
    if (last == nullptr || c->to > last->to) last = c;
  }
  std::string list;
  for (const std::string& format : formats) list += (list.empty() ? "" : ", ") + format;
  std::string text = first == nullptr ? "logs without a time were read"
                                      : fmt::format("{} of logs {} read, {} to {}", count_of(days, "day"), days == 1 ? "was" : "were",
                                                    to_day(first->from), to_day(last->to));
  return text + " (" + list + ")" + (visible ? "" : "; they cannot show a successful sign-in");
}

std::string skipped_text(const ScanCoverage& coverage) {
  std::uint64_t total = 0;
  std::string reasons;
  for (const auto& [reason, files] : coverage.skipped) {
    total += files;
    reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", number_of(files), reason);
  }
  return total == 0 ? std::string("none skipped") : fmt::format("{} skipped ({})", number_of(total), reasons);
}

std::string coverage_text(const ScanCoverage& coverage) {
  std::string text = fmt::format("{} ({}) listed, {} looked into; {}", count_of(coverage.files, "file"),
                                 bytes_of(coverage.bytes), number_of(coverage.gated), skipped_text(coverage));
  std::map<std::string, std::uint64_t> units;
  for (const UnitCoverage& unit : coverage.units) ++units[unit.quality + (unit.why.empty() ? "" : " (" + unit.why + ")")];
  std::string qualities;
  for (const auto& [quality, count] : units) qualities += (qualities.empty() ? "" : ", ") + number_of(count) + " " + quality;
  if (!units.empty()) text += "; of C, C++ and Objective-C seen: " + qualities;
  if (coverage.suppressed > 0) text += "; " + count_of(coverage.suppressed, "finding") + " suppressed by comments";
  return text;
}

}  // namespace ropc::reporters
