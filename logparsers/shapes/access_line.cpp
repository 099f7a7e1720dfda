#include "logparsers/shapes/access_line.h"

#include <algorithm>
#include <optional>

#include "common/text.h"
#include "logparsers/http_form.h"
#include "logparsers/time_text.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kLongestHead = 1000;
constexpr int kMostParts = 12;

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Where `[time] "` begins, and the time's length. A user name may hold brackets itself.
struct Clock {
  std::size_t at = 0;
  std::size_t length = 0;
};
std::optional<Clock> clock_in(std::string_view line) {
  for (std::size_t at = line.find(" ["); at != std::string_view::npos && at < kLongestHead; at = line.find(" [", at + 1)) {
    const std::string_view time = line.substr(at + 2, 40);
    std::size_t used = 0;
    if (time.empty() || !digit(time.front()) || !parse_clf_time(time, &used)) continue;
    if (line.substr(at + 2 + used).starts_with("] \"")) return Clock{at, used};
  }
  return std::nullopt;
}

/// The quote at or after `from` that no back-slash escapes; npos: there is none.
std::size_t closing_quote(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at;
  }
  return std::string_view::npos;
}

/// The quote that ends the request: the status follows it. Some servers do not escape quotes in the address.
std::size_t end_of_request(std::string_view text) {
  for (std::size_t at = closing_quote(text, 0); at != std::string_view::npos; at = closing_quote(text, at + 1)) {
    const std::string_view behind = text.substr(at + 1, 5);
    if (behind.size() >= 4 && behind[0] == ' ' && digit(behind[1]) && digit(behind[2]) && digit(behind[3]) &&
        (behind.size() == 4 || behind[4] == ' '))
      return at;
  }
  return std::string_view::npos;
}

std::string_view plain(std::string_view text, FieldTable& out) {
  return text.find('\\') == std::string_view::npos ? text : out.own(without_log_escapes(text));
}

std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

/// "192.0.2.4", "2001:db8::1", "::1", not "-" and no name of a user.
bool address_like(std::string_view text) {
  const bool sign = text.find_first_of(".:") != std::string_view::npos;
  return sign && std::all_of(text.begin(), text.end(), [](char c) {
           return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' || c == ':';
         });
}

}  // namespace

AccessLine::AccessLine(PathSet& paths)
    : address_(paths.add("@line.address")),
      user_(paths.add("@line.user")),
      time_(paths.add("@line.time")),
      request_(paths.add("@line.request")),
      status_(paths.add("@line.status")),
      agent_(paths.add("@line.agent")),
      body_(paths.add("@line.body")) {}

Fit AccessLine::take(TextRecord& record, FieldTable& out) const {
  const std::string_view line = record.text;
  const auto clock = clock_in(line);
  if (!clock || !head(line.substr(0, clock->at), out)) return Fit::no;
  out.set(time_, {line.substr(clock->at + 2, clock->length), FieldTable::Kind::text});
  const std::string_view behind = line.substr(clock->at + clock->length + 5);
  const std::size_t end = end_of_request(behind);
  if (end == std::string_view::npos) return Fit::neighbour;
  out.set(request_, {plain(behind.substr(0, end), out), FieldTable::Kind::text});
  out.set(status_, {behind.substr(end + 2, 3), FieldTable::Kind::text});
  quoted_parts(behind.substr(end + 5), out);
  return Fit::fields;
}

/// `[host:port ]address ident user`; the user may hold blanks.
bool AccessLine::head(std::string_view text, FieldTable& out) const {
  std::string_view address = take_word(text);
  std::string_view ident = take_word(text);
  if (address_like(ident)) {
    address = ident;
    ident = take_word(text);
  }
  if (address.empty() || ident.empty() || text.empty() || address.find_first_of("\"{[(=") != std::string_view::npos)
    return false;
  out.set(address_, {address, FieldTable::Kind::text});
  if (text != "-") out.set(user_, {plain(text, out), FieldTable::Kind::text});
  return true;
}

/// Referer, user agent, and what else the operator has chosen.
void AccessLine::quoted_parts(std::string_view text, FieldTable& out) const {
  std::size_t open = text.find('"');
  for (int part = 0; open != std::string_view::npos && part < kMostParts; ++part) {
    const std::size_t close = closing_quote(text, open + 1);
    if (close == std::string_view::npos) return;
    const std::string_view value = text.substr(open + 1, close - open - 1);
    if (part == 1) out.set(agent_, {plain(value, out), FieldTable::Kind::text});
    if (part > 1 && mentions_grant_type(value)) out.set(body_, {plain(value, out), FieldTable::Kind::text});
    open = text.find('"', close + 1);
  }
}

}  // namespace ropc::logparsers
