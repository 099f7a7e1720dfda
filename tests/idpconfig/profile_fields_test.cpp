#include "idpconfig/profile_fields.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;

namespace {

const std::string kHead = "id: x\nidp: y\ntitle: t\nformats: [json]\nrecords: [\"[]\"]\nrecognise: {all: [id]}\n"
                          "client-id: id\nexamples:\n  - document: \"[]\"\n";

std::string fault_of(const std::string& text) {
  const auto profile = parse_profile(text, "p.yaml");
  return profile ? "" : profile.error().text();
}

}  // namespace

TEST_CASE("a fault in a profile is told with its line") {
  CHECK(fault_of(kHead) == "");
  CHECK(fault_of(kHead + "tenant-nam: a\n").find("p.yaml:10") == 0);
  CHECK(fault_of(kHead + "tenant-nam: a\n").find("tenant-name") != std::string::npos);
  CHECK(fault_of(kHead + "facts:\n  pasword-grant: []\n").find("p.yaml:11") == 0);
  CHECK(fault_of(kHead + "special: magic\n").find("magic") != std::string::npos);
  CHECK(fault_of(kHead + "facts:\n  pkce:\n    - {path: a, is: b}\n").find("p.yaml:12") == 0);
  CHECK(fault_of("id: x\n").find("idp") != std::string::npos);
  CHECK(fault_of("- 1\n").find("p.yaml") == 0);
}
