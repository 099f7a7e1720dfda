#include "logparsers/shapes/oauthlib_line.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/text.h"
#include "common/timestamp.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kLongestHead = 160;
constexpr std::string_view kIssued = "Issuing token ";
constexpr std::string_view kRefused = "Client error in token request, (";

/// What stands behind the logger's name, where this is a line of one of the two libraries.
std::optional<std::string_view> message_of(std::string_view line) {
  const std::string_view head = line.substr(0, kLongestHead);
  for (const std::string_view logger : {"oauthlib.oauth2.rfc6749.", "oauth2_provider"}) {
    const std::size_t at = head.find(logger);
    if (at == std::string_view::npos || (at > 0 && head[at - 1] != ' ' && head[at - 1] != '[' && head[at - 1] != ':')) continue;
    const std::size_t end = line.find_first_of(" ]:", at);
    if (end == std::string_view::npos) return std::nullopt;
    const std::size_t from = line.find_first_not_of(" ]:-", end);
    return from == std::string_view::npos ? std::string_view() : line.substr(from);
  }
  return std::nullopt;
}

/// Behind `before`, up to `after`, where `text` has both in this order.
std::optional<std::string_view> between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t at = text.find(before);
  if (at == std::string_view::npos) return std::nullopt;
  text.remove_prefix(at + before.size());
  const std::size_t end = text.find(after);
  return end == std::string_view::npos ? std::nullopt : std::optional(text.substr(0, end));
}

/// The client that a line of the request under way names.
std::optional<std::string_view> client_in(std::string_view text) {
  struct Words {
    std::string_view start, before, after;
  };
  constexpr std::array<Words, 3> lines = {{{"Validating access to scopes ", "] for client '", "' (<"},
                                           {"Failed basic auth: Application ", "Application ", " does not exist"},
                                           {"Failed body auth: Application ", "Application ", " does not exist"}}};
  for (const Words& w : lines)
    if (text.starts_with(w.start)) {
      const auto found = between(text, w.before, w.after);
      return found && *found != "None" ? found : std::nullopt;
    }
  constexpr std::string_view kWrongSecret = "Failed basic auth: wrong client secret for client_id ";
  if (text.starts_with(kWrongSecret)) return text.substr(kWrongSecret.size());
  return std::nullopt;
}

}  // namespace

/// The request by the grant that is being answered.
class OauthlibLine::Request final : public ShapeState {
 public:
  bool open = false;
  std::string client;
};

OauthlibLine::OauthlibLine(PathSet& paths)
    : time_(paths.add("@oauthlib.time")),
      event_(paths.add("@oauthlib.event")),
      client_(paths.add("@oauthlib.client")),
      user_(paths.add("@oauthlib.user")),
      error_(paths.add("@oauthlib.error")) {}

std::unique_ptr<ShapeState> OauthlibLine::state() const { return std::make_unique<Request>(); }

void OauthlibLine::set(int slot, std::string_view text, FieldTable& out) const {
  out.set(slot, {text, FieldTable::Kind::text});
}

Fit OauthlibLine::take(TextRecord& record, FieldTable& out) const {
  const auto text = message_of(record.text);
  if (!text) return Fit::no;
  const std::string_view head = trim(record.text.substr(0, record.text.find_first_of("DIWEC[", 19)));
  std::size_t used = 0;
  if (parse_iso8601(head, &used)) set(time_, head.substr(0, used), out);
  return message(*text, static_cast<Request*>(record.state), out);
}

Fit OauthlibLine::message(std::string_view text, Request* request, FieldTable& out) const {
  constexpr std::string_view kDispatch = "Dispatching grant_type ";
  constexpr std::string_view kUnauthorized = "Unauthorized from '";
  if (text.starts_with(kIssued)) {
    const bool ours = request == nullptr || std::exchange(request->open, false);
    return ours ? issued(text, out) : Fit::other;
  }
  if (request == nullptr) return Fit::other;
  if (text.starts_with(kDispatch)) {
    request->open = text.substr(kDispatch.size()).starts_with("password ");
    request->client.clear();
    if (request->open) set(event_, "dispatch", out);
    return Fit::fields;
  }
  if (!request->open) return Fit::other;
  if (text.starts_with(kUnauthorized)) {
    request->client = between(text, kUnauthorized, "' (<").value_or("");
    return Fit::other;
  }
  if (text.starts_with(kRefused)) return refused(text.substr(kRefused.size()), *request, out);
  if (const auto client = client_in(text)) request->client = *client;
  return Fit::other;
}

/// `Issuing token {…} to client id 'X' (<Application: N>) and username Y.`; the user's name may hold anything.
Fit OauthlibLine::issued(std::string_view text, FieldTable& out) const {
  constexpr std::string_view kUser = ">) and username ";
  const auto client = between(text, "} to client id '", "' (<");
  const std::size_t user = text.find(kUser);
  if (!client || user == std::string_view::npos) return Fit::broken;
  std::string_view name = text.substr(user + kUser.size());
  if (name.ends_with('.')) name.remove_suffix(1);
  set(event_, "issued", out);
  set(client_, *client, out);
  set(user_, name, out);
  return Fit::fields;
}

Fit OauthlibLine::refused(std::string_view text, Request& request, FieldTable& out) const {
  request.open = false;
  set(event_, "error", out);
  set(error_, text.substr(0, text.find(')')), out);
  set(client_, out.own(std::move(request.client)), out);
  request.client.clear();
  return Fit::fields;
}

}  // namespace ropc::logparsers
