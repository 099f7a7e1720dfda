#include "scanner/text/text_syntax.h"

#include <algorithm>
#include <array>

namespace ropc::scanner {
namespace {

constexpr TextSyntax kUnknown{.hash_comments = true, .code = false};
constexpr TextSyntax kBraces{.slash_comments = true, .char_quotes = true, .triple_quotes = true};
constexpr TextSyntax kScript{.slash_comments = true, .back_quotes = true};
constexpr TextSyntax kGo{.slash_comments = true, .char_quotes = true, .back_quotes = true};
constexpr TextSyntax kSingle{.slash_comments = true, .triple_quotes = true};
constexpr TextSyntax kPhp{.slash_comments = true, .hash_comments = true, .multi_line = true};
constexpr TextSyntax kHash{.hash_comments = true, .triple_quotes = true, .multi_line = true};
constexpr TextSyntax kPython{.hash_comments = true, .triple_quotes = true};
constexpr TextSyntax kHcl{.slash_comments = true, .hash_comments = true, .single_quotes = false};
constexpr TextSyntax kShell{.hash_comments = true, .multi_line = true, .code = false};
constexpr TextSyntax kPowerShell{.hash_comments = true, .angle_hash_comments = true, .triple_quotes = false, .escapes = false, .multi_line = true};
constexpr TextSyntax kData{.hash_comments = true, .code = false};
constexpr TextSyntax kIni{.hash_comments = true, .semicolon_comments = true, .single_quotes = false, .code = false};
constexpr TextSyntax kJson{.slash_comments = true, .single_quotes = false, .code = false};
constexpr TextSyntax kMarkup{.markup_comments = true, .single_quotes = false, .escapes = false, .code = false};
constexpr TextSyntax kPlain{.single_quotes = false, .code = false};
constexpr TextSyntax kProse{.single_quotes = false, .code = false, .prose = true};
constexpr TextSyntax kSql{.slash_comments = true, .dash_comments = true, .escapes = false, .multi_line = true, .code = false};
constexpr TextSyntax kLua{.dash_comments = true};
constexpr TextSyntax kHaskell{.dash_comments = true, .char_quotes = true};
constexpr TextSyntax kLisp{.semicolon_comments = true, .single_quotes = false, .multi_line = true, .side_by_side = true};
constexpr TextSyntax kBasic{.quote_comments = true, .single_quotes = false, .escapes = false};
constexpr TextSyntax kPercent{.percent_comments = true, .char_quotes = true};
constexpr TextSyntax kPascal{.slash_comments = true, .brace_comments = true, .escapes = false};

struct Entry {
  std::string_view language;
  const TextSyntax* syntax;
};

constexpr std::array kTable = std::to_array<Entry>({
    {"apex", &kSingle},     {"asciidoc", &kProse}, {"bash", &kShell},     {"batch", &kShell},     {"bicep", &kSingle},
    {"bruno", &kPlain},     {"c", &kBraces},       {"clojure", &kLisp},   {"cmake", &kHash},      {"cpp", &kBraces},
    {"csharp", &kBraces},   {"css", &kPlain},      {"dart", &kSingle},    {"dockerfile", &kShell}, {"dotenv", &kData},
    {"elixir", &kHash},     {"erlang", &kPercent}, {"fsharp", &kBraces},  {"go", &kGo},           {"graphql", &kHash},
    {"groovy", &kSingle},   {"haskell", &kHaskell}, {"hcl", &kHcl},       {"html", &kMarkup},     {"http", &kPlain},
    {"ini", &kIni},         {"java", &kBraces},    {"javascript", &kScript}, {"json", &kJson},    {"julia", &kHash},
    {"jupyter", &kJson},    {"kotlin", &kBraces},  {"lua", &kLua},        {"makefile", &kShell},  {"markdown", &kProse},
    {"nix", &kHash},        {"objective-c", &kBraces}, {"ocaml", &kPascal}, {"pascal", &kPascal}, {"perl", &kHash},
    {"php", &kPhp},         {"powerquery", &kSingle}, {"powershell", &kPowerShell}, {"properties", &kData}, {"protobuf", &kSingle},
    {"python", &kPython},   {"qml", &kScript},     {"r", &kHash},         {"rst", &kProse},       {"ruby", &kHash},
    {"rust", &kBraces},     {"scala", &kBraces},   {"sql", &kSql},        {"svelte", &kScript},   {"swift", &kBraces},
    {"tcl", &kHash},        {"text", &kProse},     {"toml", &kData},      {"tsx", &kScript},      {"typescript", &kScript},
    {"vb", &kBasic},        {"vim", &kSingle},     {"vue", &kScript},     {"xml", &kMarkup},      {"yaml", &kData},
    {"zig", &kBraces},
});

}  // namespace

const TextSyntax& text_syntax(std::string_view language) {
  const auto* at = std::find_if(kTable.begin(), kTable.end(), [&](const Entry& e) { return e.language == language; });
  return at == kTable.end() ? kUnknown : *at->syntax;
}

}  // namespace ropc::scanner
