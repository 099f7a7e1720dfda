#pragma once

#include <optional>
#include <string_view>

#include "model/finding.h"
#include "model/idp_fact.h"
#include "model/log_event.h"
#include "model/report.h"

namespace ropc {

/// The published word of each enumerator, as it stands in JSON, SARIF, YAML and the inventory.
std::string_view name_of(Kind value);
std::string_view name_of(Level value);
std::string_view name_of(Confidence value);
std::string_view name_of(CredentialSource value);
std::string_view name_of(GrantClass value);
std::string_view name_of(Outcome value);
std::string_view name_of(ClientStatus value);
std::string_view name_of(IdpFact::Kind value);

/// The enumerator of a published word; nothing for other words.
template <class Enum>
std::optional<Enum> named(std::string_view word);
template <> std::optional<Kind> named<Kind>(std::string_view word);
template <> std::optional<Level> named<Level>(std::string_view word);
template <> std::optional<Confidence> named<Confidence>(std::string_view word);
template <> std::optional<CredentialSource> named<CredentialSource>(std::string_view word);
template <> std::optional<GrantClass> named<GrantClass>(std::string_view word);
template <> std::optional<Outcome> named<Outcome>(std::string_view word);
template <> std::optional<ClientStatus> named<ClientStatus>(std::string_view word);
template <> std::optional<IdpFact::Kind> named<IdpFact::Kind>(std::string_view word);

/// Whether events of this class are a client's own use of the grant (the others make rows of status noise, or none).
bool counts_as_use(GrantClass value);

}  // namespace ropc
