#pragma once

#include <string>
#include <vector>

#include "inventory/inventory.h"
#include "inventory/usage_store.h"
#include "model/log_event.h"

namespace ropc::test {

inline constexpr std::int64_t kSecond = 1'000'000'000;
inline constexpr std::int64_t kNoon = 1'772'452'800 * kSecond;  ///< 2026-03-02T12:00:00Z

/// A refused sign-in that only its content names; `what` is that content.
inline LogEvent refused(const std::string& what, std::int64_t at = kNoon, SourceKind source = SourceKind::log) {
  LogEvent e;
  e.client = {"keycloak", "r1", "cli"};
  e.at.ns = at;
  e.outcome = Outcome::failure;
  e.error = "user_not_found";
  e.source = source;
  e.identity = digest_of(what);
  return e;
}

/// A sign-in with a token id, by `user`.
inline LogEvent signed_in(const std::string& token, const std::string& user = "u1", std::int64_t at = kNoon,
                          SourceKind source = SourceKind::log) {
  LogEvent e = refused(token, at, source);
  e.outcome = Outcome::success;
  e.error.clear();
  e.unique = true;
  e.user = UserDigester::without_key()("r1", user);
  return e;
}

/// One input with these events.
inline void ingest(UsageSink& sink, const std::string& label, const std::vector<LogEvent>& events,
                   const std::string& part = {}) {
  sink.begin_input({label, part});
  for (const LogEvent& e : events) sink.add(e);
  sink.end_input();
}

/// An inventory in memory.
inline std::unique_ptr<inventory::Inventory> empty_inventory() {
  return std::move(inventory::Inventory::open(":memory:").value());
}

/// Usage of the only client.
inline ClientUsage only_usage(const inventory::Inventory& inventory) {
  const auto report = inventory.report();
  return report && report->clients.size() == 1 ? report->clients.front().usage.value_or(ClientUsage{}) : ClientUsage{};
}

}  // namespace ropc::test
