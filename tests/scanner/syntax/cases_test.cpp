// The languages by example: one file of cases each in cases/, read and run here; more of them, by
// the HTTP clients of each language, in clients/. A case begins with
//   == name | find 3,5 | mention 7
// and holds one file's text; "--- path" begins the next file of the same case. `find` are the lines with findings that
// are more than a mention, in the first file or as "path:line"; without `find` there may be none.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include "common/text.h"
#include "rules/rule_set.h"
#include "scanner/language.h"
#include "scanner/syntax/language.h"
#include "scanner/syntax/syntax_detector.h"
#include "tests/scanner/syntax/inspect_all.h"
#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

struct Case {
  std::string name;
  std::set<std::string> find, mention;               ///< "path:line"
  std::vector<std::pair<std::string, std::string>> files;  ///< path and text
};

void read_expected(std::string_view field, const std::string& path, Case& out) {
  const bool mention = field.starts_with("mention ");
  if (!mention && !field.starts_with("find ")) return;
  for (const std::string_view part : split(field.substr(field.find(' ') + 1), ',')) {
    const std::string place(trim(part));
    (mention ? out.mention : out.find).insert(place.find(':') == std::string::npos ? path + ":" + place : place);
  }
}

/// The cases of one file; its first line is "file: main.py".
std::vector<Case> cases_of(const std::string& file) {
  std::vector<Case> out;
  std::string path = "main.txt";
  for (const std::string& line : test::lines_of(file)) {
    if (out.empty() && line.starts_with("file: ")) path = line.substr(6);
    if (line.starts_with("== ")) {
      Case one;
      one.files.emplace_back(path, std::string());
      for (const std::string_view field : split(std::string_view(line).substr(3), '|')) {
        if (one.name.empty()) one.name = std::string(trim(field));
        read_expected(trim(field), path, one);
      }
      out.push_back(std::move(one));
    } else if (line.starts_with("--- ") && !out.empty()) {
      out.back().files.emplace_back(line.substr(4), std::string());
    } else if (!out.empty()) {
      out.back().files.back().second += line + "\n";
    }
  }
  return out;
}

const RuleMatcher& matcher() {
  static const auto rules = rules::load_rules({});
  static const RuleMatcher made(rules.value());
  return made;
}

std::string joined(const std::set<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + " ";
  return out;
}

void run(const Case& one) {
  const SyntaxDetector eye(matcher());
  const test::MemoryRepository repository(std::map<std::string, std::string>(one.files.begin(), one.files.end()));
  std::set<std::string> found, mentioned;
  for (const auto& [path, findings] : test::inspect_all(eye, repository)) {
    for (const Finding& finding : findings) {
      if (finding.rule_id.starts_with("password-grant-") && finding.kind != Kind::mention) continue;  // by names alone
      (finding.kind == Kind::mention ? mentioned : found).insert(path + ":" + std::to_string(finding.where.line));
    }
  }
  CHECK(joined(found) == joined(one.find));
  for (const std::string& place : one.mention) CHECK(mentioned.contains(place));
}

/// The shapes in which a key gets its value, and what only looks like one: the columns of the matrix. A case shows the
/// shape that its name begins with.
constexpr auto kShapes = std::to_array<std::string_view>(
    {"dictionary", "two arguments", "setter", "form string", "concatenated", "interpolated", "constant in the same file",
     "constant in another file", "enum", "default argument", "wrapper", "library call", "another grant"});

/// Elixir's modules share values by functions: another file's constants are not to be seen.
bool without(const std::string& language, std::string_view shape) { return language == "elixir" && shape == "constant in another file"; }

bool shown_by_others(const std::string& language) {
  return language == "hcl" || language == "html" || language == "vue" || language == "tsx";
}

}  // namespace

TEST_CASE("every language has an example of every shape") {
  for (const syntax::Language* language : syntax::languages()) {
    const std::string id(language->id);
    if (shown_by_others(id)) continue;
    DYNAMIC_SECTION(id) {
      const auto cases = cases_of("tests/scanner/syntax/cases/" + id + ".txt");
      for (const std::string_view shape : kShapes) {
        if (without(id, shape)) continue;
        INFO(id << " has no case of: " << shape);
        CHECK(std::ranges::any_of(cases, [&](const Case& one) { return one.name.starts_with(shape); }));
      }
      for (const Case& one : cases) {
        INFO(id << ": " << one.name);
        run(one);
      }
    }
  }
}

// The request as it is written with the HTTP clients that the users of each language know.
TEST_CASE("every language's HTTP clients") {
  for (const syntax::Language* language : syntax::languages()) {
    const std::string id(language->id);
    if (shown_by_others(id)) continue;
    DYNAMIC_SECTION(id) {
      const auto cases = cases_of("tests/scanner/syntax/clients/" + id + ".txt");
      REQUIRE(cases.size() >= 10);
      for (const Case& one : cases) {
        INFO(id << ": " << one.name);
        run(one);
      }
    }
  }
}
