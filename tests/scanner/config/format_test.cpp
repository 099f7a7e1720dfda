#include "scanner/config/format.h"

#include "model/languages.h"
#include "scanner/language.h"
#include "tests/scanner/config/support.h"

using namespace ropc::scanner::config;

TEST_CASE("a document is read by its language") {
  CHECK(format_of(document_of("a.json", "json", "{}")) == Format::json);
  CHECK(format_of(document_of("a.ipynb", "jupyter", "{}")) == Format::json);
  CHECK(format_of(document_of("Dockerfile", "dockerfile", "FROM x")) == Format::dockerfile);
  CHECK(format_of(document_of("a.py", "python", "x = 1")) == Format::none);
  CHECK(format_of(document_of("a.postman_collection", "", "{}")) == Format::json);
}

TEST_CASE("conf files are sections or blocks") {
  CHECK(format_of(document_of("a.conf", "ini", "[s]\na = 1\n")) == Format::ini);
  CHECK(format_of(document_of("a.conf", "ini", "http {\n}\n")) == Format::directives);
  CHECK(format_of(document_of("a.conf", "ini", "<Location /x>\n</Location>\n")) == Format::directives);
}

TEST_CASE("templates are what they make") {
  CHECK(format_of(document_of("a.template", "", "# c\nname: {{ x }}\n")) == Format::yaml);
  CHECK(format_of(document_of("a.tpl", "text", "{{- if x }}\n{\"a\": 1}")) == Format::json);
  CHECK(format_of(document_of("a.tpl", "text", "Hello: you there\n")) == Format::yaml);
  CHECK(format_of(document_of("a.tpl", "text", "Dear all,\n")) == Format::none);
  CHECK(format_of(document_of("a.txt", "text", "name: x\n")) == Format::none);
}

TEST_CASE("every format has a reader") {
  CHECK(parse(Format::yaml, "a: 1").fault.empty());
  CHECK_FALSE(parse(Format::none, "a: 1").fault.empty());
  CHECK(rule_word(Format::dockerfile) == "env");
}

TEST_CASE("plain code is no configuration: the gate asks no rule for settings there") {
  for (const std::string_view language : ropc::language_ids()) {
    if (!ropc::scanner::is_plain_code(language)) continue;
    INFO(language);
    CHECK(format_of(document_of(ropc::scanner::sample_name_of(language), std::string(language), "x")) == Format::none);
  }
  CHECK(ropc::scanner::is_plain_code("python"));
  CHECK_FALSE(ropc::scanner::is_plain_code("yaml"));
}
