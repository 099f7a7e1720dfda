#include "logparsers/read.h"

#include <zlib.h>
#include <zstd.h>

#include "tests/logparsers/log_reading.h"
#include "tests/logparsers/deflated.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::logparsers;

namespace {

std::string failure_line(int second, const std::string& client = "cli") {
  char clock[16];
  std::snprintf(clock, sizeof clock, "%02d:%02d:%02d", second / 3600 % 24, second / 60 % 60, second % 60);
  return std::string("2026-03-02 ") + clock + R"(,311 WARN  [org.keycloak.events] (t) type="LOGIN_ERROR", realmId="r", clientId=")" +
         client + R"(", userId="null", ipAddress="192.0.2.1", error="user_not_found", grant_type="password", username="x")" + "\n";
}

std::string json_event(int ms, const std::string& client = "cli") {
  return "{\"time\":" + std::to_string(1772439247000 + ms) + R"(,"type":"LOGIN_ERROR","realmId":"r","clientId":")" + client +
         R"(","ipAddress":"192.0.2.1","error":"user_not_found","details":{"grant_type":"password"}})";
}

using ropc::test::gzipped;

std::string utf16(const std::string& ascii, bool mark) {
  std::string out = mark ? "\xFF\xFE" : "";
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

}  // namespace

TEST_CASE("wrappers of bytes nest") {
  const std::string line = failure_line(1);
  CHECK(test::read_log(gzipped(line)).got.events.size() == 1);
  CHECK(test::read_log(gzipped(gzipped(line) + gzipped(line))).got.events.size() == 2);
  CHECK(test::read_log("\xEF\xBB\xBF" + line).got.events.size() == 1);
  CHECK(test::read_log(utf16(line, true)).got.events.size() == 1);
  CHECK(test::read_log(gzipped(utf16(line, false))).got.events.size() == 1);
  std::string z(ZSTD_compressBound(line.size()), '\0');
  z.resize(ZSTD_compress(z.data(), z.size(), line.data(), line.size(), 3));
  CHECK(test::read_log(z + z).got.events.size() == 2);
}

TEST_CASE("a cut gzip file gives what stands before the cut, and says so") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += failure_line(i, "client-" + std::to_string(i * 7919 % 5000));
  const std::string whole = gzipped(text);
  const auto r = test::read_log(whole.substr(0, whole.size() / 2));
  CHECK(r.summary.result == ReadSummary::Result::read);
  CHECK(r.summary.incomplete);
  CHECK(r.got.events.size() > 1000);
  CHECK(r.got.events.size() < 5000);
  CHECK(r.got.diagnostics.back().level == Diagnostic::Level::incomplete);
  const auto nothing = test::read_log(whole.substr(0, 15));
  CHECK(nothing.summary.result == ReadSummary::Result::failed);
  CHECK(nothing.got.ended == 0);
}

TEST_CASE("JSON comes as lines, arrays, pages, pretty-printed, and in envelopes") {
  const std::string a = json_event(1);
  const std::string b = json_event(2);
  for (const std::string& text :
       {a + "\n" + b + "\n", "[" + a + "," + b + "]", "[\n" + a + ",\n" + b + "\n]\n", "{\"value\":[" + a + "," + b + "]}",
        "{\"records\":[" + a + "]}\n{\"records\":[" + b + "]}\n", "[" + a + "]\n[" + b + "]", a + b,
        "{\"hits\":{\"hits\":[{\"_source\":" + a + "},{\"_source\":" + b + "}]}}",
        "{\"result\":" + a + "}\n{\"result\":" + b + "}\n", "preface\n{\n" + a.substr(1) + "\n{\n" + b.substr(1) + "\n"}) {
    INFO(text.substr(0, 200));
    const auto r = test::read_log(text);
    CHECK(r.got.events.size() == 2);
    CHECK(r.summary.bad_records == 0);
  }
}

