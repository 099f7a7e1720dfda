#include "logparsers/shapes/keycloak_text.h"

#include <algorithm>
#include <optional>

#include "common/text.h"
#include "common/timestamp.h"

namespace ropc::logparsers {
namespace {

constexpr std::string_view kLogger = "[org.keycloak.events]";

constexpr auto kNameChars = [] {
  std::array<bool, 256> out{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-"))
    out[static_cast<unsigned char>(c)] = true;
  return out;
}();

bool name_char(char c) { return kNameChars[static_cast<unsigned char>(c)]; }

/// Length of `name=` at the front; 0: none stands there.
std::size_t name_length(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && name_char(text[n])) ++n;
  return n > 0 && n < text.size() && text[n] == '=' ? n + 1 : 0;
}

std::string_view until(std::string_view text, std::string_view stop) { return text.substr(0, text.find(stop)); }

/// The time at the front of a line: with a date, or the time of day alone (WildFly's console).
std::string_view leading_time(std::string_view line) {
  std::size_t used = 0;
  if (parse_iso8601(line, &used)) return line.substr(0, used);
  const auto digits = [&](std::size_t at) { return line[at] >= '0' && line[at] <= '9' && line[at + 1] >= '0' && line[at + 1] <= '9'; };
  if (line.size() > 12 && digits(0) && line[2] == ':' && digits(3) && line[5] == ':' && digits(6) && line[8] == ',')
    return line.substr(0, 12);
  return {};
}

/// `[logger]` of a line in the pattern of JBoss and Quarkus servers: time, level, logger, thread in parentheses.
std::string_view logger_of(std::string_view line, std::size_t after_time) {
  const std::size_t open = line.find('[', after_time);
  if (open == std::string_view::npos || open > after_time + 600) return {};
  const std::string_view level = trim(line.substr(after_time, open - after_time));
  const bool word = level.ends_with("INFO") || level.ends_with("WARN") || level.ends_with("ERROR") ||
                    level.ends_with("DEBUG") || level.ends_with("TRACE") || level.ends_with("FATAL");
  const std::size_t close = line.find("] (", open);
  return word && close != std::string_view::npos ? line.substr(open + 1, close - open - 1) : std::string_view();
}

/// What stands behind `(thread) `.
std::string_view after_thread(std::string_view rest) {
  rest = trim(rest);
  if (!rest.starts_with('(')) return rest;
  const std::size_t close = rest.find(") ");
  return close == std::string_view::npos ? std::string_view() : rest.substr(close + 2);
}

bool login(std::string_view type) { return type == "LOGIN" || type == "LOGIN_ERROR"; }

/// Whether a quote at `at` ends a value: the line ends there, or the next field begins. Inside a value every quote
/// has a back-slash before it, so `="` cannot stand there.
bool ends_value(std::string_view text, std::size_t at, char quote) {
  const std::string_view rest = text.substr(at + 1);
  if (rest.empty()) return true;
  if (!rest.starts_with(", ")) return false;
  const std::size_t name = name_length(rest.substr(2));
  if (name == 0) return false;
  const std::string_view value = rest.substr(2 + name);
  return value.starts_with(quote) || value.starts_with('[') || value.empty();
}

std::string without_escapes(std::string_view value, char quote) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size() && value[i + 1] == quote) ++i;
    out += value[i];
  }
  return out;
}

/// null, a UUID, or `f:<component>:<name>` of a federated user: what Keycloak puts behind userId=.
bool user_id_like(std::string_view text) {
  if (text == "null" || text.starts_with("f:")) return true;
  return text.size() == 36 && std::count(text.begin(), text.end(), '-') == 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || name_char(c); });
}

bool address_like(std::string_view text) {
  return !text.empty() && text.size() < 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c == ':' || c == '%' || name_char(c); });
}

/// The unquoted `clientId=… , userId=… , [sessionId=… ,] ipAddress=…`: a client id may hold all of that itself.
struct Middle {
  std::string_view client, user, session, address, rest;
};

std::optional<Middle> middle_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kUser = ", userId=";
  constexpr std::string_view kSession = ", sessionId=";
  constexpr std::string_view kAddress = ", ipAddress=";
  Middle out;
  out.client = text.substr(0, at);
  std::string_view rest = text.substr(at + kUser.size());
  out.user = until(rest, ", ");
  rest.remove_prefix(out.user.size());
  if (rest.starts_with(kSession)) {
    rest.remove_prefix(kSession.size());
    out.session = until(rest, ", ");
    rest.remove_prefix(out.session.size());
  }
  if (!rest.starts_with(kAddress)) return std::nullopt;
  rest.remove_prefix(kAddress.size());
  out.address = until(rest, ", ");
  out.rest = rest.substr(out.address.size());
  if (!address_like(out.address)) return std::nullopt;
  return out;
}

/// The first place that fits; one with a user id as the server writes it goes before any other.
std::optional<Middle> middle_of(std::string_view text) {
  std::optional<Middle> first;
  int tries = 0;
  for (std::size_t at = text.find(", userId="); at != std::string_view::npos && tries < 64;
       at = text.find(", userId=", at + 1), ++tries) {
    const auto found = middle_at(text, at);
    if (!found) continue;
    if (user_id_like(found->user)) return found;
    if (!first) first = found;
  }
  return first;
}

/// Where the next `, name=` begins at or after `from`; the end when there is none.
std::size_t next_field(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(", ", from); at != std::string_view::npos; at = text.find(", ", at + 1))
    if (name_length(text.substr(at + 2)) > 0) return at;
  return text.size();
}

}  // namespace

