#include "scanner/ast/text_pairs.h"

#include <algorithm>

namespace ropc::scanner::ast {

std::vector<TextPair> pairs_in(std::string_view text) {
  std::vector<TextPair> out;
  if (text.find('=') == std::string_view::npos) return out;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find_first_of("&?; \r\n\"'", from), text.size());
    const std::string_view part = text.substr(from, end - from);
    const std::size_t sign = part.find('=');
    if (sign != std::string_view::npos && sign > 0)
      out.push_back({std::string(part.substr(0, sign)), std::string(part.substr(sign + 1)),
                     sign + 1 == part.size() && end == text.size()});
    from = end + 1;
  }
  return out;
}

}  // namespace ropc::scanner::ast
