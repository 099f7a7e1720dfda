#include "logparsers/peel.h"

#include <algorithm>

#include "common/text.h"
#include "logparsers/time_text.h"

namespace ropc::logparsers {
namespace {

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && digit(text[n])) ++n;
  return n;
}

/// The next word and the one blank behind it.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

/// Terminal colours: ESC [ … m.
bool take_colour(std::string_view& text) {
  if (!text.starts_with("\x1b[")) return false;
  std::size_t end = 2;
  while (end < text.size() && end < 16 && (digit(text[end]) || text[end] == ';')) ++end;
  if (end >= text.size() || text[end] != 'm') return false;
  text.remove_prefix(end + 1);
  return true;
}

/// `<134>`; its length, 0 when none stands there (RFC 5424 §6.2.1).
std::size_t priority_length(std::string_view text) {
  if (!text.starts_with('<')) return 0;
  const std::size_t n = digits(text.substr(1, 4));
  return n >= 1 && n <= 3 && text.size() > n + 1 && text[n + 1] == '>' ? n + 2 : 0;
}

/// `[id name="value"…]…`, where a quote, a back-slash and a bracket in a value have a back-slash before them.
std::size_t structured_data_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] == '[') {
    bool inside = false;
    for (++at; at < text.size() && (inside || text[at] != ']'); ++at) {
      if (inside && text[at] == '\\') ++at;
      else if (text[at] == '"') inside = !inside;
    }
    if (at >= text.size()) return 0;
    ++at;
  }
  return at;
}

/// RFC 5424: `<15>1 time host app pid msgid - message`, after an octet count or not (RFC 6587 §3.4.1).
bool take_rfc5424(std::string_view& text, Outer& outer) {
  std::string_view rest = text;
  const std::size_t count = digits(rest);
  if (count > 0 && count < 10 && count < rest.size() && rest[count] == ' ' && rest.substr(count + 1).starts_with('<'))
    rest.remove_prefix(count + 1);
  const std::size_t priority = priority_length(rest);
  if (priority == 0 || !rest.substr(priority).starts_with("1 ")) return false;
  rest.remove_prefix(priority + 2);
  const std::string_view time = take_word(rest);
  const auto at = parse_iso8601(time);
  if (!at && time != "-") return false;
  take_word(rest);  // host
  outer.app = take_word(rest);
  take_word(rest);  // process
  outer.topic = take_word(rest);
  if (at) outer.time = at;
  if (rest.starts_with('-')) {
    rest.remove_prefix(1);
  } else if (rest.starts_with('[')) {
    const std::size_t data = structured_data_length(rest);
    // A message may be all in its structured data (OpenAM): then that is the message.
    if (data == 0 || trim(rest.substr(data)).empty()) {
      text = rest;
      return true;
    }
    rest.remove_prefix(data);
  }
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  text = rest;
  return true;
}

/// `host tag[pid]: ` or, as rsyslog repeats an RFC 5424 message, `host app[pid] `.
bool take_host_and_tag(std::string_view& text, Outer& outer) {
  std::string_view rest = text;
  const std::string_view host = take_word(rest);
  const std::string_view tag = take_word(rest);
  if (host.empty() || tag.empty() || host.find_first_of("[]{}\"=<>(") != std::string_view::npos) return false;
  const bool pid = tag.ends_with(']') || tag.ends_with("]:");
  if (!pid && !tag.ends_with(':')) return false;
  const std::size_t name = tag.find_first_of("[:");
  if (name == 0 || tag.find_first_of("{}\"=<>(") != std::string_view::npos) return false;
  outer.app = tag.substr(0, name);
  text = rest;
  return true;
}

