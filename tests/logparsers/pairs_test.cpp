#include "logparsers/pairs.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

/// The pairs of one line, with what keeps their texts alive.
struct Split {
  std::string text;
  std::vector<Pair> pairs;
  std::deque<std::string> owned;
  bool found;

  explicit Split(std::string line) : text(std::move(line)), found(split_pairs(text, pairs, owned)) {}
  [[nodiscard]] std::string get(std::string_view key) const {
    for (const Pair& pair : pairs)
      if (pair.key == key) return std::string(pair.value);
    return "(none)";
  }
};

}  // namespace

TEST_CASE("logfmt pairs, quoted and not") {
  const Split s(R"(time=2026-03-02T09:14:07Z level=ERROR msg="unsupported \"grant\" type" grant_type=password id=7)");
  REQUIRE(s.found);
  CHECK(s.get("level") == "ERROR");
  CHECK(s.get("msg") == "unsupported \"grant\" type");
  CHECK(s.get("grant_type") == "password");
}

TEST_CASE("a value that imitates pairs stays one value") {
  const Split s(R"(level=ERROR msg=refused grant_type="x\" grant_type=password")");
  REQUIRE(s.found);
  CHECK(s.get("grant_type") == "x\" grant_type=password");
  CHECK(s.pairs.size() == 3);
}

TEST_CASE("what stands before the first pair is the head") {
  const Split s(R"(2026-03-02 09:14:07,311 trackingid="tid:1", event="OAuth", subject="")");
  REQUIRE(s.found);
  CHECK(s.get("@head") == "2026-03-02 09:14:07,311");
  CHECK(s.get("event") == "OAuth");
  CHECK(s.get("subject").empty());
}

TEST_CASE("CEF values run to the next name") {
  const Split s(R"(CEF:0|Ping Identity|PingFederate|6.4|OAuth|OAu\|th|0|rt=Mar 02 2026 09:14:07 duid=jdoe msg=a \= b cs2Label=Connection ID)");
  REQUIRE(s.found);
  CHECK(s.get("@cef.vendor") == "Ping Identity");
  CHECK(s.get("@cef.name") == "OAu|th");
  CHECK(s.get("rt") == "Mar 02 2026 09:14:07");
  CHECK(s.get("msg") == "a = b");
  CHECK(s.get("cs2Label") == "Connection ID");
}

TEST_CASE("structured data of syslog") {
  const Split s(R"([access.OpenAM@36733 transactionId="t-1" request.detail="{\"grant_type\":\"password\"}" realm="/x\]"])");
  REQUIRE(s.found);
  CHECK(s.get("@sd") == "access.OpenAM@36733");
  CHECK(s.get("request.detail") == R"({"grant_type":"password"})");
  CHECK(s.get("realm") == "/x]");
}

TEST_CASE("prose is no list of pairs") {
  CHECK_FALSE(Split("the answer is a=b, they say").found);
  CHECK_FALSE(Split("no pairs here").found);
  CHECK_FALSE(Split("").found);
  CHECK_FALSE(Split("=").found);
  CHECK_FALSE(Split("CEF:0|too|short").found);
  CHECK_FALSE(Split(R"([id never="closed)").found);
}
