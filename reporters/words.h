#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

// The words of the reports for people. Published words for programs are those of model/names.h. What comes from an
// input stands in these sentences as it is: each writer escapes it for its own format.

namespace ropc::reporters {

/// e.g. "in use", "enabled but not seen".
std::string_view title_of(ClientStatus status);
/// What the status means for a team, in one sentence.
std::string_view meaning_of(ClientStatus status);
/// 0: act first. The order of statuses where no rank decides.
int urgency_of(ClientStatus status);

/// e.g. "asks for a token with a user's password".
std::string_view phrase_of(Kind kind);
/// "certain", "likely", "possible".
std::string_view phrase_of(Confidence confidence);
/// e.g. "written in the code"; empty for unknown.
std::string_view phrase_of(CredentialSource source);
/// What a class of log records is, e.g. "password spray".
std::string_view phrase_of(GrantClass grant);
/// e.g. "password grant", "PKCE method".
std::string_view phrase_of(IdpFact::Kind kind);

/// "1 client", "2 clients", "1,204 sign-ins".
std::string count_of(std::uint64_t number, std::string_view noun);
/// With commas: 1,204.
std::string number_of(std::uint64_t number);
/// "1.2 MB".
std::string bytes_of(std::uint64_t bytes);

/// "path:line", or the path alone where the line is not known.
std::string place_of(const Location& where);
/// "keycloak/shop": identity provider and tenant; what is not known is left out.
std::string home_of(const ClientKey& key);
/// The same, with words where neither is known: what a table shows.
std::string home_words(const ClientKey& key);
/// The client's id, or words for a client that the evidence cannot name.
std::string client_of(const ClientKey& key);
/// What people call the client: its display name where the id is a bare GUID and a name is known, else client_of().
std::string called(const ClientRecord& client);
/// The advice's title of the flow, else words for "remove" and "decide", else the flow's id.
std::string flow_of(const Recommendation& recommendation);

/// " (how sure: likely; effort: days)": what stands behind the flow. Nothing is sure about one that is to be decided.
std::string how_sure(const Recommendation& recommendation);
/// The first sentence of `text`, up to and with its '.' or '?'; all of it when it is one sentence.
std::string_view first_sentence(std::string_view text);
/// The questions that the next step does not ask already. Pointers are into `recommendation`.
std::vector<const std::string*> open_questions(const Recommendation& recommendation);
/// Heading of the steps of a phase (model/report.h), e.g. "Switch off"; empty for a phase that has none.
std::string_view title_of_phase(std::string_view phase);

/// What the logs say about the client's use, e.g. "7 successful sign-ins by 4 users, 3 failed, 0 refused; on 2 days
/// between 2026-01-05 and 2026-02-01". `successes_visible`: see order.h.
std::string usage_of(const ClientUsage& usage, bool successes_visible);
/// e.g. "keycloak-text: 1 file, 812 records, 96 password sign-ins, 31 days from 2026-01-05 to 2026-02-04; successes
/// cannot be seen (default log level: only failures are written)".
std::string coverage_text(const LogCoverage& coverage);
/// The logs of one tenant in short, e.g. "31 days of logs were read, 2026-01-05 to 2026-02-04 (keycloak-text)"; says when
/// none of them can show a success. Empty where none was read.
std::string watched_text(const std::vector<const LogCoverage*>& coverage);
/// e.g. "12 skipped (8 binary, 4 too large)".
std::string skipped_text(const ScanCoverage& coverage);
/// e.g. "214 files (1.2 MB) listed, 31 looked into; 12 skipped (8 binary, 4 too large); 1 finding suppressed".
std::string coverage_text(const ScanCoverage& coverage);

}  // namespace ropc::reporters
