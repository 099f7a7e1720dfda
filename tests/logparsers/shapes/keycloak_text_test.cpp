#include "logparsers/shapes/keycloak_text.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

/// The fields of one line, by name.
struct Line {
  PathSet paths;
  KeycloakText shape{paths};
  FieldTable table{paths.slots()};
  std::string text;
  TextRecord record;
  Fit fit;

  explicit Line(std::string line) : text(std::move(line)), record{text, {}, {}, nullptr, 0}, fit(shape.take(record, table)) {}
  std::string get(const char* name) { return std::string(table.get(paths.add(name)).text); }
};

constexpr const char* kHead = "2026-03-02 09:14:07,311 DEBUG [org.keycloak.events] (executor-thread-12) ";
constexpr const char* kUser = "9a1c0b3e-7c7b-4f5e-8a58-1d2f9f6f2c01";

}  // namespace

TEST_CASE("quoted values end where the next field begins") {
  Line line(std::string(kHead) +
            R"(type="LOGIN_ERROR", realmId="r", clientId="tail\", userId="null", ipAddress="192.0.2.1", error="x", grant_type="password", username="a\", type=\"LOGIN\", clientId=\"evil")");
  CHECK(line.fit == Fit::fields);
  CHECK(line.get("clientId") == "tail\\");
  CHECK(line.get("type") == "LOGIN_ERROR");
  CHECK(line.get("details.username") == "a\", type=\"LOGIN\", clientId=\"evil");
  CHECK(line.get("@time") == "2026-03-02 09:14:07,311");
}

TEST_CASE("a back-slash before an escaped quote stays") {
  Line line(R"(type="LOGIN", realmId="r", clientId="a\\"b", userId="u", ipAddress="1.2.3.4", grant_type="password")");
  CHECK(line.get("clientId") == "a\\\"b");
  CHECK(line.get("details.grant_type") == "password");
}

TEST_CASE("any character may be the quote") {
  Line line("type='LOGIN', realmId='r', realmName='it\\'s', clientId='c', userId='u', ipAddress='1.2.3.4', grant_type='password'");
  CHECK(line.get("realmName") == "it's");
  CHECK(line.get("details.grant_type") == "password");
}

TEST_CASE("a client id that imitates the prefix changes nothing in the unquoted form") {
  Line line(std::string(kHead) + "type=LOGIN_ERROR, realmId=r, clientId=x, type=LOGIN, clientId=y, userId=nobody, userId=" +
            kUser + ", ipAddress=192.0.2.1, error=invalid_user_credentials, auth_method=openid-connect, grant_type=password");
  CHECK(line.get("type") == "LOGIN_ERROR");
  CHECK(line.get("clientId") == "x, type=LOGIN, clientId=y, userId=nobody");
  CHECK(line.get("userId") == kUser);
  CHECK(line.get("details.grant_type") == "password");
}

TEST_CASE("unquoted details with blanks stand in single quotes, or in none at all") {
  Line old(std::string("type=LOGIN, realmId=r, clientId=c, userId=") + kUser +
           ", ipAddress=192.0.2.1, scope='openid email, x=y', username='it's, me', grant_type=password");
  CHECK(old.get("details.scope") == "openid email, x=y");
  CHECK(old.get("details.username") == "it's, me");
  CHECK(old.get("details.grant_type") == "password");
  Line none(std::string("type=LOGIN, realmId=r, realmName=shop, clientId=c, userId=") + kUser +
            ", sessionId=s, ipAddress=192.0.2.1, grant_type=password, scope=openid email profile, client_auth_method=client-secret");
  CHECK(none.get("realmName") == "shop");
  CHECK(none.get("sessionId") == "s");
  CHECK(none.get("details.scope") == "openid email profile");
}

TEST_CASE("an administrator's act has no client") {
  Line line(std::string(kHead) + R"(operationType="CREATE", realmId="r", clientId="uuid", userId="u")");
  CHECK(line.fit == Fit::other);
  CHECK(line.get("clientId").empty());
}

TEST_CASE("other lines of the server prove the log or do not") {
  CHECK(Line("2026-03-02 09:14:07,311 INFO  [org.keycloak.services] (main) x").fit == Fit::other);
  CHECK(Line("2026-03-02 09:14:07,311 INFO  [io.quarkus] (main) x").fit == Fit::neighbour);
  CHECK(Line("	at org.keycloak.Foo.bar(Foo.java:1)").fit == Fit::no);
  CHECK(Line("Appending additional Java properties to JAVA_OPTS").fit == Fit::no);
  CHECK(Line("").fit == Fit::no);
}

TEST_CASE("a record inside a record is broken") {
  Line line(std::string(kHead) + R"(type="LOGIN", realmId="r", clientId="c", userId="u", ipAddress="1.2.3.4", username="cut<15>1 2026-11-21T13:28:40Z h a 1 m - type="LOGIN", realmId="r")");
  CHECK(line.fit == Fit::broken);
}

TEST_CASE("a line of quotes takes linear time") {
  std::string text = "type=LOGIN, realmId=r, clientId=c, userId=null, ipAddress=1.2.3.4";
  for (int i = 0; i < 200'000; ++i) text += ", a='";
  CHECK(Line(text).fit == Fit::fields);
  std::string users = "type=LOGIN, realmId=r, clientId=";
  for (int i = 0; i < 200'000; ++i) users += ", userId=";
  CHECK(Line(users).fit == Fit::broken);
}
