#include "scanner/language.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"

namespace ropc::scanner {
namespace {

struct Entry {
  std::string_view name;
  std::string_view language;
};

constexpr std::array kExtensions = std::to_array<Entry>({
    {"java", "java"},      {"kt", "kotlin"},       {"kts", "kotlin"},      {"scala", "scala"},    {"sc", "scala"},
    {"sbt", "scala"},      {"cs", "csharp"},       {"csx", "csharp"},      {"vb", "vb"},          {"vbs", "vb"},
    {"bas", "vb"},         {"frm", "vb"},          {"fs", "fsharp"},       {"fsx", "fsharp"},     {"js", "javascript"},
    {"mjs", "javascript"}, {"cjs", "javascript"},  {"jsx", "javascript"},  {"es6", "javascript"}, {"gs", "javascript"},
    {"ts", "typescript"},  {"mts", "typescript"},  {"cts", "typescript"},  {"tsx", "tsx"},        {"py", "python"},
    {"pyw", "python"},     {"pyi", "python"},      {"go", "go"},           {"php", "php"},        {"phtml", "php"},
    {"inc", "php"},        {"php5", "php"},        {"module", "php"},      {"rb", "ruby"},        {"rake", "ruby"},
    {"gemspec", "ruby"},   {"ru", "ruby"},         {"sh", "bash"},         {"bash", "bash"},      {"zsh", "bash"},
    {"ksh", "bash"},       {"bats", "bash"},       {"command", "bash"},    {"fish", "bash"},      {"ps1", "powershell"},
    {"psm1", "powershell"}, {"psd1", "powershell"}, {"rs", "rust"},        {"swift", "swift"},    {"dart", "dart"},
    {"ex", "elixir"},      {"exs", "elixir"},      {"eex", "html"},        {"tf", "hcl"},         {"tfvars", "hcl"},
    {"hcl", "hcl"},        {"nomad", "hcl"},       {"c", "c"},             {"h", "c"},            {"cc", "cpp"},
    {"cpp", "cpp"},        {"cxx", "cpp"},         {"hpp", "cpp"},         {"hh", "cpp"},         {"hxx", "cpp"},
    {"ipp", "cpp"},        {"tcc", "cpp"},         {"inl", "cpp"},         {"ino", "cpp"},        {"m", "objective-c"},
    {"mm", "objective-c"}, {"groovy", "groovy"},   {"gradle", "groovy"},   {"gvy", "groovy"},     {"jenkinsfile", "groovy"},
    {"pl", "perl"},        {"pm", "perl"},         {"t", "perl"},          {"pod", "perl"},       {"r", "r"},
    {"rmd", "markdown"},   {"lua", "lua"},         {"html", "html"},       {"htm", "html"},       {"xhtml", "html"},
    {"cshtml", "html"},    {"razor", "html"},      {"jsp", "html"},        {"jspx", "html"},      {"erb", "html"},
    {"ejs", "html"},       {"hbs", "html"},        {"mustache", "html"},   {"twig", "html"},      {"aspx", "html"},
    {"ftl", "html"},       {"vue", "vue"},         {"svelte", "svelte"},   {"json", "json"},      {"jsonc", "json"},
    {"json5", "json"},     {"har", "json"},        {"webmanifest", "json"}, {"arb", "json"},      {"yaml", "yaml"},
    {"yml", "yaml"},       {"toml", "toml"},       {"xml", "xml"},         {"config", "xml"},     {"csproj", "xml"},
    {"vbproj", "xml"},     {"props", "xml"},       {"targets", "xml"},     {"nuspec", "xml"},     {"resx", "xml"},
    {"xaml", "xml"},       {"axml", "xml"},        {"wsdl", "xml"},        {"xsd", "xml"},        {"xsl", "xml"},
    {"xslt", "xml"},       {"jmx", "xml"},         {"plist", "xml"},       {"storyboard", "xml"}, {"pom", "xml"},
    {"wadl", "xml"},       {"bpmn", "xml"},        {"xlf", "xml"},         {"properties", "properties"},
    {"env", "dotenv"},     {"envrc", "bash"},      {"ini", "ini"},         {"cfg", "ini"},        {"conf", "ini"},
    {"cnf", "ini"},        {"service", "ini"},     {"md", "markdown"},     {"markdown", "markdown"}, {"mdx", "markdown"},
    {"rst", "rst"},        {"adoc", "asciidoc"},   {"asciidoc", "asciidoc"}, {"asc", "asciidoc"}, {"dockerfile", "dockerfile"},
    {"containerfile", "dockerfile"}, {"http", "http"}, {"rest", "http"},   {"bru", "bruno"},      {"sql", "sql"},
    {"ddl", "sql"},        {"ipynb", "jupyter"},   {"txt", "text"},        {"text", "text"},      {"log", "text"},
    {"bat", "batch"},      {"cmd", "batch"},       {"cls", "apex"},        {"trigger", "apex"},   {"apex", "apex"},
    {"clj", "clojure"},    {"cljs", "clojure"},    {"cljc", "clojure"},    {"edn", "clojure"},    {"hs", "haskell"},
    {"ml", "ocaml"},       {"mli", "ocaml"},       {"erl", "erlang"},      {"hrl", "erlang"},     {"jl", "julia"},
    {"pas", "pascal"},     {"dpr", "pascal"},      {"dfm", "pascal"},      {"lpr", "pascal"},     {"pq", "powerquery"},
    {"vim", "vim"},        {"tcl", "tcl"},         {"zig", "zig"},         {"nix", "nix"},        {"qml", "qml"},
    {"proto", "protobuf"}, {"graphql", "graphql"}, {"gql", "graphql"},     {"cmake", "cmake"},    {"mk", "makefile"},
    {"css", "css"},        {"scss", "css"},        {"less", "css"},        {"bicep", "bicep"},    {"tpl", "text"},
});

constexpr std::array kNames = std::to_array<Entry>({
    {"dockerfile", "dockerfile"}, {"containerfile", "dockerfile"}, {"makefile", "makefile"},  {"gnumakefile", "makefile"},
    {"justfile", "makefile"},     {"jenkinsfile", "groovy"},       {"rakefile", "ruby"},      {"gemfile", "ruby"},
    {"vagrantfile", "ruby"},      {"podfile", "ruby"},             {"fastfile", "ruby"},      {"guardfile", "ruby"},
    {"cmakelists.txt", "cmake"},  {"env", "dotenv"},               {".envrc", "bash"},        {".bashrc", "bash"},
    {".profile", "bash"},         {".zshrc", "bash"},              {"procfile", "yaml"},      {"pipfile", "toml"},
    {".babelrc", "json"},         {".eslintrc", "json"},           {".npmrc", "ini"},         {".gitconfig", "ini"},
    {"build.bazel", "python"},    {"workspace", "python"},         {"readme", "text"},        {"changelog", "text"},
});

/// Endings that say nothing about the language: what stands before them does.
constexpr std::array<std::string_view, 16> kWrappings = {"j2",     "jinja", "jinja2", "tmpl", "template", "tpl",
                                                         "dist",   "example", "sample", "in",  "bak",     "orig",
                                                         "default", "local", "gotmpl", "liquid"};

template <std::size_t N>
std::string_view find(const std::array<Entry, N>& table, std::string_view name) {
  for (const Entry& entry : table)
    if (entry.name == name) return entry.language;
  return {};
}

std::string_view by_name(std::string_view name) {
  if (const auto language = find(kNames, name); !language.empty()) return language;
  if (name.starts_with(".env")) return "dotenv";
  if (name.starts_with("dockerfile.") || name.ends_with(".dockerfile")) return "dockerfile";
  if (name.starts_with("jenkinsfile")) return "groovy";
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view ending = name.substr(dot + 1);
  if (std::find(kWrappings.begin(), kWrappings.end(), ending) != kWrappings.end())
    if (const auto inner = by_name(name.substr(0, dot)); !inner.empty()) return inner;
  return find(kExtensions, ending);
}

std::string_view by_first_line(std::string_view text) {
  const std::string_view line = trim(text.substr(0, std::min<std::size_t>(text.find('\n'), 200)));
  if (line.starts_with("<?xml")) return "xml";
  if (line.starts_with("<?php")) return "php";
  if (line.starts_with("<!DOCTYPE html") || line.starts_with("<html")) return "html";
  if (!line.starts_with("#!")) return {};
  constexpr auto interpreters = std::to_array<Entry>({{"python", "python"}, {"bash", "bash"}, {"zsh", "bash"},
                                                      {"node", "javascript"}, {"deno", "typescript"}, {"ruby", "ruby"},
                                                      {"perl", "perl"}, {"php", "php"}, {"pwsh", "powershell"},
                                                      {"groovy", "groovy"}, {"Rscript", "r"}, {"lua", "lua"},
                                                      {"tclsh", "tcl"}, {"elixir", "elixir"}, {"kotlin", "kotlin"},
                                                      {"jbang", "java"}, {"sh", "bash"}});
  for (const Entry& entry : interpreters)
    if (line.find(entry.name) != std::string_view::npos) return entry.language;
  return {};
}

bool any_of_words(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Endings that several languages use.
std::string_view corrected(std::string_view language, std::string_view name, std::string_view text) {
  const std::string_view head = text.substr(0, 20'000);
  if (name.ends_with(".h")) {
    if (any_of_words(head, {"@interface", "@protocol", "@class", "#import", "NS_ASSUME_NONNULL"})) return "objective-c";
    if (any_of_words(head, {"namespace ", "std::", "public:", "private:", "template <", "template<", "virtual "}))
      return "cpp";
  }
  if (name.ends_with(".ts") && trim(head).starts_with("<")) return "xml";
  if (name.ends_with(".inc") && head.find("<?php") == std::string_view::npos) return {};
  if (name.ends_with(".config") && !trim(head).starts_with("<") && !trim(head).starts_with("\xEF\xBB\xBF<")) return "ini";
  if (name.ends_with(".module") && head.find("<?php") == std::string_view::npos) return {};
  if (name.ends_with(".cls") && head.find("VERSION 1.0 CLASS") != std::string_view::npos) return "vb";
  return language;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

constexpr std::array<std::string_view, 27> kTestFolders = {
    "test",        "tests",   "__tests__", "spec",     "specs",    "testing",   "e2e",        "cypress",   "playwright",
    "testdata",    "it",      "itest",     "itests",   "fixtures", "__mocks__", "mocks",      "testutils", "test-utils",
    "testcases",   "unittest", "unittests", "testlib", "test_data", "androidtest", "testsuite", "testfixtures", "acceptance"};
constexpr std::array<std::string_view, 22> kVendorFolders = {
    "node_modules",  "vendor",        "vendors",     "third_party", "third-party",   "thirdparty",  "3rdparty", "3rd_party",
    "external",      "extern",        "externals",   "deps",        "pods",          "carthage",    "godeps",   "site-packages",
    "bower_components", "jspm_packages", "__pypackages__", ".yarn", "venv",          ".venv"};
constexpr std::array<std::string_view, 23> kSampleFolders = {
    "example",   "examples",   "sample",      "samples",  "demo",     "demos",    "tutorial",        "tutorials", "quickstart",
    "quickstarts", "doc",      "docs",        "cookbook", "snippets", "playground", "getting-started", "recipes", "documentation",
    "exampleapp", "sampleapp", "demoapp",     "showcase", "labs"};

/// "OrderTests", "order-tests", "Order.IntegrationTests", "xSample": a word that ends `part` and begins there.
bool ends_in_word(std::string_view part, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (part.size() <= word.size() || !equal_ignoring_case(part.substr(part.size() - word.size()), word)) return false;
    const char first = part[part.size() - word.size()];
    const char before = part[part.size() - word.size() - 1];
    return before == '.' || before == '-' || before == '_' || before == ' ' ||
           (first >= 'A' && first <= 'Z' && (before < 'A' || before > 'Z'));
  });
}

bool starts_with_word(std::string_view part, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (part.size() <= word.size() || !equal_ignoring_case(part.substr(0, word.size()), word)) return false;
    const char next = part[word.size()];
    return next == '.' || next == '-' || next == '_' || (next >= 'A' && next <= 'Z');
  });
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view part) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return equal_ignoring_case(word, part); });
}

}  // namespace

