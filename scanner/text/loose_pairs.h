#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "scanner/facts.h"

namespace ropc::scanner {

/// A key and a value found side by side in text of any kind: a form body, a query string, JSON in a string, a header, a
/// shell command, a properties file, XML. Offsets are into the text searched.
struct LoosePair {
  std::string_view key;      ///< as it stands
  Region key_at;
  std::string value;         ///< decoded; empty when it is not in the text
  std::string name;          ///< of the variable or placeholder that is the value ("GRANT" of ${GRANT}); empty: none
  Region value_at;
  bool open = false;         ///< the text ends where the value should begin: it stands outside ("grant_type=" + x)
  std::size_t holes = 0;     ///< where the value is a hole of a format (%s, {}, {0}): its number from 1; else 0
  bool compared = false;     ///< a comparison, not a value given
  std::string_view shape;    ///< "form-string", "dictionary", "assignment", "markup"; a literal
};

/// Finds the pairs whose key `wants`. A value may stand up to two lines below its key. Linear in the text.
void loose_pairs(std::string_view text, const std::function<bool(std::string_view)>& wants,
                 const std::function<void(const LoosePair&)>& found);

}  // namespace ropc::scanner
