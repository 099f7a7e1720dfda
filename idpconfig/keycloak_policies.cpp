#include "idpconfig/keycloak_policies.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "common/text.h"

namespace ropc::idpconfig {
namespace {

using Version = std::array<unsigned, 3>;

std::optional<Version> version_of(const std::string& text) {
  Version out{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (unsigned& number : out) {
    const auto [after, error] = std::from_chars(at, end, number);
    if (error != std::errc()) return std::nullopt;
    at = after != end && *after == '.' ? after + 1 : after;
  }
  return out;
}

/// Whether executors run for the password grant under every condition. Nothing: the export names no version.
std::optional<bool> conditions_work(const DocumentSettings& document) {
  const auto text = document.context.find(Path{"keycloakVersion"});
  if (text == document.context.end()) return std::nullopt;
  const auto version = version_of(text->second.scalar);
  if (!version) return std::nullopt;
  const bool backport = (*version)[0] == 26 && (*version)[1] == 4 && (*version)[2] >= 13;
  return backport || *version >= Version{26, 6, 3};
}

const YamlNode* list_in(const DocumentSettings& document, const char* holder, const char* list) {
  const auto found = document.context.find(Path{holder});
  const YamlNode* node = found == document.context.end() ? nullptr : found->second.find(list);
  return node != nullptr && node->is_list() ? node : nullptr;
}

std::string text_of(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  return node == nullptr ? std::string() : node->scalar;
}

/// Names of the profiles whose executors refuse the grant.
std::set<std::string> refusing_profiles(const DocumentSettings& document) {
  std::set<std::string> out = {"oauth-2-1-for-confidential-client", "oauth-2-1-for-public-client"};
  const YamlNode* profiles = list_in(document, "clientProfiles", "profiles");
  if (profiles == nullptr) return out;
  for (const YamlNode& profile : profiles->items) {
    const YamlNode* executors = profile.find("executors");
    if (executors == nullptr) continue;
    for (const YamlNode& executor : executors->items)
      if (text_of(executor, "executor") == "reject-ropc-grant") out.insert(text_of(profile, "name"));
  }
  return out;
}

enum class Match : std::uint8_t { yes, no, maybe };

Match access_type_match(const YamlNode& condition, ClientSettings& client) {
  const YamlNode* settings = condition.find("configuration");
  const YamlNode* types = settings == nullptr ? nullptr : settings->find("type");
  const IdpFact* type = client.find(IdpFact::Kind::client_type);
  if (types == nullptr || type == nullptr) return Match::maybe;
  const bool listed = std::any_of(types->items.begin(), types->items.end(),
                                  [&](const YamlNode& item) { return item.scalar == type->value; });
  return (text_of(*settings, "is-negative-logic") == "true") != listed ? Match::yes : Match::no;
}

/// Whether one condition of a policy takes the client in, where conditions work.
Match match_of(const YamlNode& condition, ClientSettings& client) {
  const std::string name = text_of(condition, "condition");
  if (name == "any-client") return Match::yes;
  if (name == "client-type") return Match::no;  // its feature is off by default, then it has no effect
  if (name == "client-access-type") return access_type_match(condition, client);
  return Match::maybe;
}

struct Policy {
  std::string name;
  std::uint32_t line = 0;
  std::vector<const YamlNode*> conditions;
  [[nodiscard]] bool for_everyone() const {
    return std::all_of(conditions.begin(), conditions.end(),
                       [](const YamlNode* c) { return text_of(*c, "condition") == "any-client"; });
  }
};

std::vector<Policy> refusing_policies(const DocumentSettings& document) {
  std::vector<Policy> out;
  const YamlNode* policies = list_in(document, "clientPolicies", "policies");
  if (policies == nullptr) return out;
  const std::set<std::string> refusing = refusing_profiles(document);
  for (const YamlNode& policy : policies->items) {
    const YamlNode* profiles = policy.find("profiles");
    const YamlNode* conditions = policy.find("conditions");
    if (text_of(policy, "enabled") == "false" || profiles == nullptr || conditions == nullptr) continue;
    if (std::none_of(profiles->items.begin(), profiles->items.end(),
                     [&](const YamlNode& p) { return refusing.contains(p.scalar); }))
      continue;
    Policy found{text_of(policy, "name"), policy.line, {}};
    for (const YamlNode& condition : conditions->items) found.conditions.push_back(&condition);
    if (!found.conditions.empty()) out.push_back(std::move(found));
  }
  return out;
}

void set(IdpFact& grant, const char* value, std::string detail, std::uint32_t line) {
  grant.value = value;
  grant.detail = std::move(detail);
  if (line > 0) grant.where.line = line;
}

void apply(const Policy& policy, std::optional<bool> works, ClientSettings& client, IdpFact& grant) {
  const std::string name = "client policy \"" + printable(policy.name) + "\"";
  if (policy.for_everyone())
    return set(grant, "blocked", name + " refuses the password grant to every client", policy.line);
  if (works == false) {
    grant.detail = name + " is meant to refuse the grant, but under a condition other than any-client it has no effect " +
                   "on this version (CVE-2026-9792, fixed in 26.4.13 and 26.6.3)";
    return;
  }
  Match all = Match::yes;
  for (const YamlNode* condition : policy.conditions) {
    const Match one = match_of(*condition, client);
    if (one == Match::no) return;
    if (one == Match::maybe) all = Match::maybe;
  }
  if (all == Match::yes && works == true) return set(grant, "blocked", name + " refuses the password grant", policy.line);
  set(grant, "unknown", name + " may refuse the grant to this client: its conditions were not worked out, so try one " +
                            "request and look at the answer", policy.line);
}

/// The name between "/realms/" and the next "/"; empty: none.
std::string realm_in(const std::string& address) {
  constexpr std::string_view kMarker = "/realms/";
  if (!address.starts_with(kMarker)) return {};
  const std::size_t end = address.find('/', kMarker.size());
  return end == std::string::npos ? std::string() : address.substr(kMarker.size(), end - kMarker.size());
}

}  // namespace

void apply_keycloak_policies(DocumentSettings& document) {
  const std::vector<Policy> policies = refusing_policies(document);
  const std::optional<bool> works = conditions_work(document);
  for (ClientSettings& client : document.clients) {
    IdpFact* grant = client.find(IdpFact::Kind::password_grant);
    for (const Policy& policy : policies)
      if (grant != nullptr && grant->value != "blocked") apply(policy, works, client, *grant);
  }
}

void name_keycloak_realm(DocumentSettings& document) {
  for (const ClientSettings& client : document.clients)
    for (const IdpFact& fact : client.facts) {
      if (fact.kind != IdpFact::Kind::redirect_uri) continue;
      const bool built_in = client.id == "account" || client.id == "account-console";
      const std::string realm = built_in ? realm_in(fact.value) : std::string();
      if (realm.empty()) continue;
      document.tenant_name = realm;
      document.notes.push_back("the list of clients names no realm; it was taken from the address of the client \"" +
                               client.id + "\"");
      return;
    }
  document.notes.emplace_back("the list of clients names no realm, and client policies are not in it: "
                              "a realm export tells both");
}

void name_keycloak_realms(DocumentSettings& document) {
  for (const ClientSettings& realm : document.clients)
    document.tenants.push_back(TenantName{"keycloak", realm.tenant, realm.id});
  document.clients.clear();
}

}  // namespace ropc::idpconfig
