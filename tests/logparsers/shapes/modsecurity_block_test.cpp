#include "logparsers/shapes/modsecurity_block.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {
using Blocks = ropc::test::Shaped<ModsecurityBlock>;
const std::string kBlock =
    "--032dc83e-A--\n[02/Mar/2026:09:14:07.409831 +0000] awGF 192.0.2.21 40009 192.0.2.1 443\n--032dc83e-B--\n"
    "POST /o/token/ HTTP/1.1\nHost: sso.example.com\nuser-agent: curl/8.5.0\nAuthorization: Basic eDp5\n\n--032dc83e-C--\n"
    "grant_type=password&username=--5-A--\n--032dc83e-F--\nHTTP/1.1 401 Unauthorized\n\n--032dc83e-Z--\n\n";
}  // namespace

TEST_CASE("a transaction between its boundaries") {
  Blocks b;
  REQUIRE(b.read(kBlock + "--7d851f56-A--\n") == Fit::fields);
  CHECK(b.taken == kBlock.size() - 2);
  CHECK(b.get("@line.id") == "awGF");
  CHECK(b.get("@line.address") == "192.0.2.21");
  CHECK(b.get("@line.time") == "02/Mar/2026:09:14:07.409831 +0000");
  CHECK(b.get("@line.request") == "POST /o/token/ HTTP/1.1");
  CHECK(b.get("@line.agent") == "curl/8.5.0");
  CHECK(b.get("@line.authorization") == "Basic eDp5");
  CHECK(b.get("@line.body") == "grant_type=password&username=--5-A--");
  CHECK(b.get("@line.status") == "401");
}

TEST_CASE("without an end it is broken; other lines are none") {
  Blocks b;
  CHECK(b.read(kBlock.substr(0, 200)) == Fit::broken);
  CHECK(b.read("--032dc83e-B--\n") == Fit::no);
  CHECK(b.read("-----") == Fit::no);
  CHECK(b.read("") == Fit::no);
}

TEST_CASE("boundaries") {
  CHECK(modsecurity_boundary("--032dc83e-A--\r\n", 'A') == "032dc83e");
  CHECK(modsecurity_boundary("--032dc83e-A--", 'Z').empty());
  CHECK(modsecurity_boundary("--03 dc83e-A--", 'A').empty());
  CHECK(modsecurity_boundary("----", 'A').empty());
}
