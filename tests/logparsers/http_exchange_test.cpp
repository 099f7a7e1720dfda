#include "logparsers/http_exchange.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

/// What was found in one exchange, by name.
struct Found {
  PathSet paths;
  HttpExchange exchange{paths};
  FieldTable table{paths.slots()};

  explicit Found(const HttpExchange::Parts& parts) { exchange.run(parts, table); }
  std::string get(const char* name) { return std::string(table.get(paths.add(std::string("@http.") + name)).text); }
};

}  // namespace

TEST_CASE("the body tells grant, client and user; the address only leaks") {
  Found f({.request = "POST /o/token/?password=x&grant_type=client_credentials HTTP/1.1",
           .query = {},
           .body = "grant_type=password&username=jdoe&password=x&client_id=kiosk",
           .authorization = "Basic b3RoZXI6eA==",
           .remote_user = {}});
  CHECK(f.get("grant_type") == "password");
  CHECK(f.get("client") == "kiosk");
  CHECK(f.get("user") == "jdoe");
  CHECK(f.get("path") == "/o/token/");
  CHECK(f.get("leak") == "yes");
  CHECK(f.get("body") == "yes");
}

TEST_CASE("the client of the header, else the name that the server wrote") {
  Found header({"POST /o/token/ HTTP/1.1", {}, "grant_type=password&username=u", "Basic a2lvc2s6eA==", "someone"});
  CHECK(header.get("client") == "kiosk");
  CHECK(header.get("leak").empty());
  Found name({"GET /o/token/?grant_type=password&username=u HTTP/1.1", {}, {}, {}, "till"});
  CHECK(name.get("client") == "till");
  CHECK(name.get("body").empty());
}

TEST_CASE("no grant type, no exchange of ours") {
  Found f({"POST /o/token/ HTTP/1.1", {}, {}, {}, "till"});
  CHECK(f.get("path") == "/o/token/");
  CHECK(f.get("grant_type").empty());
  CHECK(f.get("client").empty());
}