TEST_CASE("bad records are counted by reason, and what follows is read") {
  const std::string a = json_event(1);
  std::string cut = json_event(2);
  cut.resize(40);
  const auto r = test::read_log(a + "\n" + cut + "\n" + json_event(3) + "\nnot json\n" + json_event(4) + "\n");
  CHECK(r.got.events.size() == 3);
  CHECK(r.summary.bad_records == 2);
  REQUIRE(r.got.diagnostics.size() == 2);
  CHECK(r.got.diagnostics[0].where.line == 2);
  CHECK(r.got.diagnostics[1].where.line == 4);
  const auto array = test::read_log("[" + a + ",\n" + cut + "\n," + json_event(3) + "]");
  CHECK(array.got.events.size() == 2);
  CHECK(array.summary.bad_records == 1);
  const auto open = test::read_log("{\"value\":[" + a + "," + json_event(2) + "," + cut);
  CHECK(open.got.events.size() == 2);
  CHECK(open.summary.bad_records == 1);
}

TEST_CASE("a table without rows is a log without sign-ins, where a format asks for such rows") {
  const test::Reading known = test::read_log("\"_id\";\"timestamp\";\"eventName\";\"transactionId\";\"component\";\"realm\"\n");
  CHECK(known.summary.result == ReadSummary::Result::read);
  CHECK(known.summary.records == 0);
  CHECK(known.got.events.empty());
  CHECK(test::read_log("name,id,city,status\n").summary.result == ReadSummary::Result::not_mine);
}

TEST_CASE("what is no log leaves the sink as it was") {
  for (const char* text : {"", "hello\nworld\n", "{\"a\":1}", "[1,2,3]", "\0\0\0", "a,b,c\n1,2,3\n", "{", "["}) {
    const auto r = test::read_log(text);
    CHECK(r.summary.result == ReadSummary::Result::not_mine);
    CHECK(r.got.inputs.empty());
  }
}

TEST_CASE("a long line is skipped, not kept") {
  const auto r = test::read_log(failure_line(1) + std::string(20 << 20, 'x') + "\n" + failure_line(2));
  CHECK(r.got.events.size() == 2);
  CHECK(r.summary.bad_records == 1);
  const auto quote = test::read_log("time,type,realmId,clientId\n1,\"" + std::string(20 << 20, 'x'));
  CHECK(quote.got.events.empty());
}

TEST_CASE("threads change nothing") {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += failure_line(i, "c" + std::to_string(i % 7));
  const auto one = test::read_log(text, 1);
  const auto four = test::read_log(text, 4);
  CHECK(one.got.events.size() == 30'000);
  REQUIRE(four.got.events.size() == one.got.events.size());
  for (std::size_t i = 0; i < one.got.events.size(); ++i)
    if (one.got.events[i].identity != four.got.events[i].identity) FAIL("event " << i << " differs");
  CHECK(one.got.coverage.size() == four.got.coverage.size());
}

TEST_CASE("an unknown path and an unknown format are errors in words") {
  test::CollectingUsage got;
  auto options = test::reading_options();
  CHECK_FALSE(read_input("/no/such/file", options, got));
  options.as = "keycloak-txt";
  const test::TempFolder folder;
  const auto wrong = read_input(folder.write("a.log", failure_line(1)), options, got);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message.find("keycloak-txt") != std::string::npos);
}

TEST_CASE("a FIFO without a writer is empty") {
  const test::TempFolder folder;
  const std::string path = (folder.path() / "fifo").string();
  REQUIRE(std::system(("mkfifo " + path).c_str()) == 0);
  test::CollectingUsage got;
  const auto r = read_input(path, test::reading_options(), got);
  REQUIRE(r);
  CHECK(r->result == ReadSummary::Result::not_mine);
}

