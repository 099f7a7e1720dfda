#include <pugixml.hpp>

#include <cstring>
#include <set>

#include "reporters/formats.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("results are well-formed, counted and uniquely named") {
  for (const Report& report : {test::three_clients(), test::hostile(), test::empty_report()}) {
    pugi::xml_document document;
    REQUIRE(document.load_string(junit_report(report, {}).c_str()));
    const pugi::xml_node suite = document.child("testsuites").child("testsuite");
    std::set<std::string> names;
    std::size_t cases = 0;
    std::size_t failures = 0;
    for (const pugi::xml_node test : suite.children("testcase")) {
      ++cases;
      names.insert(test.attribute("name").value());
      if (const pugi::xml_node failure = test.child("failure")) {
        ++failures;
        CHECK(std::strlen(failure.attribute("message").value()) > 0);
        CHECK(std::strlen(failure.text().get()) > 0);
      }
    }
    CHECK(cases == suite.attribute("tests").as_uint());
    CHECK(failures == suite.attribute("failures").as_uint());
    CHECK(names.size() == cases);
  }
}

TEST_CASE("what could not be read is an error, not a passed test") {
  pugi::xml_document document;
  REQUIRE(document.load_string(junit_report(test::three_clients(), {}).c_str()));
  CHECK(document.child("testsuites").attribute("errors").as_uint() == 1);
  CHECK(document.child("testsuites").attribute("skipped").as_uint() == 1);
}
