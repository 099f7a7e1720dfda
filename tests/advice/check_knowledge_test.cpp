#include "advice/check_knowledge.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;

namespace {

template <class Change>
std::string fault_after(Change change) {
  Knowledge k = test::knowledge();
  change(k);
  const auto checked = check_knowledge(k);
  return checked ? std::string() : checked.error().message;
}

}  // namespace

TEST_CASE("what one file names must be in another") {
  CHECK(fault_after([](Knowledge&) {}) == "");
  CHECK(fault_after([](Knowledge& k) { k.rules.front().flow = "magic"; }).find("magic") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.rules.front().checklist = "x"; }).find("checklist") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.rules.front().when = {{"moon", {"full"}, {}, {}}}; }).find("moon") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.rules.front().when = {{"runtime", {"moon"}, {}, {}}}; }).find("no value") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.signals.front().effects = {{"runtime", "moon", 1}}; }).find("moon") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.idps.at("okta").supports["moon"] = {}; }).find("idp/okta") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.libraries.front().use["moon"] = "x"; }).find("libraries/") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.idps.erase("generic"); }).find("generic") != std::string::npos);
  CHECK(fault_after([](Knowledge& k) { k.rules.clear(); }).find("decision") != std::string::npos);
}
