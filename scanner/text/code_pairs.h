#pragma once

#include <functional>
#include <string_view>

#include "scanner/facts.h"
#include "scanner/text/reader.h"

namespace ropc::scanner {

/// Which keys are looked for.
struct WantedKeys {
  std::function<bool(std::string_view)> text;  ///< the key's own text, any spelling
  std::function<bool(std::string_view)> name;  ///< a dotted identifier that stands for it
};

/// Finds the pairs of a document of any language, in code, strings, data and comments (their role says where), in the
/// order of their places in each. A key with several possible values (a list, a condition) gives a pair for each.
void document_pairs(const Reader& reader, const WantedKeys& wanted, const std::function<void(const PairFact&)>& found);

}  // namespace ropc::scanner