KeycloakText::KeycloakText(PathSet& paths) : time_(paths.add("@time")), message_(paths.add("@message")) {
  for (const char* name : {"type", "realmId", "realmName", "clientId", "userId", "sessionId", "ipAddress", "error"})
    names_[std::string_view(name).size()].push_back({name, paths.add(name)});
  for (const char* name : {"grant_type", "auth_method", "token_id", "username", "reason", "scope", "auth_type", "code_id",
                           "response_type", "redirect_uri", "client_auth_method"})
    names_[std::string_view(name).size()].push_back({name, paths.add(std::string("details.") + name)});
}

void KeycloakText::set(std::string_view name, std::string_view value, FieldTable& out) const {
  if (name.size() >= names_.size()) return;
  for (const Name& known : names_[name.size()])
    if (known.name == name) {
      out.set(known.slot, {value, FieldTable::Kind::text});
      return;
    }
}

Fit KeycloakText::take(TextRecord& record, FieldTable& out) const {
  const std::string_view line = record.text;
  if (line.starts_with("type=") || line.starts_with("operationType=")) {
    const bool bare = line.find(", realmId=") != std::string_view::npos;
    return bare ? message(line, out) : Fit::no;
  }
  const std::string_view time = leading_time(line);
  if (time.empty()) return Fit::no;
  const std::string_view logger = logger_of(line, time.size());
  if (logger.empty()) return Fit::no;
  out.set(time_, {time, FieldTable::Kind::text});
  if (logger != kLogger.substr(1, kLogger.size() - 2)) return logger.starts_with("org.keycloak.") ? Fit::other : Fit::neighbour;
  const auto behind = static_cast<std::size_t>(logger.data() + logger.size() + 1 - line.data());
  return message(after_thread(line.substr(behind)), out);
}

Fit KeycloakText::message(std::string_view text, FieldTable& out) const {
  text = until(text, "\n");
  if (text.ends_with('\r')) text.remove_suffix(1);
  out.set(message_, {text, FieldTable::Kind::text});
  if (text.starts_with("operationType=")) return Fit::other;  // an administrator's act: its clientId is no client's
  if (!text.starts_with("type=") || text.size() < 8) return Fit::other;
  const char quote = text[5];
  return quote >= 'A' && quote <= 'Z' ? unquoted(text, out) : quoted(text, quote, out);
}

Fit KeycloakText::quoted(std::string_view text, char quote, FieldTable& out) const {
  bool skip_details = false;
  while (!text.empty()) {
    const std::size_t name = name_length(text);
    if (name == 0) return Fit::broken;
    if (name >= text.size() || text[name] != quote) break;  // cookies=[…] of the TRACE level, or a cut line
    const std::string_view field = text.substr(0, name - 1);
    const std::size_t from = name + 1;
    std::size_t end = text.find(quote, from);
    bool escapes = false;
    for (; end != std::string_view::npos && !ends_value(text, end, quote); end = text.find(quote, end + 1)) {
      if (text[end - 1] == '=' && end > from) return Fit::broken;  // another record begins inside this one
      escapes = true;
    }
    std::string_view value = text.substr(from, end - from);
    if (escapes) value = out.own(without_escapes(value, quote));
    set(field, value, out);
    if (field == "type") skip_details = !login(value);
    if (end == std::string_view::npos || (skip_details && field == "clientId")) break;
    text.remove_prefix(std::min(text.size(), end + 3));
  }
  return Fit::fields;
}

Fit KeycloakText::unquoted(std::string_view text, FieldTable& out) const {
  constexpr std::string_view kRealm = ", realmId=";
  constexpr std::string_view kRealmName = ", realmName=";
  constexpr std::string_view kClient = ", clientId=";
  const std::string_view type = until(text.substr(5), ", ");
  set("type", type, out);
  text.remove_prefix(5 + type.size());
  if (!text.starts_with(kRealm)) return Fit::broken;
  text.remove_prefix(kRealm.size());
  const std::size_t client = text.find(kClient);
  if (client == std::string_view::npos) return Fit::broken;
  const std::string_view realm = text.substr(0, client);
  set("realmId", until(realm, kRealmName), out);
  if (const std::size_t name = realm.find(kRealmName); name != std::string_view::npos)
    set("realmName", realm.substr(name + kRealmName.size()), out);
  if (!login(type)) return Fit::fields;
  const auto middle = middle_of(text.substr(client + kClient.size()));
  if (!middle) return Fit::broken;
  set("clientId", middle->client, out);
  set("userId", middle->user, out);
  set("sessionId", middle->session, out);
  set("ipAddress", middle->address, out);
  details(middle->rest, out);
  return Fit::fields;
}

/// `, name=value…`; up to version 22 a value with a blank stands in single quotes, nothing is escaped.
void KeycloakText::details(std::string_view text, FieldTable& out) const {
  bool closes = true;  // whether any closing quote is left; searched for in vain once, not once a field
  while (text.starts_with(", ")) {
    text.remove_prefix(2);
    const std::size_t name = name_length(text);
    if (name == 0) return;
    std::size_t end = next_field(text, name);
    std::string_view value = text.substr(name, end - name);
    if (closes && value.starts_with('\'')) {
      closes = false;
      for (std::size_t stop = end; stop <= text.size(); stop = next_field(text, stop + 1)) {
        if (stop > name + 1 && text[stop - 1] == '\'') {
          value = text.substr(name + 1, stop - name - 2);
          end = stop;
          closes = true;
          break;
        }
        if (stop == text.size()) break;
      }
    }
    set(text.substr(0, name - 1), value, out);
    text.remove_prefix(end);
  }
}

}  // namespace ropc::logparsers
