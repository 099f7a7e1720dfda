#include "common/text.h"
#include "reporters/formats.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

namespace {

/// Fields of each record, read as RFC 4180 says.
std::vector<std::vector<std::string>> records(const std::string& csv) {
  std::vector<std::vector<std::string>> out(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"')
      out.back().back() += csv[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      out.back().emplace_back();
    else if (c == '\r' && !quoted)
      continue;
    else if (c == '\n' && !quoted)
      out.emplace_back(1);
    else
      out.back().back() += c;
  }
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("every record has a field for each head, whatever the text") {
  for (const Report& report : {test::three_clients(), test::hostile(), test::empty_report()})
    for (const std::string& csv : {clients_csv_report(report, {}), findings_csv_report(report, {})}) {
      const auto rows = records(csv);
      REQUIRE_FALSE(rows.empty());
      for (const auto& row : rows) CHECK(row.size() == rows.front().size());
    }
}

TEST_CASE("no field of a hostile report is a formula or begins a command") {
  for (const std::string& csv : {clients_csv_report(test::hostile(), {}), findings_csv_report(test::hostile(), {})})
    for (const auto& row : records(csv)) {
      CHECK_FALSE(row.front().starts_with("::"));
      for (const std::string& field : row) {
        const std::string_view text = trim(field);
        CHECK((text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos));
      }
    }
}

TEST_CASE("numbers of a client without logs stay empty") {
  Report report;
  report.clients.emplace_back();
  const auto rows = records(clients_csv_report(report, {}));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0][6] == "success");
  CHECK(rows[1][6].empty());
  CHECK(rows[1][1] == "unknown");
}
