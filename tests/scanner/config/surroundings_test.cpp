#include "scanner/config/surroundings.h"

#include "tests/scanner/config/support.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::config;

namespace {

std::string beside(const Seen& seen, std::string_view key, std::string_view path) {
  const auto value = NodeSurroundings(seen.view, seen.node(key)).beside(path);
  return value ? value->text : "none";
}

}  // namespace

TEST_CASE("siblings by path") {
  const Seen seen("yaml", "top: 1\na:\n  hit: x\n  b: 2\n  c:\n    d: 3\n  l:\n    - k: 4\n  e.f: 5\n");
  CHECK(beside(seen, "hit", "b") == "2");
  CHECK(beside(seen, "hit", "c.d") == "3");
  CHECK(beside(seen, "hit", "l.[].k") == "4");
  CHECK(beside(seen, "hit", "../top") == "1");
  CHECK(beside(seen, "hit", "e.f") == "5");
  CHECK(beside(seen, "hit", "@key") == "a");
  CHECK(beside(seen, "hit", "none") == "none");
  CHECK(beside(seen, "hit", "../../../../x") == "none");
}

TEST_CASE("an empty text is no sibling") {
  const Seen seen("json", R"({"hit": 1, "a": "", "b": " ", "c": {}, "d": "x"})");
  CHECK(beside(seen, "hit", "a") == "none");
  CHECK(beside(seen, "hit", "b") == "none");
  CHECK(beside(seen, "hit", "c").empty());
  CHECK(beside(seen, "hit", "d") == "x");
}

TEST_CASE("the value of a patch stands under the key that its path names") {
  const Seen seen("yaml", "- path: /jobs/name=uaa/clients/desk?\n  type: replace\n  value:\n    hit: x\n");
  CHECK(beside(seen, "hit", "@key") == "desk");
  const Seen other("yaml", "path: a/b\nvalue:\n  hit: x\n");
  CHECK(beside(other, "hit", "@key") == "value");
}

TEST_CASE("siblings in a list of named values") {
  const Seen seen("json", R"([{"key": "grant_type", "value": "password"}, {"key": "client_id", "value": "desk"}])");
  const auto value = NodeSurroundings(seen.view, seen.valued("grant_type")).beside("../client_id");
  REQUIRE(value);
  CHECK(value->text == "desk");
}

TEST_CASE("the client of the nearest object counts") {
  const Seen realm("json", R"({"realm": "shop", "clients": [
    {"clientId": "a", "flag": false}, {"clientId": "b", "hit": true}, {"clientId": "c"}]})");
  const Context context = context_of(realm.view, realm.node("hit"));
  CHECK(context.client_id == "b");
  CHECK(context.tenant == "shop");
}

TEST_CASE("neighbours in a list of objects are others") {
  const Seen seen("json", R"({"clients": [{"clientId": "a"}, {"hit": true}]})");
  CHECK(context_of(seen.view, seen.node("hit")).client_id.empty());
}

TEST_CASE("items of a container's environment name the client") {
  const Seen seen("yaml", "app:\n  environment:\n    - SHOP_CLIENT_ID=desk\n    - OTHER=1\n    - hit\n  command: [--client-id=other]\n");
  const NodeId list = seen.node("environment");
  CHECK(context_of(seen.view, seen.view.tree().at(list).first).client_id == "desk");
}

TEST_CASE("a client id that is the only item of a list") {
  const Seen one("yaml", "config:\n  client_id: [desk]\n  hit: x\n");
  CHECK(context_of(one.view, one.node("hit")).client_id == "desk");
  const Seen two("yaml", "config:\n  client_id: [desk, till]\n  hit: x\n");
  CHECK(context_of(two.view, two.node("hit")).client_id.empty());
}

TEST_CASE("in flat files the name that begins alike counts") {
  const Seen seen("dotenv", "GOOGLE_CLIENT_ID=g\nSHOP_GRANT_TYPE=password\nSHOP_CLIENT_ID=desk\n");
  CHECK(context_of(seen.view, seen.node("SHOP_GRANT_TYPE")).client_id == "desk");
}

TEST_CASE("a collection's request tells endpoint and client") {
  const Seen seen("json", R"({"request": {"body": {"urlencoded": [
      {"key": "grant_type", "value": "password"}, {"key": "client_id", "value": "desk"}]},
    "url": {"raw": "https://sso.example.com/realms/shop/protocol/openid-connect/token"}}})");
  const Context context = context_of(seen.view, seen.valued("grant_type"));
  CHECK(context.client_id == "desk");
  CHECK(context.idp == "keycloak");
  CHECK(context.tenant == "shop");
}

TEST_CASE("the pairs of a form come before what stands around it") {
  const Seen seen("yaml", "client_id: outer\nbody: grant_type=password\n");
  StringSurroundings::Pairs pairs;
  Value inner;
  inner.known = true;
  inner.text = "inner";
  pairs.emplace_back("client_id", inner);
  const StringSurroundings around(seen.view, seen.node("body"), pairs, "https://example.com/oauth/token");
  CHECK(around.context().client_id == "inner");
  CHECK(around.context().endpoint == "https://example.com/oauth/token");
  CHECK(around.beside("client_id")->text == "inner");
}

TEST_CASE("context stays quick in a file of very many values") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "K" + std::to_string(i) + "=v\n";
  const Seen seen("dotenv", text + "MY_GRANT_TYPE=password\nMY_CLIENT_ID=desk\n");
  CHECK(context_of(seen.view, seen.node("MY_GRANT_TYPE")).client_id == "desk");
}
