#include "logparsers/query.h"

#include "common/text.h"
#include "logparsers/formats.h"
#include "logparsers/read.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::logparsers;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a query has the columns that are read back, and the rules of the format") {
  const auto formats = load_formats({}).value();
  const std::string sql = query_for(*formats, "duckdb", "auth0", "").value();
  for (const char* column : {"ropc_audit_query", "AS part", "AS day", "AS at", "AS tenant", "client_id", "user_hash", "grant_class",
                             "outcome", "error", "AS attempts"}) {
    INFO(column);
    CHECK(holds(sql, column));
  }
  CHECK(holds(sql, "'ropc-with-mfa'"));
  CHECK(holds(sql, "LOWER(f_type) IN ('seotpft', 'seoobft', 'sercft')"));
  CHECK(holds(sql, "FROM auth0_logs"));
  CHECK(holds(query_for(*formats, "duckdb", "auth0", "lake.logs").value(), "FROM lake.logs"));
}

TEST_CASE("no hole of a text is left open") {
  const auto formats = load_formats({}).value();
  CHECK(list_queries().size() > 20);
  for (const QueryInfo& info : list_queries()) {
    INFO(info.engine << " " << info.source);
    const std::string text = query_for(*formats, info.engine, info.source, "").value();
    for (const char* hole : {"{x}", "{word", "{fields}", "{grants}", "{identity}", "{table}", "{value}", "{name}", "{list}", "{title}",
                             "{path}", "{client}"}) {
      INFO(hole);
      CHECK_FALSE(holds(text, hole));
    }
    CHECK(holds(text, "f_client"));
    CHECK(holds(lower(text), "sha"));
  }
}

TEST_CASE("user names are hashed by the engine, and nothing but the hash is kept") {
  const auto formats = load_formats({}).value();
  const std::string sql = query_for(*formats, "trino", "okta", "").value();
  const std::string result = sql.substr(sql.find("SELECT 'okta' AS ropc_audit_query"));
  CHECK(holds(result, "user_hash"));
  CHECK_FALSE(holds(result, "f_user"));
}

TEST_CASE("an engine or source that is not known is answered with those that are") {
  const auto formats = load_formats({}).value();
  for (const auto& [engine, source] : {std::pair("oracle", "entra"), std::pair("kql", "github")}) {
    const auto query = query_for(*formats, engine, source, "");
    REQUIRE_FALSE(query);
    CHECK(query.error().code == ErrorCode::usage);
    CHECK(holds(query.error().message, "kql (cloudtrail, entra, okta)"));
  }
}

TEST_CASE("words of a format cannot end the text that they stand in") {
  Formats formats;
  for (const auto& [id, quote] : {std::pair("auth0", "it's \\\"")}) {
    const std::string yaml = std::string("id: ") + id +
                             "\nidp: x\ntitle: T\nstatus: unverified\nreference: [https://example.com/]\nrecognise:\n  - has: [type]\n"
                             "fields: {time: [date], client: [client_id], type: [type], id: [id]}\nevents:\n  - when: {type: \"it's \\\\ \\\"\"}\n"
                             "    grant: ropc\n    outcome: success\nidentity: {id: id}\nsamples:\n  - record: x\n";
    REQUIRE(formats.add(yaml, "own.yaml"));
  }
  CHECK(holds(query_for(formats, "duckdb", "auth0", "").value(), "IN ('it''s \\ \"')"));
  CHECK(holds(query_for(formats, "spark", "auth0", "").value(), "IN ('it\\'s \\\\ \"')"));
  CHECK(holds(query_for(formats, "spl", "auth0", "").value(), "\"it's \\\\ \\\"\""));
}
