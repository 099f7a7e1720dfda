#include "tests/support/synthetic_log.h"

#include "inventory/inventory.h"
#include "logparsers/read.h"
#include "tests/support/catch.h"

using namespace ropc;

namespace {

/// Text of about `bytes` bytes, and its counts.
std::string text_of(bench::SyntheticLog& log, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) log.append(out);
  return out;
}

}  // namespace

TEST_CASE("the reader counts what was written, with one thread and with several") {
  const UserDigester users = UserDigester::without_key();
  logparsers::ReadOptions options;
  options.formats = logparsers::load_formats({}).value();
  options.users = &users;
  options.label = "synthetic";
  for (const char* kind : {"entra", "keycloak"})
    for (const unsigned threads : {1U, 3U}) {
      INFO(kind << " " << threads);
      const auto log = bench::make_log(kind);
      const std::string text = text_of(*log, 3 << 20);
      const auto inventory = inventory::Inventory::open(":memory:").value();
      options.threads = threads;
      (void)logparsers::read_bytes(text, options, inventory->usage());
      std::map<std::string, bench::Count> expected = log->counts();
      const Report report = inventory->report().value();
      for (const ClientRecord& client : report.clients) {
        if (client.status == ClientStatus::noise || !client.usage) continue;
        INFO(client.key.client_id);
        const bench::Count want = expected[client.key.client_id];
        CHECK(client.key.tenant == log->tenant());
        CHECK(client.usage->total == OutcomeCounts{want.success, want.failure, want.blocked});
        CHECK(client.usage->users == want.users);
        expected.erase(client.key.client_id);
      }
      CHECK(expected.empty());
    }
}

TEST_CASE("the same log each time") {
  for (const char* kind : {"entra", "keycloak"})
    CHECK(text_of(*bench::make_log(kind), 1 << 16) == text_of(*bench::make_log(kind), 1 << 16));
  CHECK(bench::make_log("other") == nullptr);
}
