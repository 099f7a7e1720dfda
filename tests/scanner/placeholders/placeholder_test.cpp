#include "scanner/placeholders/placeholder.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

/// "name" or "name=fallback" of the first placeholder, with the bytes it takes.
std::string first(std::string_view text) {
  const auto hole = next_placeholder(text, 0);
  if (!hole) return "none";
  return hole->name + (hole->fallback ? "=" + *hole->fallback : "") + " " + std::to_string(hole->begin) + "-" +
         std::to_string(hole->end);
}

}  // namespace

TEST_CASE("placeholders of shells, Spring and Docker") {
  CHECK(first("x${A}") == "A 1-5");
  CHECK(first("${a.b:c}") == "a.b=c 0-8");
  CHECK(first("${A:-b}") == "A=b 0-7");
  CHECK(first("${A-b}") == "A=b 0-6");
  CHECK(first("${A:?say}") == "A 0-9");
  CHECK(first("${env.A}") == "A 0-8");
  CHECK(first("$A") == "A 0-2");
  CHECK(first("$(A)") == "A 0-4");
  CHECK(first("%{A}") == "A 0-4");
  CHECK(first("%A%") == "A 0-3");
  CHECK(first("#{a.b}") == "a.b 0-6");
  CHECK(first("${A:${B}}") == "A=${B} 0-9");
}

TEST_CASE("placeholders of templates and REST clients") {
  CHECK(first("{{ a }}") == "a 0-7");
  CHECK(first("{{ _.a }}") == "a 0-9");
  CHECK(first("{{ .Values.a.b | quote }}") == "Values.a.b 0-25");
  CHECK(first("{{ a | default('b') }}") == "a=b 0-22");
  CHECK(first("{{ default \"b\" .Values.a }}") == "Values.a=b 0-27");
  CHECK(first("{{ lookup('env', 'A') }}") == "A 0-24");
  CHECK(first("${{ vars.A }}") == "A 0-13");
  CHECK(first("((a))") == "a 0-5");
  CHECK(first("<<a>>") == "a 0-5");
  CHECK(first("${__P(a,b)}") == "a=b 0-11");
}

TEST_CASE("what is no placeholder") {
  CHECK(first("a$") == "none");
  CHECK(first("$5") == "none");
  CHECK(first("(a)") == "none");
  CHECK(first("{a}") == "none");
  CHECK(first("${a b}").starts_with(" "));  // an expression: a hole without a name
  CHECK_FALSE(may_hold_placeholder("plain text"));
}
