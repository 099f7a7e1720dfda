#include "scanner/config/template_holes.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("where holes end") {
  CHECK(hole_end("{{ a }}b", 0) == 7);
  CHECK(hole_end("${a${b}}c", 0) == 8);
  CHECK(hole_end("{% if %}", 0) == 8);
  CHECK(hole_end("{{ a", 0) == 0);
  CHECK(hole_end("{ a }", 0) == 0);
  CHECK(hole_end("$a", 0) == 0);
}

TEST_CASE("holes that give no value") {
  CHECK(statement_end("{{- if .x }}", 0) == 12);
  CHECK(statement_end("{{ end }}", 0) == 9);
  CHECK(statement_end("{{/* note */}}", 0) == 14);
  CHECK(statement_end("{{ $x := 1 }}", 0) == 13);
  CHECK(statement_end("{{ .x }}", 0) == 0);
  CHECK(statement_end("{{ iffy }}", 0) == 0);
}

TEST_CASE("filled text keeps its length and its lines") {
  CHECK(filled_holes("a: {{ x }}\n{{- if y }}\n") == "a: \x7F\x7F\x7F\x7F\x7F\x7F\x7F\n           \n");
  CHECK(filled_holes("{{ include }}\nb\n") == "             \nb\n");
  CHECK(filled_holes("${{ x }} {{") == "${{ x }} {{");
}
