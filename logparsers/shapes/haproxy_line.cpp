#include "logparsers/shapes/haproxy_line.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "logparsers/http_form.h"
#include "logparsers/time_text.h"

namespace ropc::logparsers {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), digit); }

std::string_view decoded(std::string_view text, FieldTable& out) {
  return text.find('#') == std::string_view::npos ? text : out.own(without_haproxy_escapes(text));
}

/// The words between the time and the captures: frontend, server, timers, status, bytes, two cookies, termination
/// state, connections, queues.
constexpr std::size_t kWords = 10;
bool take_words(std::string_view& text, std::array<std::string_view, kWords>& words) {
  for (std::string_view& word : words) {
    const std::size_t end = text.find(' ');
    if (end == std::string_view::npos || end == 0) return false;
    word = text.substr(0, end);
    text.remove_prefix(end + 1);
  }
  return words[1].find('/') != std::string_view::npos && words[2].find('/') != std::string_view::npos &&
         words[3].size() <= 3 && (digits(words[3]) || words[3] == "-1") && words[8].find('/') != std::string_view::npos;
}

}  // namespace

HaproxyLine::HaproxyLine(PathSet& paths)
    : address_(paths.add("@line.address")),
      time_(paths.add("@line.time")),
      request_(paths.add("@line.request")),
      status_(paths.add("@line.status")),
      body_(paths.add("@line.body")),
      authorization_(paths.add("@line.authorization")) {}

Fit HaproxyLine::take(TextRecord& record, FieldTable& out) const {
  std::string_view line = record.text;
  const std::size_t open = line.find(" [");
  if (open == std::string_view::npos || open > 60) return Fit::no;
  const std::string_view peer = line.substr(0, open);
  const std::size_t colon = peer.rfind(':');
  if (colon == std::string_view::npos || !digits(peer.substr(colon + 1))) return Fit::no;
  std::size_t used = 0;
  const std::string_view time = line.substr(open + 2);
  if (!parse_clf_time(time, &used) || !time.substr(used).starts_with("] ")) return Fit::no;
  out.set(address_, {peer, FieldTable::Kind::text});
  out.set(time_, {time.substr(0, used), FieldTable::Kind::text});
  std::string_view rest = time.substr(used + 2);
  std::array<std::string_view, kWords> words;
  if (!take_words(rest, words)) return Fit::neighbour;
  out.set(status_, {words[3], FieldTable::Kind::text});
  while (rest.starts_with('{')) {
    const std::size_t close = rest.find('}');
    if (close == std::string_view::npos) return Fit::broken;
    captures(rest.substr(1, close - 1), out);
    rest = trim(rest.substr(close + 1));
  }
  if (!rest.starts_with('"') || rest.size() < 2) return Fit::broken;
  rest.remove_prefix(1);
  if (rest.ends_with('"')) rest.remove_suffix(1);
  out.set(request_, {decoded(rest, out), FieldTable::Kind::text});
  return Fit::fields;
}

void HaproxyLine::captures(std::string_view text, FieldTable& out) const {
  for (const std::string_view one : split(text, '|')) {
    if (mentions_grant_type(one))
      out.set(body_, {decoded(one, out), FieldTable::Kind::text});
    else if (equal_ignoring_case(one.substr(0, 6), "basic "))
      out.set(authorization_, {decoded(one, out), FieldTable::Kind::text});
  }
}

}  // namespace ropc::logparsers