namespace {

/// A Keycloak line as the text of a JSON string.
const std::string kQuotedLine =
    R"("2026-03-02 09:14:07,311 DEBUG [org.keycloak.events] (t-1) type=\"LOGIN\", realmId=\"r\", clientId=\"till\", userId=\"u\", ipAddress=\"192.0.2.4\", grant_type=\"password\"")";

}  // namespace

TEST_CASE("envelopes that nobody has named are looked into") {
  const std::string& line = kQuotedLine;
  for (const std::string& text : {
           R"({"export":{"batch":{"docs":[{"doc":{"message":)" + line + "}}]}}}",
           R"({"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["1772442847311000000",)" + line + "]]}]}}",
           R"({"Records":[{"EventSource":"aws:sns","Sns":{"Type":"Notification","Message":)" + line + "}}]}",
           R"({"results":[[{"field":"@timestamp","value":"2026-03-02"},{"field":"@message","value":)" + line + "}]]}",
           R"({"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":)" + line + "}}]}]}]}",
           R"({"hits":{"hits":[{"fields":{"event.original":[)" + line + "]}}]}}",
           R"({"topic":"t","partition":0,"offset":1,"value":)" + line + "}"}) {
    INFO(text);
    const test::Reading read = test::read_log(text + "\n");
    REQUIRE(read.got.events.size() == 1);
    CHECK(read.got.events.front().client.client_id == "till");
  }
}

TEST_CASE("records that were written as JSON strings, once or twice, or as lines of base64") {
  const auto quoted = [](const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "\"";
  };
  const std::string one = quoted(json_event(1));
  const std::string two = quoted(json_event(2));
  for (const std::string& text :
       {one + "\n" + two + "\n", "[" + one + "," + two + "]", "[\n  " + one + ",\n  " + two + "\n]\n", quoted(one) + "\n" + quoted(two) + "\n",
        "{\"message\":" + quoted(one) + "}\n{\"message\":" + quoted(two) + "}\n",
        std::string("eyJ0aW1lIjoxNzcyNDM5MjQ3MDAxLCJ0eXBlIjoiTE9HSU5fRVJST1IiLCJyZWFsbUlkIjoiciIsImNsaWVudElkIjoiY2xpIiwiZXJyb3IiOiJ4IiwiZGV0YWlscyI6eyJncmFudF90eXBlIjoicGFzc3dvcmQifX0=\n"
                    "eyJ0aW1lIjoxNzcyNDM5MjQ3MDAyLCJ0eXBlIjoiTE9HSU5fRVJST1IiLCJyZWFsbUlkIjoiciIsImNsaWVudElkIjoiY2xpIiwiZXJyb3IiOiJ4IiwiZGV0YWlscyI6eyJncmFudF90eXBlIjoicGFzc3dvcmQifX0=\n")}) {
    INFO(text);
    CHECK(test::read_log(text).got.events.size() == 2);
  }
}

TEST_CASE("what is packed in a way that is not read is said so") {
  const test::Reading read = test::read_log(std::string("\xfd\x37zXZ\0\0\4more", 12));
  CHECK(read.summary.result == ReadSummary::Result::failed);
  CHECK_THAT(read.summary.problem, Catch::Contains("xz -dk"));
}

TEST_CASE("a record in a visitor's own words is none") {
  for (const std::string& text :
       {R"({"app":"x","username":)" + kQuotedLine + "}", R"({"params":[{"key":"username","value":)" + kQuotedLine + "}]}",
        R"({"attributes":[{"key":"name","value":{"stringValue":)" + kQuotedLine + "}}]}"}) {
    INFO(text);
    CHECK(test::read_log(text + "\n").got.events.empty());
  }
}

TEST_CASE("nesting without end is not followed") {
  std::string text = R"({"a":1})";
  for (int i = 0; i < 500; ++i) text = R"({"message":{"x":[)" + text + "]}}";
  CHECK(test::read_log(text + "\n").summary.result == logparsers::ReadSummary::Result::not_mine);
}