/// RFC 3164 (`<134>Nov 21 11:12:57 host tag: `), and the same without priority as files have it.
bool take_rfc3164(std::string_view& text, Outer& outer) {
  std::string_view rest = text.substr(priority_length(text));
  std::size_t used = 0;
  if (skip_syslog_time(rest, &used)) {
    rest.remove_prefix(used);
    if (!rest.starts_with(' ')) return false;
    rest.remove_prefix(1);
    if (!take_host_and_tag(rest, outer)) return false;
    text = rest;
    return true;
  }
  if (rest.size() == text.size()) return false;
  // A priority alone, as some senders put it.
  text = rest;
  return true;
}

/// `{app="shop", pod="shop-0"} `, the labels that logcli prints before a line.
bool take_labels(std::string_view& text) {
  if (!text.starts_with('{')) return false;
  const std::size_t equal = text.find_first_of("=\" {", 1);
  if (equal == std::string_view::npos || equal < 2 || !text.substr(equal).starts_with("=\"")) return false;
  bool inside = false;
  for (std::size_t at = equal + 1; at < text.size() && at < 4096; ++at) {
    if (inside && text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      inside = !inside;
    } else if (!inside && text[at] == '}') {
      if (at + 1 >= text.size() || text[at + 1] != ' ') return false;
      text.remove_prefix(at + 2);
      return true;
    }
  }
  return false;
}

/// `app[web.1]: `, as Heroku's router writes it, without a host.
bool take_tag(std::string_view& text, Outer& outer) {
  std::string_view rest = text;
  const std::string_view tag = take_word(rest);
  if (!tag.ends_with("]:") || tag.find_first_of("{}\"=<>(") != std::string_view::npos) return false;
  outer.app = tag.substr(0, tag.find('['));
  text = rest;
  return true;
}

/// `2026-03-02T09:14:07+00:00 TAB kube.app TAB {…}`, the files that fluentd writes.
bool take_fluentd(std::string_view& text, Outer& outer) {
  const std::size_t tab = text.substr(0, 40).find('\t');
  const std::size_t next = tab == std::string_view::npos ? tab : text.substr(0, 300).find('\t', tab + 1);
  if (next == std::string_view::npos || !text.substr(next + 1).starts_with('{')) return false;
  const auto at = parse_iso8601(text.substr(0, tab));
  if (!at) return false;
  outer.time = at;
  text.remove_prefix(next + 1);
  return true;
}

/// Papertrail's archives: ten columns between tabs, the first a long number, the last the message.
bool take_papertrail(std::string_view& text) {
  if (digits(text) < 10 || digits(text) >= text.size() || text[digits(text)] != '\t') return false;
  std::size_t at = 0;
  for (int column = 0; column < 9; ++column) {
    at = text.find('\t', at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  text.remove_prefix(at);
  return true;
}

/// `[pod/shop-0/shop] ` of `kubectl logs --prefix`.
bool take_kubectl_prefix(std::string_view& text) {
  if (!text.starts_with("[pod/")) return false;
  const std::size_t end = text.substr(0, 600).find("] ");
  if (end == std::string_view::npos || text.substr(0, end).find_first_of(" \"={") != std::string_view::npos) return false;
  text.remove_prefix(end + 2);
  return true;
}

/// `shop-0 shop ` of stern: a pod and its container, before a line with a time of its own, or JSON.
bool take_pod(std::string_view& text) {
  std::string_view rest = text;
  const std::string_view pod = take_word(rest);
  const std::string_view container = take_word(rest);
  const auto name = [](std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
      return digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
    });
  };
  if (!name(pod) || !name(container) || pod.find('-') == std::string_view::npos) return false;
  if (rest.size() < 20 || !(digit(rest[0]) || rest[0] == '{')) return false;
  text = rest;
  return true;
}

