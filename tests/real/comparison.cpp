#include "tests/real/comparison.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace ropc::test {
namespace {

using nlohmann::json;
using Key = std::pair<std::string, std::string>;  // tenant, client id; empty: not said

constexpr std::array<const char*, 4> kCounts = {"success", "failure", "blocked", "users"};
enum Count : std::size_t { kSuccess, kFailure, kBlocked, kUsers };
using Counts = std::array<std::int64_t, 4>;

std::string text_of(const json& row, const char* key) {
  const auto at = row.find(key);
  return at != row.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::map<Key, Counts> rows_of(const json& form, const char* key, const std::set<std::string>& ignored) {
  std::map<Key, Counts> out;
  if (!form.contains(key)) return out;
  for (const json& row : form[key]) {
    if (ignored.contains(text_of(row, "clientId"))) continue;
    Counts& counts = out[{text_of(row, "tenant"), text_of(row, "clientId")}];
    for (std::size_t i = 0; i < kCounts.size(); ++i) counts[i] += row.value(kCounts[i], std::int64_t{0});
  }
  return out;
}

/// The tenant's name where the report gives its id.
std::string name_of_tenant(const json& form, const std::string& tenant) {
  if (form.contains("tenants"))
    for (const auto& [name, id] : form["tenants"].items())
      if (id == tenant) return name;
  return tenant;
}

std::map<Key, Counts> counted(const json& form, const Report& report, const std::set<Key>& known,
                              const std::set<std::string>& ignored) {
  std::map<Key, Counts> out;
  for (const ClientRecord& client : report.clients) {
    if (!client.usage || client.status == ClientStatus::noise || ignored.contains(client.key.client_id)) continue;
    const ClientUsage& u = *client.usage;
    const Counts counts = {static_cast<std::int64_t>(u.total.success), static_cast<std::int64_t>(u.total.failure),
                           static_cast<std::int64_t>(u.total.blocked), static_cast<std::int64_t>(u.users)};
    if (counts == Counts{}) continue;
    const std::string tenant = name_of_tenant(form, client.key.tenant);
    const std::string& id = client.key.client_id;
    const std::string or_none = id == "null" ? "" : id;  // some logs write "null" for a client id that is missing
    Key key{tenant, id};
    for (const Key& other : {Key{tenant, or_none}, Key{"", id}, Key{"", or_none}})
      if (!known.contains(key)) key = other;
    if (!known.contains(key)) key = {tenant, id};
    for (std::size_t i = 0; i < counts.size(); ++i) out[key][i] += counts[i];
  }
  return out;
}

bool between(std::int64_t value, std::int64_t least, std::int64_t most) { return least <= value && value <= most; }

/// `more`: what may be counted on top; `swap`: refusals that may stand in the other column.
bool fits(const Counts& want, const Counts& more, const Counts& got, std::int64_t swap) {
  const std::int64_t refusals = more[kFailure] + more[kBlocked];
  return between(got[kSuccess], want[kSuccess], want[kSuccess] + more[kSuccess]) &&
         between(got[kUsers], want[kUsers], want[kUsers] + more[kUsers]) &&
         between(got[kFailure], want[kFailure] - swap, want[kFailure] + swap + refusals) &&
         between(got[kBlocked], want[kBlocked] - swap, want[kBlocked] + swap + refusals) &&
         between(got[kFailure] + got[kBlocked], want[kFailure] + want[kBlocked],
                 want[kFailure] + want[kBlocked] + refusals);
}

void compare_usage(const json& form, const Report& report, std::vector<std::string>& out) {
  std::set<std::string> ignored;
  if (form.contains("ignore"))
    for (const json& id : form["ignore"]) ignored.insert(id.get<std::string>());
  auto want = rows_of(form, "rows", ignored);
  auto more = rows_of(form, "optional", ignored);
  std::set<Key> keys;
  for (const auto& [key, counts] : want) keys.insert(key);
  for (const auto& [key, counts] : more) keys.insert(key);
  auto got = counted(form, report, keys, ignored);
  for (const auto& [key, counts] : got) keys.insert(key);
  for (const Key& key : keys) {
    const std::int64_t swap = form.contains("either") ? form["either"].value(key.second, std::int64_t{0}) : 0;
    if (fits(want[key], more[key], got[key], swap)) continue;
    std::string line = key.first + " " + (key.second.empty() ? "(no client)" : key.second) + ":";
    for (std::size_t i = 0; i < kCounts.size(); ++i)
      if (got[key][i] != want[key][i])
        line += std::string(" ") + kCounts[i] + " " + std::to_string(got[key][i]) + " not " + std::to_string(want[key][i]);
    out.push_back(std::move(line));
  }
}

void compare_settings(const json& form, const Report& report, std::vector<std::string>& out) {
  const auto has_tenant = [](const json& row) { return !text_of(row, "tenant").empty(); };
  const bool named = std::any_of(form["config"].begin(), form["config"].end(), has_tenant);
  std::map<Key, const ClientRecord*> have;
  for (const ClientRecord& client : report.clients)
    have[{named ? name_of_tenant(form, client.key.tenant) : "", client.key.client_id}] = &client;
  std::set<std::string> tenants;
  for (const json& want : form["config"]) {
    tenants.insert(text_of(want, "tenant"));
    const Key key{text_of(want, "tenant"), text_of(want, "clientId")};
    const auto found = have.find(key);
    const auto check = [&](const char* name, IdpFact::Kind kind) {
      const std::string is = found == have.end() ? "missing" : found->second->fact(kind, "unknown");
      if (is != want.at(name)) out.push_back(key.first + " " + key.second + ": " + name + " is " + is);
    };
    check("passwordGrant", IdpFact::Kind::password_grant);
    check("clientType", IdpFact::Kind::client_type);
    if (found != have.end()) have.erase(found);
  }
  for (const auto& [key, client] : have)
    if (tenants.contains(key.first) && client->fact(IdpFact::Kind::password_grant) == "allowed")
      out.push_back(key.first + " " + key.second + ": is no client of the files");
}

}  // namespace

std::vector<std::string> differences(const json& form, const Report& report) {
  std::vector<std::string> out;
  compare_usage(form, report, out);
  if (form.contains("config")) compare_settings(form, report, out);
  return out;
}

}  // namespace ropc::test
