#include "logparsers/shapes/adfs_audit.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/text.h"

namespace ropc::logparsers {
namespace {

constexpr std::array<std::string_view, 16> kElements = {
    "AuditType", "AuditResult",  "FailureType", "ErrorCode",          "RelyingParty", "UserId",   "PrimaryAuth",     "MfaPerformed",
    "MfaMethod", "OAuthClientId", "OAuthGrant", "ForwardedIpAddress", "IpAddress",    "AuthProtocol", "UserAgentString", "Endpoint"};
constexpr std::size_t kLongest = 64 << 10;  ///< of an audit

/// XML's five names of signs.
std::string unescaped(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 6> names = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}, {"&amp;", '&'}}};
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto name = std::find_if(names.begin(), names.end(), [&](const auto& n) { return text.substr(i).starts_with(n.first); });
    if (name == names.end()) {
      out += text[i++];
    } else {
      out += name->second;
      i += name->first.size();
    }
  }
  return out;
}

/// What stands between `<name…>` and `</name>`; empty when there is none. In a value no '<' stands unescaped.
std::string_view element(std::string_view xml, std::string_view name) {
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    std::string_view rest = xml.substr(at + 1);
    if (!rest.starts_with(name)) continue;
    rest.remove_prefix(name.size());
    if (rest.empty() || (rest.front() != '>' && rest.front() != ' ')) continue;
    const std::size_t open = rest.find('>');
    if (open == std::string_view::npos || (open > 0 && rest[open - 1] == '/')) return {};
    rest.remove_prefix(open + 1);
    return trim(rest.substr(0, rest.find('<')));
  }
  return {};
}

/// `name='value'` or with double quotes.
std::string_view attribute(std::string_view xml, std::string_view name) {
  const std::size_t at = xml.find(name);
  if (at == std::string_view::npos || at + name.size() + 2 > xml.size() || xml[at + name.size()] != '=') return {};
  const char quote = xml[at + name.size() + 1];
  if (quote != '"' && quote != '\'') return {};
  const std::string_view rest = xml.substr(at + name.size() + 2);
  return rest.substr(0, rest.find(quote));
}

/// "N/A" and empty elements say nothing; FieldTable knows that.
void set(FieldTable& out, int slot, std::string_view value) {
  if (!value.empty()) out.set(slot, {out.own(unescaped(value)), FieldTable::Kind::text});
}

}  // namespace

AdfsAudit::AdfsAudit(PathSet& paths)
    : time_(paths.add("@adfs.time")),
      computer_(paths.add("@adfs.computer")),
      record_(paths.add("@adfs.record")),
      activity_(paths.add("@adfs.activity")) {
  for (const std::string_view name : kElements)
    elements_.emplace_back(name, paths.add("@adfs." + std::string(name)));
}

Fit AdfsAudit::take(TextRecord& record, FieldTable& out) const {
  // Only from the front of a Windows event, a message of one, or an audit: a name elsewhere may hold the word.
  const std::string_view text = record.rest.empty() ? record.text : record.rest;
  const std::string_view front = record.text.substr(0, 400);
  const bool event_xml = front.starts_with("<Event") || front.starts_with("<AuditBase") || front.starts_with("&lt;AuditBase") ||
                         front.starts_with("<?xml");
  const bool message = front.find("Federation Service") != std::string_view::npos || front.find("XML: <") != std::string_view::npos ||
                       front.find("Activity ID: ") != std::string_view::npos;
  if (!event_xml && !message) return Fit::no;
  const std::string_view whole = text.substr(0, kLongest);
  std::size_t event_end = event_xml && front.starts_with("<Event ") ? whole.find("</Event>") : std::string_view::npos;
  const std::string_view scope = event_end == std::string_view::npos ? whole : whole.substr(0, event_end);
  const std::size_t plain = scope.find("<AuditBase");
  const std::size_t coded = scope.find("&lt;AuditBase");
  const std::size_t begin = std::min(plain, coded);
  if (begin == std::string_view::npos) return Fit::no;
  const std::string_view mark = begin == coded ? "&lt;/AuditBase&gt;" : "</AuditBase>";
  const std::size_t end = scope.find(mark, begin);
  if (end == std::string_view::npos) return Fit::broken;
  if (event_end != std::string_view::npos) event_end += std::string_view("</Event>").size();
  const std::size_t used = event_end != std::string_view::npos ? event_end : end + mark.size();
  if (!record.rest.empty() && used > record.text.size()) {
    const std::size_t line = record.rest.find('\n', used);
    record.taken = line == std::string_view::npos ? record.rest.size() : line + 1;
  }
  const std::string_view inner = scope.substr(begin, end - begin);
  const std::string_view audit = begin == coded ? out.own(unescaped(inner)) : inner;
  event(scope.substr(0, begin), out);
  for (const auto& [name, slot] : elements_) set(out, slot, element(audit, name));
  return Fit::fields;
}

void AdfsAudit::event(std::string_view head, FieldTable& out) const {
  set(out, time_, attribute(head, "SystemTime"));
  set(out, computer_, element(head, "Computer"));
  set(out, record_, element(head, "EventRecordID"));
  std::string_view activity = element(head, "Data");
  if (const std::size_t at = head.find("Activity ID: "); activity.empty() && at != std::string_view::npos)
    activity = head.substr(at + 13, 36);
  set(out, activity_, activity.substr(0, 64));
}

}  // namespace ropc::logparsers
