#include "logparsers/framer.h"

#include "tests/logparsers/log_reading.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;
namespace test = ropc::test;

namespace {

struct Framed {
  std::vector<std::string> records;
  std::vector<std::uint64_t> lines;
  std::vector<std::string> faults;
  std::size_t chunks = 0;
};

Framed framed(std::string_view text) {
  Framed out;
  const auto source = peeled(std::make_unique<Peekable>(memory_source(text)));
  Framer framer(*source, *test::built_in_formats());
  Chunk chunk;
  while (framer.next(chunk).value()) {
    ++out.chunks;
    for (const Chunk::Fault& fault : chunk.faults) out.faults.push_back(fault.reason);
    if (chunk.kind == Chunk::Kind::lines) {
      out.records.emplace_back(chunk.text());
      out.lines.push_back(chunk.first_line);
    }
    for (const Chunk::Piece& piece : chunk.records) {
      out.records.emplace_back(chunk.text().substr(piece.begin, piece.end - piece.begin));
      out.lines.push_back(piece.line);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("lines are cut where a record begins") {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "{\n  \"line\": " + std::to_string(i) + ",\n  \"more\": true\n}\n";
  text = "first\n" + text;
  const Framed f = framed(text);
  CHECK(f.chunks > 1);
  std::string all;
  for (const std::string& chunk : f.records) {
    all += chunk;
    CHECK((chunk.starts_with("{\n") || chunk.starts_with("first")));
  }
  CHECK(all == text);
}

TEST_CASE("the elements of an array are records, with their lines") {
  const Framed f = framed("[\n {\"a\":1},\n {\"b\":\"]}\"}\n, 3, \"x\" ]\n[{\"c\":{}}]");
  CHECK(f.records == std::vector<std::string>{"{\"a\":1}", "{\"b\":\"]}\"}", "{\"c\":{}}"});
  CHECK(f.lines == std::vector<std::uint64_t>{2, 3, 5});
}

TEST_CASE("an envelope that is too long to keep is read element by element") {
  std::string text = "{\n\"took\":3,\"hits\":{\"hits\":[";
  for (int i = 0; i < 60'000; ++i) text += (i > 0 ? "," : "") + std::string("{\"n\":") + std::to_string(i) + ",\"x\":\"" + std::string(80, 'x') + "\"}";
  text += "]}}";
  CHECK(text.size() > (5U << 20U));
  const Framed f = framed(text);
  CHECK(f.records.size() == 60'000);
  CHECK(f.faults.empty());
}

TEST_CASE("a database dump gives the rows of tables that are asked for") {
  const Framed f = framed(
      "-- PostgreSQL database dump\nCOPY public.other (a, b) FROM stdin;\n1\t2\n\\.\n"
      "COPY public.event_entity (id, event_time, type, realm_id) FROM stdin;\nx\t1\tLOGIN\tr\ny\t2\tLOGIN\tr\n\\.\n-- end\n");
  CHECK(f.records.size() == 2);
  CHECK(f.lines == std::vector<std::uint64_t>{6, 7});
}
