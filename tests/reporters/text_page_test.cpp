#include "reporters/text_page.h"

#include "common/text.h"
#include "reporters/formats.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("a page breaks up commands line by line, whatever was painted or wrapped") {
  Style style;
  style.color = true;
  TextPage page(style);
  page.line("::error::x");
  page.paragraph("::error::y", "  ", Ink::red);
  CHECK(page.text() == "\\x3a:error::x\n  \x1b[31m\\x3a:error::y\x1b[0m\n");
}

TEST_CASE("no view of a hostile report steers the terminal or the CI console") {
  for (const View view : {View::clients, View::findings, View::evidence})
    for (const unsigned width : {0U, 60U, 80U, 100U, 200U}) {
      Style style;
      style.view = view;
      style.width = width;
      style.verbose = true;
      const std::string text = text_report(test::hostile(), style);
      CHECK(valid_utf8(text) == text);
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find('\r') == std::string::npos);
      CHECK(text.find("##[") == std::string::npos);
      CHECK(text.find("##vso[") == std::string::npos);
      CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
      for (const std::string_view line : split(text, '\n')) CHECK_FALSE(trim(line).starts_with("::"));
    }
}

TEST_CASE("an incomplete run is never shown as complete") {
  const std::string text = text_report(test::three_clients(), {});
  CHECK(text.find("NOT COMPLETE") != std::string::npos);
  Report report = test::three_clients();
  report.incomplete = false;
  report.diagnostics.clear();
  CHECK(text_report(report, {}).find("NOT COMPLETE") == std::string::npos);
}
