#include "reporters/decision_chain.h"

#include "tests/support/catch.h"

using namespace ropc;

TEST_CASE("the chain goes from inputs and their signs over the rules to the deciding one") {
  Recommendation r;
  r.inputs = {{"user_present", "the person is there", "yes", Confidence::certain, false, {{"it asks for it", Location{"a.py", 7, 0, 0, 0}}}},
              {"browser", "there is a browser", "", Confidence::tentative, false, {}},
              {"api", "the API takes services", "yes", Confidence::firm, true, {}}};
  r.trail = {"R-01 does not fit", "R-02 fits"};
  const std::vector<std::string> want = {"the person is there: yes (certain)", "  it asks for it  a.py:7",
                                         "there is a browser: not known", "the API takes services: yes (no sign of another)",
                                         "R-01 does not fit", "R-02 fits"};
  CHECK(reporters::decision_chain(r) == want);
}

TEST_CASE("without advice there is no chain") { CHECK(reporters::decision_chain({}).empty()); }
