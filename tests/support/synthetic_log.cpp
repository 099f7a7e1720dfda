#include "tests/support/synthetic_log.h"

#include <array>
#include <utility>
#include <vector>

#include "common/timestamp.h"

namespace ropc::bench {
namespace {

constexpr unsigned kClients = 200;
constexpr unsigned kUsers = 20'000;
constexpr std::int64_t kStart = 1'767'571'200'000;  ///< 2026-01-05T00:00:00Z in milliseconds

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators" (SplitMix64).
class Dice {
 public:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  unsigned below(unsigned n) { return static_cast<unsigned>(next() % n); }

 private:
  std::uint64_t state_ = 20260105;
};

void hex(std::string& out, std::uint64_t value, int digits) {
  for (int i = digits - 1; i >= 0; --i) out += "0123456789abcdef"[value >> static_cast<unsigned>(4 * i) & 15U];
}

void uuid(std::string& out, std::uint64_t high, std::uint64_t low) {
  hex(out, high >> 32U, 8);
  out += '-';
  hex(out, high >> 16U, 4);
  out += "-4";
  hex(out, high, 3);
  out += "-8";
  hex(out, low >> 48U, 3);
  out += '-';
  hex(out, low, 12);
}

std::string uuid_of(char kind, unsigned number) {
  std::string out;
  uuid(out, (static_cast<std::uint64_t>(kind) << 32U | number) * 0x9E3779B97F4A7C15ULL, number * 0xBF58476D1CE4E5B9ULL);
  return out;
}

/// Date and time of day, `between` and before the milliseconds as the log has it.
void clock(std::string& out, std::int64_t ms, char between, char before_fraction) {
  std::string text = to_iso8601(TimePoint{ms * 1'000'000});
  text[10] = between;
  text.back() = before_fraction;
  out += text;
  for (const int unit : {100, 10, 1}) out += static_cast<char>('0' + ms / unit % 10);
}

/// Counts of all clients, and who has signed in with which.
class Ledger {
 public:
  Ledger() : counts_(kClients), seen_(kClients, std::vector<bool>(kUsers)) {}
  void success(unsigned client, unsigned user) {
    ++counts_[client].success;
    if (!seen_[client][user]) ++counts_[client].users;
    seen_[client][user] = true;
  }
  void failure(unsigned client) { ++counts_[client].failure; }
  void blocked(unsigned client) { ++counts_[client].blocked; }
  template <class Name>
  [[nodiscard]] std::map<std::string, Count> by_name(Name name) const {
    std::map<std::string, Count> out;
    for (unsigned i = 0; i < kClients; ++i)
      if (counts_[i].success + counts_[i].failure + counts_[i].blocked > 0) out[name(i)] = counts_[i];
    return out;
  }

 private:
  std::vector<Count> counts_;
  std::vector<std::vector<bool>> seen_;
};

/// Few clients do most.
unsigned some_client(Dice& dice) { return dice.below(1 + dice.below(kClients)); }

class EntraLog final : public SyntheticLog {
 public:
  EntraLog() : tenant_(uuid_of('t', 1)) {}

