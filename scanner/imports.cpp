#include "scanner/imports.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/names.h"

namespace ropc::scanner {
namespace {

/// Words that open or carry an import in some language, a build file or a notebook.
constexpr std::array<std::string_view, 20> kImportWords = {
    "import",  "from",    "require", "use",    "using",          "include", "library", "need",           "alias", "Imports",
    "gem",     "install", "package", "extern", "implementation", "add",     "load",    "require_once",   "dep",   "Install"};

bool name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether an occurrence is the whole name or a whole leading part of it.
bool bounded(std::string_view text, std::size_t at, std::size_t size) {
  const std::size_t end = at + size;
  if (at > 0 && (name_char(text[at - 1]) || text[at - 1] == '-')) return false;
  return end == text.size() || (!name_char(text[end]) && text[end] != '-');
}

bool import_line(std::string_view line) {
  const std::string_view trimmed = trim(line);
  // In Go's import block a line is a quoted path, in a dependency list it is a name or a name and a version.
  if (!trimmed.empty() && (trimmed.front() == '"' || trimmed.front() == '\'')) return true;
  return std::any_of(kImportWords.begin(), kImportWords.end(),
                     [&](std::string_view word) { return has_word(line, word); });
}

std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t before = text.rfind('\n', at);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return text.substr(begin, std::min<std::size_t>(end - begin, 1000));
}

}  // namespace

bool text_imports(std::string_view text, std::string_view wanted) {
  if (wanted.empty()) return false;
  const bool distinctive = wanted.find_first_of("./\\:@-") != std::string_view::npos;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    if (!bounded(text, at, wanted.size())) continue;
    if (distinctive || import_line(line_around(text, at))) return true;
  }
  return false;
}

bool list_imports(const std::vector<std::string>& imports, std::string_view wanted) {
  return std::any_of(imports.begin(), imports.end(), [&](const std::string& name) {
    const std::size_t at = name.find(wanted);
    return at != std::string::npos && bounded(name, at, wanted.size());
  });
}

}  // namespace ropc::scanner
