#include "cli/options.h"

#include <vector>

#include "cli/exit_code.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::cli;

namespace {

Parsed parse(std::vector<const char*> words) {
  words.insert(words.begin(), "ropc-audit");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

Options options_of(std::vector<const char*> words) {
  auto parsed = parse(std::move(words));
  REQUIRE(parsed.options);
  return std::move(*parsed.options);
}

}  // namespace

TEST_CASE("audit takes several of each kind of input") {
  const Options o = options_of({"audit", "--code", "a", "b", "--logs", "x.log", "--idp", "realm.json", "-o", "out"});
  CHECK(o.command == "audit");
  CHECK(o.code == std::vector<std::string>{"a", "b"});
  CHECK(o.logs == std::vector<std::string>{"x.log"});
  CHECK(o.idp == std::vector<std::string>{"realm.json"});
  CHECK(o.files == std::vector<std::string>{"out"});
}

TEST_CASE("each format goes to the file after it, the rest to standard output") {
  const Options o = options_of({"report", "--format", "csv", "-o", "a.csv", "--format", "markdown"});
  const auto outputs = o.outputs("text");
  REQUIRE(outputs.size() == 2);
  CHECK(outputs[0].format == "csv");
  CHECK(outputs[0].file == "a.csv");
  CHECK(outputs[1].file == "-");
  CHECK(options_of({"clients"}).outputs("text").front().format == "text");
}

TEST_CASE("the threshold can be lowered and switched off") {
  CHECK(options_of({"scan", "."}).fail_on == Level::error);
  CHECK(options_of({"scan", ".", "--fail-on", "note"}).fail_on == Level::note);
  CHECK_FALSE(options_of({"scan", ".", "--fail-on", "never"}).fail_on);
}

TEST_CASE("commands of two words have one name") {
  CHECK(options_of({"rules", "list", "--atoms"}).command == "rules-list");
  CHECK(options_of({"formats", "test", "x.log"}).inputs == std::vector<std::string>{"x.log"});
}

TEST_CASE("wrong words are usage errors") {
  CHECK(parse({"scna", "."}).exit_code == kUsage);
  CHECK(parse({"scan"}).exit_code == kUsage);
  CHECK(parse({"scan", ".", "--fail-on", "loud"}).exit_code == kUsage);
  CHECK(parse({}).exit_code == kUsage);
  CHECK(parse({"--help"}).exit_code == kDone);
}
