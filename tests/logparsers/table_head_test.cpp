#include "logparsers/table_head.h"

#include "tests/logparsers/log_reading.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::logparsers;

TEST_CASE("a table needs a header that some format knows") {
  CHECK(columns_of("time,type,realmId", *test::built_in_formats()) != nullptr);
  CHECK(columns_of("\"time\";\"type\";\"realmId\";x", *test::built_in_formats())->separator == ';');
  CHECK(columns_of("a,b,c,d", *test::built_in_formats()) == nullptr);
  CHECK(columns_of("at { \"time\" : 1,\"type\" : 2,\"realmId\" : 3,\"clientId\" : 4}", *test::built_in_formats()) == nullptr);
  CHECK(columns_of("{\"time\":1,\"type\":2,\"realmId\":3}", *test::built_in_formats()) == nullptr);
}

TEST_CASE("the head of a table in a database dump") {
  const auto head = copy_head("COPY public.\"Event_Entity\" (id, \"Client_Id\", details_json) FROM stdin;");
  REQUIRE(head);
  CHECK(head->columns == std::vector<std::string>{"id", "client_id", "details_json"});
  CHECK(copy_head("COPY event_entity (id) FROM stdin;")->table == "event_entity");
  CHECK_FALSE(copy_head("COPY event_entity FROM stdin;"));
  CHECK_FALSE(copy_head("COPY event_entity (id) TO stdout;"));
  CHECK_FALSE(copy_head(""));
}
