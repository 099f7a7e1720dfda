#include "scanner/names.h"

#include "common/text.h"

namespace ropc::scanner {
namespace {

bool name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool separator(char c) { return c == '.' || c == ':' || c == '>' || c == '\\' || c == '/' || c == '$' || c == '#'; }

}  // namespace

std::string folded_dotted(std::string_view name) {
  std::string out;
  bool pending = false;
  for (const char c : name) {
    if (separator(c)) {
      pending = !out.empty();
    } else if (c != '_' && c != '-' && c != ' ') {
      if (pending) out += '.';
      pending = false;
      out += lower(c);
    }
  }
  return out;
}

std::string_view last_part(std::string_view dotted) {
  const std::size_t dot = dotted.rfind('.');
  return dot == std::string_view::npos ? dotted : dotted.substr(dot + 1);
}

bool ends_in_parts(std::string_view dotted, std::string_view ending) {
  if (!dotted.ends_with(ending)) return false;
  return dotted.size() == ending.size() || dotted[dotted.size() - ending.size() - 1] == '.';
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !name_char(text[at - 1])) && (end == text.size() || !name_char(text[end]))) return true;
  }
  return false;
}

}  // namespace ropc::scanner
