#pragma once

#include <string_view>

// What functions do with texts, by the names that the C and C++ libraries and frameworks give them.

namespace ropc::scanner::ast {

/// Adds to the end of the buffer that is the first argument, or of the object it is called on (strcat, append, <<).
bool appends_text(std::string_view name);

/// Puts its text into the buffer that is the first argument (strcpy, sprintf, assign, =).
bool fills_buffer(std::string_view name);

/// Compares two texts (strcmp, ==, isEqualToString:).
bool compares_texts(std::string_view name);

/// Takes the value before its key, as Objective-C selectors do (setObject:forKey:).
bool value_before_key(std::string_view name);

/// Reads the entry of a map, object or form that its text argument names (json_object_get, GetObjectItem, find, at).
bool reads_entry(std::string_view name);

/// A macro or function that takes a list and the variable that holds each entry in turn (json_array_foreach, Q_FOREACH).
bool loops_over(std::string_view name);

/// "GrantType" of setGrantType, withGrantType, addGrantType: the name that a setter sets. A name without such a prefix
/// is its own.
std::string_view name_set_by(std::string_view setter);

}  // namespace ropc::scanner::ast
