#include "model/names.h"

#include <array>
#include <cstddef>

namespace ropc {
namespace {

// Words in the order of the enumerators.
constexpr std::array<std::string_view, 4> kKinds = {"request", "enable", "implement", "mention"};
constexpr std::array<std::string_view, 3> kLevels = {"note", "warning", "error"};
constexpr std::array<std::string_view, 3> kConfidences = {"tentative", "firm", "certain"};
constexpr std::array<std::string_view, 7> kCredentialSources = {"unknown", "literal",   "environment",  "prompt",
                                                                "vault",   "parameter", "configuration"};
constexpr std::array<std::string_view, 10> kGrantClasses = {
    "ropc",           "ropc-with-mfa", "ropc-equivalent",  "ropc-attempt-blocked", "legacy-basic-auth-as-ropc",
    "ropc-unknown-app", "ropc-spray",    "refresh-of-ropc", "token-use",            "token-endpoint-unknown-grant"};
constexpr std::array<std::string_view, 4> kOutcomes = {"success", "failure", "blocked", "unknown"};
constexpr std::array<std::string_view, 9> kStatuses = {"in-use",        "enabled-unused", "code-only",
                                                       "blocked",       "contradiction",  "not-observable",
                                                       "disabled",      "noise",          "unknown"};
constexpr std::array<std::string_view, 12> kFactKinds = {
    "password-grant", "client-type", "enabled",        "display-name", "service-account", "standard-flow",
    "device-flow",    "token-exchange", "pkce",        "redirect-uri", "owner",           "built-in"};

template <class Enum, std::size_t N>
std::string_view word_of(const std::array<std::string_view, N>& words, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? words[index] : std::string_view("unknown");
}

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Kind value) { return word_of(kKinds, value); }
std::string_view name_of(Level value) { return word_of(kLevels, value); }
std::string_view name_of(Confidence value) { return word_of(kConfidences, value); }
std::string_view name_of(CredentialSource value) { return word_of(kCredentialSources, value); }
std::string_view name_of(GrantClass value) { return word_of(kGrantClasses, value); }
std::string_view name_of(Outcome value) { return word_of(kOutcomes, value); }
std::string_view name_of(ClientStatus value) { return word_of(kStatuses, value); }
std::string_view name_of(IdpFact::Kind value) { return word_of(kFactKinds, value); }

template <> std::optional<Kind> named<Kind>(std::string_view word) { return find<Kind>(kKinds, word); }
template <> std::optional<Level> named<Level>(std::string_view word) { return find<Level>(kLevels, word); }
template <> std::optional<Confidence> named<Confidence>(std::string_view word) {
  return find<Confidence>(kConfidences, word);
}
template <> std::optional<CredentialSource> named<CredentialSource>(std::string_view word) {
  return find<CredentialSource>(kCredentialSources, word);
}
template <> std::optional<GrantClass> named<GrantClass>(std::string_view word) {
  return find<GrantClass>(kGrantClasses, word);
}
template <> std::optional<Outcome> named<Outcome>(std::string_view word) { return find<Outcome>(kOutcomes, word); }
template <> std::optional<ClientStatus> named<ClientStatus>(std::string_view word) {
  return find<ClientStatus>(kStatuses, word);
}
template <> std::optional<IdpFact::Kind> named<IdpFact::Kind>(std::string_view word) {
  return find<IdpFact::Kind>(kFactKinds, word);
}

bool counts_as_use(GrantClass value) {
  switch (value) {
    case GrantClass::ropc:
    case GrantClass::ropc_with_mfa:
    case GrantClass::ropc_equivalent:
    case GrantClass::ropc_attempt_blocked:
      return true;
    default:
      return false;
  }
}

std::string ClientRecord::fact(IdpFact::Kind kind, const std::string& otherwise) const {
  for (const IdpFact& f : facts)
    if (f.kind == kind) return f.value;
  return otherwise;
}

}  // namespace ropc