/// What begins with a machine's time stamp (`2026-11-21T13:28:40.571+01:00 `): Kubernetes CRI, rsyslog, kubectl.
bool take_stamped(std::string_view& text, Outer& outer) {
  if (text.size() < 21 || !digit(text[0]) || text[10] != 'T') return false;
  std::size_t used = 0;
  const auto at = parse_iso8601(text, &used);
  if (!at || used >= text.size() || text[used] != ' ' || !at->zone_known) return false;
  std::string_view rest = text.substr(used + 1);
  if (take_labels(rest) || take_tag(rest, outer)) {
    outer.time = at;
    text = rest;
    return true;
  }
  for (const std::string_view stream : {"stdout F ", "stderr F ", "stdout P ", "stderr P "})
    if (rest.starts_with(stream)) {
      outer.time = at;
      text = rest.substr(stream.size());
      return true;
    }
  if (!take_host_and_tag(rest, outer)) {
    // kubectl repeats the clock before a line that has its own, or before JSON.
    const bool inner = !rest.empty() && (rest[0] == '{' || digit(rest[0]) || rest.starts_with("\x1b["));
    if (!inner) return false;
  }
  outer.time = at;
  text = rest;
  return true;
}

/// `keycloak-1  | ` of docker compose.
bool take_compose(std::string_view& text) {
  const std::size_t bar = text.substr(0, 80).find(" | ");
  if (bar == std::string_view::npos) return false;
  const std::string_view name = trim(text.substr(0, bar));
  if (name.empty() || name.find_first_of(" {}[]\"=<>:,") != std::string_view::npos || digit(name[0])) return false;
  text.remove_prefix(bar + 3);
  return true;
}

bool take_one(std::string_view& text, Outer& outer) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
    return true;
  }
  switch (text.empty() ? '\0' : text.front()) {
    case '\x1b':
      return take_colour(text);
    case '<':
      return take_rfc5424(text, outer) || take_rfc3164(text, outer);
    case '[':
      return take_kubectl_prefix(text);
    case '{':
    case '\0':
      return false;
    default:
      break;
  }
  if (digit(text.front()))
    return take_stamped(text, outer) || take_rfc5424(text, outer) || take_fluentd(text, outer) || take_papertrail(text);
  if (text.starts_with("MESSAGE=")) {  // journalctl -o export
    text.remove_prefix(8);
    return true;
  }
  return take_rfc3164(text, outer) || take_compose(text) || take_pod(text);
}

}  // namespace

TextRecord peel_line(std::string_view line) {
  TextRecord out;
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  constexpr int kDeepest = 12;
  for (int i = 0; i < kDeepest && take_one(line, out.outer); ++i) {
  }
  while (line.ends_with("\x1b[0m") || line.ends_with("\x1b[m")) line.remove_suffix(line.ends_with("\x1b[m") ? 3 : 4);
  out.text = line;
  return out;
}

std::size_t octet_frame(std::string_view text) {
  const auto header = [](std::string_view from) {
    const std::size_t count = digits(from);
    const bool frame = count > 0 && count < 8 && count < from.size() && from[count] == ' ' &&
                       priority_length(from.substr(count + 1)) > 0;
    return frame ? count : 0;
  };
  const std::size_t count = header(text);
  if (count == 0) return 0;
  std::size_t length = 0;
  for (const char c : text.substr(0, count)) length = length * 10 + static_cast<std::size_t>(c - '0');
  const std::size_t end = count + 1 + length;
  if (end > text.size()) return 0;
  return end == text.size() || text[end] == '\n' || header(text.substr(end)) > 0 ? end : 0;
}

std::size_t next_syslog_header(std::string_view line, std::size_t from) {
  for (std::size_t at = line.find('<', from); at != std::string_view::npos; at = line.find('<', at + 1)) {
    const std::size_t priority = priority_length(line.substr(at));
    if (priority == 0 || !line.substr(at + priority).starts_with("1 ")) continue;
    const std::string_view time = line.substr(at + priority + 2, 40);
    std::size_t used = 0;
    if (!parse_iso8601(time, &used) || used >= time.size() || time[used] != ' ') continue;
    std::size_t start = at;  // an octet count may stand before it
    if (start > from && line[start - 1] == ' ') {
      std::size_t n = start - 1;
      while (n > from && digit(line[n - 1])) --n;
      if (n < start - 1) start = n;
    }
    return start;
  }
  return std::string_view::npos;
}

}  // namespace ropc::logparsers
