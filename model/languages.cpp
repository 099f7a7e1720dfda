#include "model/languages.h"

#include <algorithm>
#include <array>

namespace ropc {
namespace {

constexpr std::array<std::string_view, 66> kLanguages = {
    "apex",        "asciidoc", "batch",      "bicep",      "bruno",     "c",          "clojure",   "cmake",
    "cpp",         "csharp",   "css",        "dart",       "dockerfile", "dotenv",    "elixir",    "erlang",
    "fsharp",      "go",       "graphql",    "groovy",     "haskell",   "hcl",        "html",      "http",
    "ini",         "java",     "javascript", "json",       "julia",     "jupyter",    "kotlin",    "lua",
    "makefile",    "markdown", "nix",        "objective-c", "ocaml",    "pascal",     "perl",      "php",
    "powerquery",  "powershell", "properties", "protobuf", "python",    "qml",        "r",         "rst",
    "ruby",        "rust",     "scala",      "bash",       "sql",       "svelte",     "swift",     "tcl",
    "text",        "toml",     "tsx",        "typescript", "vb",        "vim",        "vue",       "xml",
    "yaml",        "zig"};

constexpr auto kSorted = [] {
  auto ids = kLanguages;
  std::sort(ids.begin(), ids.end());
  return ids;
}();

}  // namespace

std::span<const std::string_view> language_ids() { return kSorted; }

bool is_language_id(std::string_view id) { return std::binary_search(kSorted.begin(), kSorted.end(), id); }

}  // namespace ropc
