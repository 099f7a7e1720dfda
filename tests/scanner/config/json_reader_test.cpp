#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("JSON values have their lines") {
  const std::string text = R"~({"a": 1,
 "l": ["p", {"n": true}],
 "e": {}, "z": null}
)~";
  CHECK(dump(read_json(text)) == R"~(1 a = 1
2 l.[] = p
2 l.[].n = true
3 e {}
3 z = null
)~");
}

TEST_CASE("JSON takes comments, trailing commas and single quotes") {
  const std::string text = R"~(// top
{'a': "x", /* in */
 b: 2, # end
}
)~";
  CHECK(dump(read_json(text)) == R"~(2 a = x
3 b = 2
1 comment // top
2 comment /* in */
3 comment # end
)~");
}

TEST_CASE("several JSON values stand after each other") {
  const std::string text = R"~({"a": 1}
{"a": 2}
)~";
  CHECK(dump(read_json(text)) == R"~(1 a = 1
2 a = 2
)~");
}

TEST_CASE("JSON with the same key twice keeps both") {
  const std::string text = R"~({"a": 1, "a": 2})~";
  CHECK(dump(read_json(text)) == R"~(1 a = 1
1 a = 2
)~");
}

TEST_CASE("templates that become JSON are read") {
  const std::string text = R"~({
 {{- if .x }}
 "c": {{ .Values.c | toJson }},
 {{- end }}
 "d": "{{ x | default("q") }}",
 "e": ${VAR}-z
}
)~";
  CHECK(dump(read_json(text)) == R"~(3 c = {{ .Values.c | toJson }}
5 d = {{ x | default("q") }}
6 e = ${VAR}-z
)~");
}

TEST_CASE("holes in strings of sound JSON are text") {
  const std::string text = R"~({"a": "{{", "b": "}}"})~";
  CHECK(dump(read_json(text)) == R"~(1 a = {{
1 b = }}
)~");
}

TEST_CASE("what is no JSON is said to be none") {
  const std::string text = R"~(var a = 1;)~";
  CHECK(dump(read_json(text)) == R"~(fault
)~");
}

TEST_CASE("JSON that was cut keeps what came before") {
  const std::string text = R"~({"a": 1, "b": {"c": "x)~";
  CHECK(dump(read_json(text)) == R"~(1 a = 1
1 b.c = 
fault
)~");
}

TEST_CASE("JSON escapes are decoded") {
  const Parsed parsed = read_json(R"({"a": "x\u00e9\n\"\/\ud83d\ude00\ud800"})");
  CHECK(parsed.tree.value(2) == "x\xC3\xA9\n\"/\xF0\x9F\x98\x80\xEF\xBF\xBD");
}

TEST_CASE("JSON nested without end is refused") {
  CHECK_FALSE(read_json(std::string(100'000, '[')).fault.empty());
}

TEST_CASE("JSON behind a byte order mark") { CHECK(dump(read_json("\xEF\xBB\xBF{\"a\": 1}")) == "1 a = 1\n"); }
