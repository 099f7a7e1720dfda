#include "reporters/client_issue.h"

#include <optional>

#include "common/digest.h"
#include "reporters/escape.h"
#include "reporters/order.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

/// Nothing for a status that is no issue.
std::optional<Level> level_of(const ClientRecord& client) {
  switch (client.status) {
    case ClientStatus::in_use:
    case ClientStatus::contradiction: return Level::error;
    case ClientStatus::enabled_unused:
    case ClientStatus::not_observable: return Level::warning;
    case ClientStatus::blocked: return Level::note;
    case ClientStatus::unknown:
      if (client.fact(IdpFact::Kind::password_grant) == "allowed") return Level::warning;
      return std::nullopt;
    default: return std::nullopt;
  }
}

std::string remedy_of(const Recommendation& r) {
  std::string text = "Move to: " + shown(flow_of(r)) + ".";
  if (!r.next_step.empty()) text += " " + shown(r.next_step, 600);
  return text;
}

}  // namespace

std::vector<ClientIssue> client_issues(const Report& report) {
  std::vector<ClientIssue> out;
  for (const ClientRecord* client : clients_by_urgency(report)) {
    const std::optional<Level> level = level_of(*client);
    if (!level) continue;
    const ClientKey& key = client->key;
    ClientIssue issue;
    issue.client = client;
    issue.level = *level;
    issue.id = to_hex(digest_of("client\x1f" + key.idp + "\x1f" + key.tenant + "\x1f" + key.client_id));
    issue.title = "Password grant " + std::string(title_of(client->status)) + ": " + shown(client_of(key));
    const std::string home = home_of(key);
    issue.description = "OAuth client " + shown(client_of(key)) + (home.empty() ? "" : " of " + shown(home)) + ". " +
                        std::string(meaning_of(client->status));
    issue.remedy = remedy_of(client->recommendation);
    out.push_back(issue);
  }
  return out;
}

}  // namespace ropc::reporters
