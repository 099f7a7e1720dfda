#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ropc::scanner {

/// A hole in a value that stands for another value.
struct Placeholder {
  std::size_t begin = 0, end = 0;       ///< bytes of the text it stands in
  std::string name;                     ///< what it asks for: "CLIENT_ID", "Values.auth.client", "var.client_id"; empty: an expression
  std::optional<std::string> fallback;  ///< what it is where nothing else is known (`${A:b}`, `default "b"`)
};

/// The next placeholder at or after `from`: `${A}`, `${A:b}`, `${A:-b}`, `$(A)`, `$A`, `{{ a }}`, `${{ env.A }}`,
/// `((a))`, `<<a>>`, `%{A}`, `#{a}`, `%A%`; nothing: the rest is plain text. Prefixes that say where a name comes from (`env.`,
/// `vars.`, `_.`, `sys:`) are dropped.
std::optional<Placeholder> next_placeholder(std::string_view text, std::size_t from);

/// Whether a text holds a placeholder at all; one look at the bytes.
bool may_hold_placeholder(std::string_view text);

}  // namespace ropc::scanner