std::string_view language_of(std::string_view path, std::string_view text) {
  const std::string name = lower(file_name(path));
  const std::string_view language = by_name(name);
  return language.empty() ? by_first_line(text) : corrected(language, name, text);
}

std::string sample_name_of(std::string_view language) {
  if (language == "dockerfile") return "Dockerfile";
  for (const Entry& entry : kExtensions)
    if (entry.language == language) return "code." + std::string(entry.name);
  return "code";
}

bool is_plain_code(std::string_view language) {
  static constexpr std::array<std::string_view, 24> kPlain = {
      "bash", "c",    "cpp",         "csharp", "dart",       "elixir", "go", "groovy", "java", "javascript", "kotlin", "lua",
      "perl", "php",  "powershell",  "python", "r",          "ruby",   "rust", "scala", "swift", "typescript", "tsx", "objective-c"};
  return std::find(kPlain.begin(), kPlain.end(), language) != kPlain.end();
}

bool is_c_family(std::string_view language) { return language == "c" || language == "cpp" || language == "objective-c"; }

PathClass classify_path(std::string_view path) {
  PathClass out;
  auto parts = split(path, '/');
  const std::string_view name = parts.back();
  parts.pop_back();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = parts[i];
    // com/example, github.com/example: a package of a made-up company, no sample.
    if (i > 0 && (parts[i - 1] == "com" || parts[i - 1] == "org" || parts[i - 1] == "net" || parts[i - 1] == "io" || parts[i - 1].ends_with(".com"))) continue;
    out.test_code |= is_one_of(kTestFolders, part) || ends_in_word(part, {"test", "tests", "e2e", "spec", "specs"}) ||
                     starts_with_word(part, {"test", "tests"});
    out.vendored |= is_one_of(kVendorFolders, part);
    out.sample_code |= is_one_of(kSampleFolders, part) ||
                       ends_in_word(part, {"example", "examples", "sample", "samples", "demo", "demos", "tutorial"}) ||
                       starts_with_word(part, {"example", "examples", "sample", "samples", "demo"});
  }
  const std::string_view stem = name.substr(0, name.find('.') == 0 ? name.size() : name.find('.'));
  const std::string lowered = lower(name);
  out.test_code |= ends_in_word(stem, {"test", "tests", "spec", "specs", "it", "testcase"}) ||
                   lowered.starts_with("test_") || starts_with_word(stem, {"test", "tests"}) ||
                   lowered.find(".test.") != std::string::npos || lowered.find(".spec.") != std::string::npos ||
                   lowered.find(".e2e.") != std::string::npos || lowered.find(".cy.") != std::string::npos ||
                   lowered == "conftest.py";
  out.vendored |= lowered.find(".min.") != std::string::npos || lowered.find(".bundle.") != std::string::npos ||
                  lowered.ends_with("-bundle.js");
  out.sample_code |= ends_in_word(stem, {"example", "sample", "demo"});
  return out;
}

bool looks_minified(std::string_view language, std::string_view text) {
  if (language != "javascript" && language != "css") return false;
  if (text.size() < 5'000) return false;
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  return text.size() / lines > 500;
}

}  // namespace ropc::scanner
