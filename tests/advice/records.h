#pragma once

#include <string>
#include <utility>
#include <vector>

#include "advice/advise.h"
#include "model/names.h"

namespace ropc::test {

/// The knowledge of the program; loading it is checked by knowledge_test.cpp.
inline const advice::Knowledge& knowledge() {
  static const advice::Knowledge loaded = advice::load_knowledge().value();
  return loaded;
}

/// Builds a client's record word by word.
class Record {
 public:
  explicit Record(std::string id, ClientStatus status = ClientStatus::in_use, std::string idp = "keycloak") {
    client_.key = {std::move(idp), "shop", std::move(id)};
    client_.status = status;
  }
  Record& code(std::string path, CredentialSource password = CredentialSource::unknown,
               std::string rule = "token-request-password-grant", Kind kind = Kind::request) {
    Finding f;
    f.where.path = std::move(path);
    f.where.line = 12;
    f.password_from = password;
    f.rule_id = std::move(rule);
    f.kind = kind;
    client_.code.push_back(std::move(f));
    return *this;
  }
  Record& in_tests() {
    client_.code.back().test_code = true;
    return *this;
  }
  Record& language(std::string language) {
    client_.code.back().language = std::move(language);
    return *this;
  }
  Record& scope(std::string scope) {
    client_.code.back().scopes.push_back(std::move(scope));
    return *this;
  }
  Record& fact(IdpFact::Kind kind, std::string value) {
    IdpFact f;
    f.kind = kind;
    f.value = std::move(value);
    f.where = {"idp/realm.json", 7, 0, 0, 0};
    client_.facts.push_back(std::move(f));
    return *this;
  }
  Record& used(std::uint64_t successes, std::uint64_t users, std::uint64_t days, std::uint64_t failures = 0) {
    client_.usage = ClientUsage();
    client_.usage->total = {successes, failures, 0};
    client_.usage->users = users;
    client_.usage->days = days;
    return *this;
  }
  Record& refused_as(const std::string& error) {
    client_.usage->errors[error] = 1;
    return *this;
  }
  [[nodiscard]] const ClientRecord& get() const { return client_; }

 private:
  ClientRecord client_;
};

inline std::vector<LogCoverage> watched(std::uint64_t days) {
  LogCoverage c;
  c.idp = "keycloak";
  c.tenant = "shop";
  c.successes_visible = true;
  c.to.ns = static_cast<std::int64_t>(days) * 86'400'000'000'000;
  return {c};
}

/// The advice for one client alone.
inline Recommendation advised(const ClientRecord& client, const std::vector<LogCoverage>& coverage = {}) {
  std::vector<ClientRecord> clients = {client};
  advice::advise(clients, knowledge(), coverage);
  return clients.front().recommendation;
}

inline bool any_text(const std::vector<std::string>& texts, const std::string& part) {
  for (const std::string& text : texts)
    if (text.find(part) != std::string::npos) return true;
  return false;
}

inline const Step* step_with(const Recommendation& r, const std::string& part) {
  for (const Step& step : r.steps)
    if (step.text.find(part) != std::string::npos || step.command.find(part) != std::string::npos) return &step;
  return nullptr;
}

}  // namespace ropc::test
