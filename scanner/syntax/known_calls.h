#pragma once

#include <string_view>

namespace ropc::scanner::syntax {

/// What a well-known function of any language's library does with its arguments, told by its name alone.
enum class Effect : std::uint8_t {
  none,
  same,         ///< gives its only argument, or its receiver, in another type or encoding
  append,       ///< adds its argument to the receiver and gives the receiver back
  join,         ///< puts a separator between the items of a list
  format,       ///< puts arguments into a format
  numbered,     ///< puts its arguments where its receiver has %1, %2 (Qt)
  environment,  ///< reads an environment variable; a second argument is the fallback
  setting,      ///< reads the program's configuration
  prompt,       ///< asks a person
  vault,        ///< reads a secret store
  fallback,     ///< its receiver or, failing that, its argument
  field_default,///< a field of a record: named argument `default`, or the first
  list_of,      ///< makes a list of its arguments
  map_of,       ///< makes a map of its arguments
  compare,      ///< whether receiver and argument, or both arguments, are equal or one holds the other
  assertion,    ///< a test's statement about its arguments
  removal,      ///< takes away, forbids or skips what it is given
};

/// By the last part of the name; letter case counts only where it tells types from functions.
Effect effect_of(std::string_view name);

}  // namespace ropc::scanner::syntax