  void append(std::string& out) override {
    const std::size_t from = out.size();
    now_ += 1 + dice_.below(9000);
    const Kind kind = choose();
    record(out, kind);
    if (kind.grant && dice_.below(100) == 0) out += out.substr(from);  // the same id: a copy
    if (++lines_ % 50'000 == 0) out += "{\"time\":\"2026-01-05T00:00:00Z\",\"category\":\"SignInLogs\",\"properties\":{\"id\n";
  }
  [[nodiscard]] std::map<std::string, Count> counts() const override {
    return ledger_.by_name([](unsigned i) { return uuid_of('a', i); });
  }
  [[nodiscard]] std::string_view tenant() const override { return tenant_; }

 private:
  struct Kind {
    const char* protocol;
    const char* error;
    const char* agent;
    unsigned client;
    unsigned user;
    bool grant;
    bool known = true;
  };

  Kind choose() {
    constexpr std::array<const char*, 4> others = {"none", "oAuth2", "deviceCode", "saml20"};
    constexpr std::array<const char*, 4> errors = {"0", "0", "50126", "50058"};
    const unsigned client = some_client(dice_);
    const unsigned user = dice_.below(kUsers);
    const unsigned roll = dice_.below(100);
    if (roll >= 20)
      return {others[dice_.below(4)], errors[dice_.below(4)], "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", client, user, false};
    if (roll == 19) return {"ropc", "700016", "curl/8.5.0", client, user, true, false};
    if (roll == 18) return {"ropc", "0", "BAV2ROPC", client, user, true, false};
    if (roll >= 15) {
      ledger_.failure(client);
      return {"ropc", "50126", "python-requests/2.31.0", client, user, true};
    }
    if (roll >= 13) {
      ledger_.blocked(client);
      return {"ropc", roll == 14 ? "50076" : "7000218", "okhttp/4.9.3", client, user, true};
    }
    ledger_.success(client, user);
    return {"ropc", "0", "okhttp/4.9.3", client, user, true};
  }

  void record(std::string& out, const Kind& k) {
    const bool interactive = dice_.below(2) == 0;
    const std::string app = k.known ? uuid_of('a', k.client) : uuid_of('x', k.client);
    std::string user = uuid_of('u', k.user);
    out += "{\"time\":\"";
    clock(out, now_ + 240'000, 'T', '.');
    out += "0000Z\",\"resourceId\":\"/tenants/" + tenant_ +
           "/providers/Microsoft.aadiam\",\"operationName\":\"Sign-in activity\",\"operationVersion\":\"1.0\",\"category\":\"";
    out += interactive ? "SignInLogs" : "NonInteractiveUserSignInLogs";
    out += "\",\"tenantId\":\"" + tenant_ + "\",\"resultType\":\"";
    out += k.error;
    out += "\",\"durationMs\":0,\"callerIpAddress\":\"192.0.2." + std::to_string(k.user % 250) +
           "\",\"correlationId\":\"" + user + "\",\"identity\":\"user " + std::to_string(k.user) +
           "\",\"Level\":4,\"location\":\"FR\",\"properties\":{\"id\":\"";
    uuid(out, dice_.next(), dice_.next());
    out += "\",\"createdDateTime\":\"";
    clock(out, now_, 'T', '.');
    out += "0000+00:00\",\"userDisplayName\":\"user " + std::to_string(k.user) + "\",\"userPrincipalName\":\"user" +
           std::to_string(k.user) + "@example.com\",\"userId\":\"" + user + "\",\"appId\":\"" + app + "\",\"appDisplayName\":";
    out += k.known ? "\"App " + std::to_string(k.client) + "\"" : std::string("null");
    out += ",\"ipAddress\":\"192.0.2." + std::to_string(k.user % 250) + "\",\"status\":{\"errorCode\":";
    out += k.error;
    out += ",\"additionalDetails\":\"\"},\"clientAppUsed\":\"Mobile Apps and Desktop clients\",\"userAgent\":\"";
    out += k.agent;
    out += "\",\"deviceDetail\":{\"deviceId\":\"\",\"operatingSystem\":\"Linux\",\"browser\":\"\"},\"location\":{\"city\":\"Lyon\","
           "\"state\":\"Rhone\",\"countryOrRegion\":\"FR\",\"geoCoordinates\":{\"latitude\":45.76,\"longitude\":4.83}},"
           "\"mfaDetail\":{},\"authenticationDetails\":[{\"authenticationStepDateTime\":\"2026-01-05T00:00:00.0000000+00:00\","
           "\"authenticationMethod\":\"Password\",\"authenticationMethodDetail\":\"Password in the cloud\",\"succeeded\":true,"
           "\"authenticationStepResultDetail\":\"\",\"authenticationStepRequirement\":\"Primary authentication\",\"StatusSequence\":0,"
           "\"RequestSequence\":1}],\"authenticationProcessingDetails\":[{\"key\":\"Legacy TLS (TLS 1.0, 1.1, 3DES)\",\"value\":"
           "\"False\"},{\"key\":\"Is CAE Token\",\"value\":\"False\"}],\"conditionalAccessStatus\":\"notApplied\","
           "\"authenticationRequirement\":\"singleFactorAuthentication\",\"authenticationProtocol\":\"";
    out += k.protocol;
    out += "\",\"incomingTokenType\":\"none\",\"riskDetail\":\"none\",\"riskState\":\"none\",\"resourceDisplayName\":\"Microsoft "
           "Graph\",\"resourceId\":\"00000003-0000-0000-c000-000000000000\",\"homeTenantId\":\"" + tenant_ +
           "\",\"resourceTenantId\":\"" + tenant_ + "\",\"userType\":\"Member\",\"isInteractive\":";
    out += interactive ? "true}}\n" : "false}}\n";
  }

  Dice dice_;
  Ledger ledger_;
  std::string tenant_;
  std::int64_t now_ = kStart;
  std::uint64_t lines_ = 0;
};

class KeycloakLog final : public SyntheticLog {
 public:
  void append(std::string& out) override {
    now_ += 1 + dice_.below(3000);
    const unsigned roll = dice_.below(100);
    const unsigned client = some_client(dice_);
    const unsigned user = dice_.below(kUsers);
    if (roll < 30)
      grant(out, client, user);
    else if (roll < 40)
      refusal(out, client, user, roll < 38);
    else if (roll < 55)
      other(out, "LOGIN", client, user, R"(, auth_method="openid-connect", auth_type="code", redirect_uri="https://portal.example.com/back")");
    else if (roll < 75)
      other(out, "CODE_TO_TOKEN", client, user, R"(, grant_type="authorization_code", refresh_token_type="Refresh", scope="openid email profile")");
    else if (roll < 95)
      other(out, "REFRESH_TOKEN", client, user, R"(, grant_type="refresh_token", refresh_token_type="Refresh", scope="openid email profile")");
    else
      plain(out);
  }
  [[nodiscard]] std::map<std::string, Count> counts() const override { return ledger_.by_name(client_name); }
  [[nodiscard]] std::string_view tenant() const override { return "shop"; }

 private:
  static std::string client_name(unsigned i) { return (i % 3 == 0 ? "batch-" : i % 3 == 1 ? "mobile-" : "svc-") + std::to_string(i); }

  void head(std::string& out, const char* level, const char* logger) {
    clock(out, now_, ' ', ',');
    out += level;
    out += logger;
    out += "(executor-thread-" + std::to_string(dice_.below(64)) + ") ";
  }

  void event(std::string& out, const char* level, const char* type, unsigned client, const std::string& user) {
    head(out, level, "[org.keycloak.events] ");
    out += "type=\"";
    out += type;
    out += R"(", realmId="5a0d1c6e-0b0a-4a55-9d7e-2f1f6f0a1b11", realmName="shop", clientId=")" + client_name(client) + "\", userId=\"" +
           user + "\"";
  }

  void session(std::string& out, unsigned user) {
    out += ", sessionId=\"";
    uuid(out, dice_.next(), dice_.next());
    out += "\", ipAddress=\"192.0.2." + std::to_string(user % 250) + "\"";
  }

  void grant(std::string& out, unsigned client, unsigned user) {
    ledger_.success(client, user);
    const std::size_t from = out.size();
    event(out, " DEBUG ", "LOGIN", client, uuid_of('u', user));
    session(out, user);
    out += R"(, auth_method="openid-connect", token_id="onrtro:)";
    uuid(out, dice_.next(), dice_.next());
    out += R"(", grant_type="password", refresh_token_type="Refresh", scope="email profile", client_auth_method="client-secret", username="user)" +
           std::to_string(user) + "\"\n";
    if (dice_.below(100) == 0) out += out.substr(from);  // the same token id: a copy
  }

  void refusal(std::string& out, unsigned client, unsigned user, bool wrong_password) {
    const std::size_t from = out.size();
    event(out, " WARN  ", "LOGIN_ERROR", client, wrong_password ? uuid_of('u', user) : "null");
    out += ", ipAddress=\"192.0.2." + std::to_string(user % 250) + "\", error=\"";
    out += wrong_password ? R"(invalid_user_credentials", auth_method="openid-connect", grant_type="password", username="user)" +
                                std::to_string(user) + "\"\n"
                          : R"(not_allowed", auth_method="oauth_credentials", grant_type="password")" "\n";
    const bool again = dice_.below(100) == 0;  // equal records without an id are events of their own
    for (int i = again ? 2 : 1; i > 0; --i) wrong_password ? ledger_.failure(client) : ledger_.blocked(client);
    if (again) out += out.substr(from);
  }

  void other(std::string& out, const char* type, unsigned client, unsigned user, const char* details) {
    event(out, " DEBUG ", type, client, uuid_of('u', user));
    session(out, user);
    out += details;
    out += ", username=\"user" + std::to_string(user) + "\"\n";
  }

  void plain(std::string& out) {
    if (dice_.below(4) == 0) {
      out += "\tat org.keycloak.services.resources.RealmsResource.getProtocol(RealmsResource.java:120)\n";
      return;
    }
    head(out, " DEBUG ", "[org.keycloak.transaction.JtaTransactionWrapper] ");
    out += "JtaTransactionWrapper  commit. Request Context: HTTP POST /realms/shop/protocol/openid-connect/token\n";
  }

  Dice dice_;
  Ledger ledger_;
  std::int64_t now_ = kStart;
};

}  // namespace

std::unique_ptr<SyntheticLog> make_log(std::string_view kind) {
  if (kind == "entra") return std::make_unique<EntraLog>();
  if (kind == "keycloak") return std::make_unique<KeycloakLog>();
  return nullptr;
}

}  // namespace ropc::bench
