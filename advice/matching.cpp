#include "advice/matching.h"

#include <algorithm>

#include "advice/statistics.h"
#include "common/text.h"

namespace ropc::advice {
namespace {

template <class T>
bool among(const std::vector<T>& list, const T& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

bool found(const std::shared_ptr<const Regex>& pattern, const std::string& text) {
  return pattern == nullptr || pattern->found_in(lower(text));
}

bool fits(const CodeTest& test, const Finding& f) {
  if (!found(test.path, f.where.path) || !found(test.rule, f.rule_id)) return false;
  if (test.not_path != nullptr && found(test.not_path, f.where.path)) return false;
  if (!among(test.languages, f.language) || !among(test.kinds, f.kind)) return false;
  if (!among(test.password_from, f.password_from)) return false;
  if (test.test_code && *test.test_code != f.test_code) return false;
  return test.scope == nullptr || std::any_of(f.scopes.begin(), f.scopes.end(),
                                              [&](const std::string& scope) { return found(test.scope, scope); });
}

bool fits(const LogTest& test, const Evidence& evidence) {
  const ClientUsage& usage = *evidence.client->usage;
  if (!test.errors.empty() &&
      std::none_of(test.errors.begin(), test.errors.end(), [&](const auto& e) { return usage.errors.contains(e); }))
    return false;
  if (!test.classes.empty() &&
      std::none_of(test.classes.begin(), test.classes.end(), [&](GrantClass c) { return usage.classes.contains(c); }))
    return false;
  if (!test.stat.empty()) {
    const auto number = evidence.numbers.find(test.stat);
    if (number == evidence.numbers.end()) return false;
    if (test.at_least && number->second < *test.at_least) return false;
    if (test.at_most && number->second > *test.at_most) return false;
  }
  return test.also == nullptr || fits(*test.also, evidence);
}

const IdpFact* fact_that_fits(const ConfigTest& test, const ClientRecord& client) {
  for (const IdpFact& fact : client.facts) {
    if (fact.kind != test.fact || !found(test.value, fact.value)) continue;
    if (test.not_value != nullptr && found(test.not_value, fact.value)) continue;
    if (test.also == nullptr || fact_that_fits(*test.also, client) != nullptr) return &fact;
  }
  return nullptr;
}

/// Of several findings one in code that ships is the better place to show.
const Finding* finding_that_fits(const CodeTest& test, const Evidence& evidence) {
  const bool tests_count = evidence.given.at("code") != "asks";
  for (const Finding* f : evidence.asks)
    if ((tests_count || !(f->test_code || f->sample_code)) && fits(test, *f)) return f;
  return nullptr;
}

}  // namespace

std::optional<Reason> sign_in(const Signal& signal, const Evidence& evidence) {
  const std::string says = with_numbers(signal.says, evidence.numbers);
  if (signal.code) {
    const Finding* f = finding_that_fits(*signal.code, evidence);
    return f == nullptr ? std::nullopt : std::optional(Reason{says, f->where});
  }
  if (signal.client_name != nullptr) {
    const ClientRecord& client = *evidence.client;
    const bool named = found(signal.client_name, client.key.client_id) || found(signal.client_name, client.name);
    return named ? std::optional(Reason{says, std::nullopt}) : std::nullopt;
  }
  if (signal.log) {
    if (!evidence.client->usage || !fits(*signal.log, evidence)) return std::nullopt;
    return Reason{says, std::nullopt};
  }
  if (signal.config) {
    const IdpFact* fact = fact_that_fits(*signal.config, *evidence.client);
    return fact == nullptr ? std::nullopt : std::optional(Reason{says, fact->where});
  }
  return std::nullopt;
}

}  // namespace ropc::advice
