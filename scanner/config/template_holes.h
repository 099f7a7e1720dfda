#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ropc::scanner::config {

/// End of the template hole that starts at `at`: `{{ … }}`, `{% … %}`, `{# … #}`, `${ … }`, `<% … %>`; `at` itself when
/// there is none, or none that ends within kMaxHole bytes. `${` nests.
std::size_t hole_end(std::string_view text, std::size_t at) noexcept;
inline constexpr std::size_t kMaxHole = 4096;

/// The same for holes that stand for no value: `{% %}`, `{# #}`, `<% %>` and Go template actions such as `{{- if x }}`,
/// `{{ end }}`, `{{/* comment */}}`.
std::size_t statement_end(std::string_view text, std::size_t at) noexcept;

/// The text, as long as before, with every hole filled so that YAML reads it: statements and lines that are holes only
/// become blanks, other holes the letter kFiller. Line ends stay.
std::string filled_holes(std::string_view text);
inline constexpr char kFiller = '\x7F';

}  // namespace ropc::scanner::config
