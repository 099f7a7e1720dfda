// Recorded logs in pieces, each read by a process of its own, added up in any order: the same as in one go.
#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "inventory/inventory.h"
#include "inventory/usage_partial.h"
#include "logparsers/byte_source.h"
#include "logparsers/read.h"
#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

using namespace ropc;

namespace {

std::string text_of(const std::string& file) {
  const auto path = (test::source_dir() / "tests" / "real" / file).string();
  const auto source = logparsers::peeled(std::make_unique<logparsers::Peekable>(std::move(logparsers::open_path(path).value())));
  std::string out;
  std::string buffer(1 << 16, '\0');
  while (const std::size_t got = source->read(buffer.data(), buffer.size()).value()) out.append(buffer, 0, got);
  return out;
}

/// The lines of a text, dealt into `pieces` by chance; at least one stays in each run of up to `longest`.
std::vector<std::string> dealt(const std::string& text, std::size_t pieces, std::size_t longest, std::mt19937& dice) {
  std::vector<std::string> out(pieces);
  std::istringstream lines(text);
  std::string line;
  std::size_t left = 0;
  std::size_t to = 0;
  while (std::getline(lines, line)) {
    if (left-- == 0) {
      left = dice() % longest;
      to = dice() % pieces;
    }
    out[to] += line + '\n';
  }
  return out;
}

logparsers::ReadOptions options_of(const std::string& part) {
  static const auto formats = logparsers::load_formats({}).value();
  static const UserDigester users = UserDigester::without_key();
  logparsers::ReadOptions out;
  out.formats = formats;
  out.users = &users;
  out.label = "-";
  out.part = part;
  return out;
}

Report in_one_go(const std::string& text) {
  const auto inventory = inventory::Inventory::open(":memory:").value();
  (void)logparsers::read_bytes(text, options_of(""), inventory->usage());
  return inventory->report().value();
}

Report in_pieces(const std::string& text, std::mt19937& dice) {
  std::vector<std::string> partials;
  for (const std::string& piece : dealt(text, 2 + dice() % 8, 1 + dice() % 200, dice)) {
    std::string& out = partials.emplace_back();
    inventory::PartialWriter writer([&](std::string_view line) { out += line; });
    (void)logparsers::read_bytes(piece, options_of("part " + std::to_string(partials.size())), writer);
  }
  partials.push_back(partials.front());  // one comes twice
  std::shuffle(partials.begin(), partials.end(), dice);
  const auto inventory = inventory::Inventory::open(":memory:").value();
  for (const std::string& partial : partials) {
    std::istringstream in(partial);
    REQUIRE(inventory::read_partial(in, "partial", inventory->usage()));
  }
  return inventory->report().value();
}

void check_equal(const Report& one, const Report& other) {
  CHECK(one.coverage == other.coverage);
  REQUIRE(one.clients.size() == other.clients.size());
  for (std::size_t i = 0; i < one.clients.size(); ++i) {
    INFO(one.clients[i].key.client_id);
    CHECK(one.clients[i].key == other.clients[i].key);
    CHECK(one.clients[i].status == other.clients[i].status);
    REQUIRE(one.clients[i].usage.has_value() == other.clients[i].usage.has_value());
    if (!one.clients[i].usage) continue;
    const ClientUsage& a = *one.clients[i].usage;
    const ClientUsage& b = *other.clients[i].usage;
    CHECK(a.total == b.total);
    CHECK(a.users == b.users);
    CHECK(a.first_seen == b.first_seen);
    CHECK(a.last_seen == b.last_seen);
    CHECK(a.classes == b.classes);
    CHECK(a.errors == b.errors);
    CHECK(a.by_day == b.by_day);
    CHECK(a.hours == b.hours);
    CHECK(a.addresses == b.addresses);
    CHECK(a.user_agents == b.user_agents);
    CHECK(a.resources == b.resources);
    CHECK(a.scopes == b.scopes);
    CHECK(a.mfa == b.mfa);
    CHECK(a.spraying == b.spraying);
  }
}

}  // namespace

TEST_CASE("any split over any number of processes adds up to a single run") {
  std::mt19937 dice(20260302);
  for (const char* file : {"keycloak/26.7.3/success-text/console.log.gz", "keycloak/22.0.5/default/console.log.gz",
                           "openam/attempts-on/console.log.gz", "django-gateways/nginx/access-body.log.gz",
                           "oidc-provider/events.jsonl.gz"}) {
    INFO(file);
    const std::string text = text_of(file);
    const Report whole = in_one_go(text);
    CHECK_FALSE(whole.clients.empty());
    for (int i = 0; i < 5; ++i) check_equal(whole, in_pieces(text, dice));
  }
}
