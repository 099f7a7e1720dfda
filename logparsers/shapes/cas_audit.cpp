#include "logparsers/shapes/cas_audit.h"

#include <algorithm>

#include "common/text.h"

namespace ropc::logparsers {
namespace {

constexpr std::string_view kLogger = "Slf4jLoggingAuditTrailManager";
constexpr std::string_view kTokenRequest = "OAUTH2_ACCESS_TOKEN_REQUEST_CREATED";
constexpr std::size_t kLongestHead = 200;
constexpr std::size_t kLongestRecord = 256 << 10;

/// What stands behind the last `before`; `text` then ends before it.
bool cut_last(std::string_view& text, std::string_view before, std::string_view& value) {
  const std::size_t at = text.rfind(before);
  if (at == std::string_view::npos) return false;
  value = text.substr(at + before.size());
  text = text.substr(0, at);
  return true;
}

std::string_view first_line(std::string_view text) { return trim(text.substr(0, text.find('\n'))); }

/// Behind `before`, up to `after`; empty when one of them is missing.
std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t at = text.find(before);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + before.size());
  const std::size_t end = text.find(after);
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

/// Where the record ends that begins with the first line of `rest`: before the next line that begins one.
std::size_t end_of_record(std::string_view rest, bool coloured) {
  rest = rest.substr(0, kLongestRecord);
  for (std::size_t at = rest.find('\n'); at != std::string_view::npos; at = rest.find('\n', at + 1)) {
    const std::string_view line = rest.substr(at + 1, kLongestHead);
    const bool next = coloured ? line.starts_with("\x1b[")
                               : !line.empty() && line.front() >= '0' && line.front() <= '9' &&
                                     line.substr(0, line.find('\n')).find(kLogger) != std::string_view::npos;
    if (next) return at + 1;
  }
  return rest.size();
}

/// Without blanks, colours and the bracket that some patterns put behind a message.
std::string_view without_tail(std::string_view text) {
  while (true) {
    text = trim(text);
    const std::size_t escape = text.rfind('\x1b');
    if (escape == std::string_view::npos || text.size() - escape > 6 || text.back() != 'm') break;
    text = text.substr(0, escape);
  }
  if (text.ends_with('>')) text.remove_suffix(1);
  return text;
}

bool action_like(std::string_view text) {
  return text.size() > 3 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
         });
}

}  // namespace

std::string_view cas_message(std::string_view line, std::string_view logger) {
  const std::size_t mark = line.substr(0, kLongestHead).find("] - ");
  if (mark == std::string_view::npos || !line.substr(0, mark).ends_with(logger)) return {};
  const std::size_t open = line.substr(0, mark).rfind(" [");
  if (open == std::string_view::npos || line.front() < '0' || line.front() > '9') return {};
  line.remove_prefix(mark + 4);
  if (line.starts_with('<')) line.remove_prefix(1);
  return line;
}

bool CasColours::begins(const TextRecord& record) {
  const bool coloured = record.rest.starts_with("\x1b[");
  coloured_ |= coloured;
  return coloured || !coloured_;
}

CasAudit::CasAudit(PathSet& paths)
    : when_(paths.add("@cas.when")),
      who_(paths.add("@cas.who")),
      action_(paths.add("@cas.action")),
      address_(paths.add("@cas.address")),
      grant_type_(paths.add("@cas.grant_type")),
      service_(paths.add("@cas.service")) {}

std::unique_ptr<ShapeState> CasAudit::state() const { return std::make_unique<CasColours>(); }

void CasAudit::set(int slot, std::string_view text, FieldTable& out) const {
  out.set(slot, {text, FieldTable::Kind::text});
}

Fit CasAudit::take(TextRecord& record, FieldTable& out) const {
  const std::string_view message = cas_message(record.text, kLogger);
  if (message.empty()) return Fit::no;
  if (record.state != nullptr && !static_cast<CasColours*>(record.state)->begins(record)) return Fit::neighbour;
  if (message.front() == '{') return Fit::no;
  std::string_view text = record.text;
  if (!record.rest.empty()) {
    record.taken = end_of_record(record.rest, record.rest.starts_with("\x1b["));
    text = record.rest.substr(0, record.taken);
  }
  text = without_tail(text.substr(text.find("] - ") + 4));
  if (text.starts_with('<')) text.remove_prefix(1);
  return text.starts_with("Audit trail record BEGIN") ? block(text, out) : single(text, out);
}

Fit CasAudit::block(std::string_view text, FieldTable& out) const {
  std::string_view server;
  std::string_view address;
  std::string_view when;
  std::string_view application;
  std::string_view action;
  std::string_view what;
  if (!cut_last(text, "\nSERVER IP ADDRESS: ", server) || !cut_last(text, "\nCLIENT IP ADDRESS: ", address) ||
      !cut_last(text, "\nWHEN: ", when) || !cut_last(text, "\nAPPLICATION: ", application) ||
      !cut_last(text, "\nACTION: ", action) || !cut_last(text, "\nWHAT: ", what))
    return Fit::broken;
  constexpr std::string_view kWho = "\nWHO: ";
  const std::size_t who = text.find(kWho);
  set(when_, first_line(when), out);
  set(action_, first_line(action), out);
  set(address_, first_line(address), out);
  if (who != std::string_view::npos) set(who_, trim(text.substr(who + kWho.size())), out);
  if (first_line(action) == kTokenRequest) token_request(trim(what), out);
  return Fit::fields;
}

/// `when|application|what|action|who|client|server`; what and who may hold bars.
Fit CasAudit::single(std::string_view text, FieldTable& out) const {
  std::string_view server;
  std::string_view address;
  const std::size_t when = text.find('|');
  if (!cut_last(text, "|", server) || !cut_last(text, "|", address) || when >= text.size()) return Fit::broken;
  set(when_, text.substr(0, when), out);
  set(address_, address, out);
  const std::size_t application = text.find('|', when + 1);
  if (application == std::string_view::npos) return Fit::broken;
  const std::string_view rest = text.substr(application + 1);
  // Only a token request has this, and nothing in it is the choice of whoever signs in.
  if (!rest.starts_with("{code=")) return Fit::other;
  const std::size_t end = rest.find("}|");
  if (end == std::string_view::npos) return Fit::broken;
  const std::string_view behind = rest.substr(end + 2);
  const std::string_view action = behind.substr(0, behind.find('|'));
  if (!action_like(action) || action.size() == behind.size()) return Fit::broken;
  set(action_, action, out);
  set(who_, behind.substr(action.size() + 1), out);
  if (action == kTokenRequest) token_request(rest.substr(0, end + 1), out);
  return Fit::fields;
}

/// `{code=N/A, grant_type=password, service=<client id>, scope=[], response_type=none, …}`
void CasAudit::token_request(std::string_view what, FieldTable& out) const {
  if (!what.starts_with("{code=")) return;
  set(grant_type_, between(what, ", grant_type=", ", service="), out);
  set(service_, between(what, ", service=", ", scope="), out);
}

}  // namespace ropc::logparsers
