#include "scanner/config/feeder.h"

#include "model/names.h"
#include "tests/scanner/config/support.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::config;

namespace {

struct Fed {
  std::string findings;  ///< "line rule kind" of each
  std::vector<EmbeddedCode> pieces;
};

Fed fed(const std::string& language, const std::string& text) {
  rules::RuleSet set;
  set.rules.push_back(rule_of("grant", "request", "{pair: {keys: [grant_type], values: [password]}}"));
  set.rules.push_back(rule_of("flag", "enable", "{setting: {paths: ['**.flag'], values: ['true']}}"));
  set.rules.push_back(rule_of("below", "enable", "{setting: {paths: ['**.below.**'], values: [x]}}"));
  const RuleMatcher matcher(set);
  const Document document = config::document_of("dir/file", language, text);
  const FakeRepository repository;
  const Format format = format_of(document);
  const Parsed parsed = parse(format, document.text);
  REQUIRE(parsed.fault.empty());
  const View view(document, repository, format, parsed);
  DocumentMatch match(matcher, document, "config");
  Feeder feeder(view, matcher, match);
  feeder.feed(parsed.comments);
  Fed out;
  for (const Finding& f : match.take())
    out.findings += std::to_string(f.where.line) + " " + f.rule_id + " " + std::string(name_of(f.kind)) + "\n";
  out.pieces = feeder.take_pieces();
  return out;
}

}  // namespace

TEST_CASE("pairs of maps, entries, options, strings and comments") {
  CHECK(fed("yaml", "grant_type: password\n").findings == "1 grant request\n");
  CHECK(fed("yaml", "- name: grant_type\n  value: password\n").findings == "1 grant request\n");
  CHECK(fed("yaml", "args:\n  - --grant-type\n  - password\n").findings == "2 grant request\n");
  CHECK(fed("yaml", "body: a=b&grant_type=password\n").findings == "1 grant request\n");
  CHECK(fed("yaml", "a: b\n# grant_type: password\n").findings == "2 grant mention\n");
}

TEST_CASE("lists of what may come, conditions and prose only mention") {
  CHECK(fed("yaml", "grant_type: [password, refresh_token]\n").findings == "1 grant mention\n");
  CHECK(fed("yaml", "condition: grant_type=password\n").findings == "1 grant mention\n");
  CHECK(fed("yaml", "description: send grant_type=password\n").findings == "1 grant mention\n");
}

TEST_CASE("settings under any key of an open path") {
  CHECK(fed("yaml", "a:\n  below:\n    b:\n      c: x\n  c: x\n").findings == "4 below enable\n");
}

TEST_CASE("a piece in another language is handed on whole, its text is not read twice") {
  const Fed seen = fed("yaml", "run: |\n  curl -d grant_type=password\n");
  CHECK(seen.findings.empty());
  REQUIRE(seen.pieces.size() == 1);
  CHECK(seen.pieces[0].language == "bash");
}

TEST_CASE("aliases are followed, within a budget") {
  CHECK(fed("yaml", "a: &a\n  flag: true\nb: *a\n").findings.find("flag") != std::string::npos);
  std::string bomb = "a0: &a0 {flag: 1}\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + "]\n";
  }
  CHECK(fed("yaml", bomb).findings.empty());
}
