#include "advice/decide.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;

namespace {

Inputs base() {
  Inputs out;
  out["status"] = {"in-use", Strength::certain, false, {}};
  out["code"] = {"asks", Strength::certain, false, {}};
  out["grant"] = {"allowed", Strength::certain, false, {}};
  out["idp"] = {"keycloak", Strength::certain, false, {}};
  for (const char* silent : {"incoming_user_token", "facade", "protocol"}) out[silent] = {"no", Strength::silent, false, {}};
  out["device_flow_allowed"] = {"yes", Strength::silent, false, {}};
  return out;
}

Decision decided(Inputs inputs, const std::string& idp = "keycloak") { return decide(inputs, knowledge(), knowledge().idp(idp)); }

}  // namespace

TEST_CASE("known inputs give one flow") {
  Inputs in = base();
  in["user_context"] = {"no", Strength::firm, false, {}};
  in["api_accepts_app_tokens"] = {"yes", Strength::firm, false, {}};
  in["runtime"] = {"server", Strength::firm, false, {}};
  Decision d = decided(in);
  CHECK(d.rule->id == "R-06");
  CHECK(d.flow == "client_credentials");
  CHECK(d.strength == Strength::firm);
  in["api_accepts_app_tokens"].value = "no";
  d = decided(in);
  CHECK(d.rule->id == "R-07");
  CHECK(d.flow == "jwt_bearer");
}

TEST_CASE("an input that only leans makes it weak and is asked for") {
  Inputs in = base();
  in["user_context"] = {"yes", Strength::firm, false, {}};
  in["user_present"] = {"yes", Strength::lean, false, {}};
  in["browser_on_device"] = {"yes", Strength::firm, false, {}};
  const Decision d = decided(in);
  CHECK(d.flow == "authcode_pkce");
  CHECK(d.strength == Strength::lean);
  CHECK(d.open == std::vector<std::string>{"user_present"});
}

TEST_CASE("an unknown input that could change it leaves it undecided") {
  Inputs in = base();
  in["user_context"] = {"yes", Strength::firm, false, {}};
  in["user_present"] = {"yes", Strength::firm, false, {}};
  in["runtime"] = {"cli", Strength::firm, false, {}};
  const Decision d = decided(in);
  CHECK(d.flow == "decide");
  CHECK(d.open == std::vector<std::string>{"browser_on_device"});
  CHECK(d.alternatives == std::vector<std::string>{"authcode_pkce", "device"});
  CHECK(flow_if(in, "browser_on_device", "no", knowledge(), knowledge().idp("keycloak")) == "device");
}

TEST_CASE("a flow that does in any case is taken, the better one is named") {
  Inputs in = base();
  in["user_context"] = {"no", Strength::firm, false, {}};
  in["api_accepts_app_tokens"] = {"yes", Strength::firm, false, {}};
  const Decision d = decided(in);
  CHECK(d.flow == "client_credentials");
  CHECK(d.alternatives.front() == "workload_federation");
}

TEST_CASE("what the identity provider does not have is passed over") {
  Inputs in = base();
  in["user_context"] = {"no", Strength::firm, false, {}};
  in["api_accepts_app_tokens"] = {"no", Strength::firm, false, {}};
  const Decision d = decided(in, "entra");
  CHECK(d.rule->id == "R-07");
  CHECK(d.flow == "token_exchange");
  CHECK(d.refused == std::vector<std::string>{"jwt_bearer"});
}

TEST_CASE("blocked device codes lead to another machine's browser") {
  Inputs in = base();
  in["user_context"] = {"yes", Strength::firm, false, {}};
  in["user_present"] = {"yes", Strength::firm, false, {}};
  in["browser_on_device"] = {"no", Strength::firm, false, {}};
  in["device_flow_allowed"] = {"no", Strength::firm, false, {}};
  CHECK(decided(in).rule->id == "R-10");
  in["device_flow_allowed"] = {};
  const Decision d = decided(in);
  CHECK(d.rule->id == "R-09");
  CHECK(d.strength == Strength::lean);
  CHECK(d.open == std::vector<std::string>{"device_flow_allowed"});
}

TEST_CASE("conditions on what is not known") {
  const Inputs in = base();
  CHECK(all_hold({}, in));
  CHECK(all_hold({{"runtime", {"unknown", "cli"}, {}, {}}}, in));
  CHECK_FALSE(all_hold({{"runtime", {"cli"}, {}, {}}}, in));
  CHECK_FALSE(all_hold({{"runtime", {}, {"cli"}, {}}}, in));
  CHECK(all_hold({{"runtime", {}, {}, {"cli"}}}, in));
  CHECK_FALSE(all_hold({{"idp", {}, {}, {"keycloak"}}}, in));
}

TEST_CASE("the trail tells the walk and ends with what decided it") {
  Inputs in = base();
  in["user_context"] = {"no", Strength::firm, false, {}};
  in["api_accepts_app_tokens"] = {"yes", Strength::firm, false, {}};
  const Decision d = decided(in);
  REQUIRE(d.trail.size() > 3);
  CHECK(d.trail.back().find("R-06 fits (client_credentials)") == 0);
  CHECK_FALSE(test::any_text(d.trail, "ST-01"));
  CHECK(test::any_text(d.trail, "R-05 may fit"));
}
