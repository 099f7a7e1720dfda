#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "scanner/syntax/language.h"

namespace ropc::scanner::syntax {

/// One step to a child; see NodeRow.
struct Selector {
  enum class By : std::uint8_t { field, type, position, itself, after_equals };
  By by = By::position;
  int value = 0;                       ///< field id or position
  std::vector<std::uint16_t> symbols;  ///< of a type: all symbols of that name
};

/// Steps to a descendant, taken one after the other.
using SelectorPath = std::vector<Selector>;

/// A Language's table in the numbers of its grammar. Immutable.
struct Grammar {
  std::vector<NodeRow> rows;                 ///< the language's own and those it shares
  std::vector<std::uint16_t> row_of_symbol;  ///< by symbol: index of the row plus 1, 0: none
  std::vector<std::array<std::vector<SelectorPath>, 3>> slots;  ///< by row; the first path that leads somewhere counts
  std::vector<std::string_view> unknown;     ///< node types and fields of the table that the grammar does not have
};

/// Of a row of languages(); made when first asked for, once, and kept. Callable from many threads.
const Grammar& grammar_of(const Language& language);

}  // namespace ropc::scanner::syntax
