#pragma once

#include <span>
#include <string_view>

namespace ropc {

/// A data file that was baked into the program (cmake/embed_files.cmake). Views live as long as the program.
struct EmbeddedFile {
  std::string_view path;  ///< relative to the folder it was embedded from, with '/'
  std::string_view text;
  bool packed_yaml = false;  ///< `text` is YAML parsed ahead of time (common/yaml_pack.h)
};

namespace embedded {
/// Each is defined by the generated source of the module that embeds it; sorted by path.
std::span<const EmbeddedFile> rule_files();
std::span<const EmbeddedFile> advice_files();
std::span<const EmbeddedFile> format_files();
std::span<const EmbeddedFile> dialect_files();
std::span<const EmbeddedFile> table_files();
std::span<const EmbeddedFile> idp_profile_files();
std::span<const EmbeddedFile> schema_files();
std::span<const EmbeddedFile> migration_files();
std::span<const EmbeddedFile> report_schema_files();
std::span<const EmbeddedFile> report_style_files();
}  // namespace embedded

}  // namespace ropc
