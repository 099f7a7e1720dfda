#include "scanner/context/basic_client.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "common/text.h"

namespace ropc::scanner {
namespace {

constexpr std::uint32_t kWindow = 14;      ///< lines above and below the request
constexpr std::size_t kReach = 4'000;      ///< bytes, for files of one endless line
constexpr std::size_t kMark = 120;         ///< bytes between a literal and the word that says that it is encoded

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool id_char(char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; }
bool quote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// What may be a client id. Words that stand before a colon for other reasons are none.
bool is_client(std::string_view id) {
  constexpr std::array<std::string_view, 16> kOther = {"http",   "https", "authorization", "basic",  "bearer", "user",
                                                       "username", "client", "clientid",   "secret", "token",  "urn",
                                                       "data",   "error", "granttype",     "password"};
  const std::string folded = folded_name(id);
  return id.size() >= 2 && id.size() <= 100 && std::any_of(id.begin(), id.end(), letter) &&
         std::find(kOther.begin(), kOther.end(), folded) == kOther.end();
}

/// The window around the request, and where things stand in it.
class Window {
 public:
  Window(const Document& document, Region where) {
    const LineIndex& lines = document.lines;
    const std::uint32_t first = lines.line(where.begin);
    const std::size_t from = std::max(lines.start(first > kWindow ? first - kWindow : 1), where.begin - std::min(where.begin, kReach));
    const std::size_t to = std::min(lines.start(lines.line(where.end) + kWindow + 1), where.end + kReach);
    text_ = std::string_view(document.text).substr(from, to - from);
    center_ = where.begin - from;
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  [[nodiscard]] std::size_t skip_blanks(std::size_t i) const {
    while (blank(at(i))) ++i;
    return i;
  }
  /// The id that begins at `i`, or the shell variable; empty when none does.
  [[nodiscard]] std::string_view id_at(std::size_t i) const {
    std::size_t end = i;
    if (at(end) == '$') {
      const bool braced = at(++end) == '{';
      if (braced) ++end;
      while (id_char(at(end)) && at(end) != '-' && at(end) != '.') ++end;
      if (braced && at(end++) != '}') return {};
      return end - i > 2 ? text_.substr(i, end - i) : std::string_view();
    }
    while (id_char(at(end))) ++end;
    const std::string_view id = text_.substr(i, end - i);
    return is_client(id) ? id : std::string_view();
  }
  /// Whether one of the words that go with encoded credentials stands near `i`.
  [[nodiscard]] bool encoded_near(std::size_t i) const {
    const std::size_t from = i - std::min(i, kMark);
    const std::string_view near = text_.substr(from, i + kMark - from);
    constexpr std::array<std::string_view, 5> kWords = {"base64", "b64", "btoa", "userpwd", "basic"};
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return contains_ignoring_case(near, word); });
  }
  /// The id found at `i` takes the place of one that stands farther from the request.
  void offer(std::size_t i, std::string_view id) {
    const std::size_t distance = i > center_ ? i - center_ : center_ - i;
    if (id.empty() || (!best_.empty() && distance >= nearest_)) return;
    best_ = id;
    nearest_ = distance;
  }
  [[nodiscard]] std::string_view best() const { return best_; }

 private:
  std::string_view text_;
  std::size_t center_ = 0;
  std::size_t nearest_ = 0;
  std::string_view best_;
};

/// `-u id:secret`, `--user=id:secret`, with or without quotes.
void look_at_options(Window& window) {
  for (const std::string_view option : {"-u", "--user"}) {
    const std::string_view text = window.text();
    for (std::size_t at = text.find(option); at != std::string_view::npos; at = text.find(option, at + 1)) {
      if (at > 0 && !blank(text[at - 1])) continue;
      std::size_t i = at + option.size();
      const bool apart = blank(window.at(i)) || window.at(i) == '=';
      if (!apart) continue;
      i = window.skip_blanks(i + 1);
      if (quote(window.at(i))) ++i;
      const std::string_view id = window.id_at(i);
      if (!id.empty() && window.at(i + id.size()) == ':') window.offer(i, id);
    }
  }
}

/// A literal that begins `id:` and ends there or goes on with what is put in; and `%s:%s` with the id as its first
/// argument. Both only beside a word that says that they are encoded.
void look_at_literals(Window& window) {
  const std::string_view text = window.text();
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (text.substr(at - std::min<std::size_t>(at, 2)).starts_with("%s:%s") && quote(window.at(at + 3))) {
      std::size_t i = at + 4;
      while (blank(window.at(i)) || window.at(i) == ',' || quote(window.at(i))) ++i;
      if (window.encoded_near(at)) window.offer(i, window.id_at(i));
      continue;
    }
    const char next = window.at(at + 1);
    if (!quote(next) && std::string_view("$%{#\\").find(next) == std::string_view::npos) continue;
    std::size_t begin = at;
    while (begin > 0 && id_char(text[begin - 1])) --begin;
    if (begin == 0 || !quote(text[begin - 1]) || (quote(next) && next != text[begin - 1])) continue;
    if (window.id_at(begin).size() == at - begin && window.encoded_near(at)) window.offer(begin, window.id_at(begin));
  }
}

/// The folded word before an opening bracket: the function that is called, or the key that is set ("auth=(").
std::string word_before(std::string_view text, std::size_t bracket) {
  std::size_t end = bracket;
  while (end > 0 && (blank(text[end - 1]) || quote(text[end - 1]) || std::string_view("=:>").find(text[end - 1]) != std::string_view::npos)) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 60 && id_char(text[begin - 1]) && text[begin - 1] != '.') --begin;
  return folded_name(text.substr(begin, end - begin));
}

/// `auth=("id", secret)`, `setBasicAuth("id", secret)`, `new NetworkCredential("id", secret)`.
void look_at_calls(Window& window) {
  const std::string_view text = window.text();
  for (std::size_t at = text.find_first_of("(["); at != std::string_view::npos; at = text.find_first_of("([", at + 1)) {
    const std::size_t i = window.skip_blanks(at + 1);
    if (!quote(window.at(i))) continue;
    const std::string_view id = window.id_at(i + 1);
    const std::size_t end = i + 1 + id.size();
    if (id.empty() || !quote(window.at(end)) || window.at(window.skip_blanks(end + 1)) != ',') continue;
    const std::string word = word_before(text, at);
    if (word.ends_with("auth") || word.find("basic") != std::string::npos || word == "networkcredential" ||
        word == "usernamepasswordcredentials")
      window.offer(i + 1, id);
  }
}

}  // namespace

std::optional<std::string> basic_client(const Document& document, Region where) {
  Window window(document, where);
  look_at_options(window);
  look_at_literals(window);
  look_at_calls(window);
  return window.best().empty() ? std::nullopt : std::optional(std::string(window.best()));
}

}  // namespace ropc::scanner
