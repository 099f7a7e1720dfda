#include "scanner/ast/protocol.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::ast;

TEST_CASE("a request arrives with every byte of the document") {
  const std::string bytes("a\0\xff\n\"b", 6);
  const Document document{"src/a.c", bytes, "c", LineIndex(bytes)};
  ReceivedRequest received;
  REQUIRE(decode(encoded(UnitRequest{&document, "/tree", {"-x", "c"}}), received));
  CHECK(received.document.text == bytes);
  CHECK(received.document.path == "src/a.c");
  CHECK(received.arguments == std::vector<std::string>{"-x", "c"});
}

TEST_CASE("a result arrives with its findings") {
  UnitResult result;
  result.quality = Quality::partial;
  Finding f;
  f.rule_id = "grant";
  f.client_id = "till";
  f.where = {"a.c", 3, 1, 3, 9};
  result.findings.push_back(f);
  UnitResult received;
  REQUIRE(decode(encoded(result), received));
  CHECK(received.quality == Quality::partial);
  REQUIRE(received.findings.size() == 1);
  CHECK(received.findings[0].where == f.where);
  CHECK(received.findings[0].client_id == f.client_id);
  CHECK_FALSE(decode("[]", received));
  CHECK_FALSE(decode("{", received));
}

TEST_CASE("a frame that does not come in time, or from a closed end, is told") {
  std::array<int, 2> ends{};
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
  std::string text;
  CHECK_FALSE(receive_frame(ends[0], text, 1));
  REQUIRE(send_frame(ends[1], "hello", 1000));
  REQUIRE(receive_frame(ends[0], text, 1000));
  CHECK(text == "hello");
  ::close(ends[1]);
  CHECK_FALSE(receive_frame(ends[0], text, 1000));
  CHECK_FALSE(send_frame(ends[0], "late", 1000));
  ::close(ends[0]);
}
