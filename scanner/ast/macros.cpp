#include "scanner/ast/macros.h"

#include <algorithm>

namespace ropc::scanner::ast {

std::vector<MacroText> macros_with_text(std::string_view source) {
  constexpr std::string_view word = "define";
  std::vector<MacroText> out;
  for (std::size_t at = source.find('#'); at != std::string_view::npos; at = source.find('#', at + 1)) {
    const std::string_view line = source.substr(0, std::min(source.find('\n', at), source.size()));
    const std::size_t directive = line.find_first_not_of(" \t", at + 1);
    if (directive == std::string_view::npos || !line.substr(directive).starts_with(word)) continue;
    const std::size_t begin = line.find_first_not_of(" \t", directive + word.size());
    const std::size_t open = line.find('"', at);
    const std::size_t close = open == std::string_view::npos ? open : line.find('"', open + 1);
    if (begin == std::string_view::npos || close == std::string_view::npos || begin > open) continue;
    const std::size_t end = std::min(line.find_first_of(" \t(\"", begin), open);
    out.push_back({std::string(line.substr(begin, end - begin)), std::string(line.substr(open + 1, close - open - 1))});
  }
  return out;
}

}  // namespace ropc::scanner::ast
