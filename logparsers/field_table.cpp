#include "logparsers/field_table.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace ropc::logparsers {

bool says_nothing(std::string_view text) {
  constexpr std::array<std::string_view, 6> words = {"-", "null", "n/a", "unknown", "undefined", "(null)"};
  if (text.empty()) return true;
  if (text.size() > 9) return false;
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return equal_ignoring_case(text, w); });
}

std::string_view FieldTable::text(int slot) const {
  const Value value = get(slot);
  if (value.kind == Kind::none || value.kind == Kind::null) return {};
  return says_nothing(value.text) ? std::string_view() : value.text;
}

}  // namespace ropc::logparsers
