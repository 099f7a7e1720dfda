#include <algorithm>
#include <iostream>
#include <optional>

#include "cli/audit.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "common/text.h"
#include "inventory/quiet_proof.h"

namespace ropc::cli {
namespace {

using inventory::QuietProof;

constexpr std::size_t kMostNamed = 20;

std::string day_text(std::int64_t day) { return to_day(start_of_day(day)); }

std::string text_of(DayRange range) {
  return range.first == range.last ? day_text(range.first) : day_text(range.first) + " to " + day_text(range.last);
}

std::string home_of(const QuietProof& proof) {
  if (proof.idp.empty()) return "clients whose identity provider is not known";
  return proof.idp + (proof.tenant.empty() ? "" : "/" + proof.tenant);
}

/// "a, b and 3 more": the first ones by name.
template <class Items, class Name>
std::string listed(const Items& items, Name name) {
  std::string out;
  for (std::size_t i = 0; i < std::min(items.size(), kMostNamed); ++i) out += (i == 0 ? "" : ", ") + name(items[i]);
  if (items.size() > kMostNamed) out += " and " + std::to_string(items.size() - kMostNamed) + " more";
  return out;
}

std::string sentence(const QuietProof& proof) {
  switch (proof.verdict) {
    case QuietProof::Verdict::quiet:
      return "proven gone: no sign-in with a password from " + text_of(proof.window);
    case QuietProof::Verdict::used:
      return "still used from " + text_of(proof.window) + ": " +
             listed(proof.users, [](const ClientRecord* client) { return client->key.client_id; });
    case QuietProof::Verdict::unproven:
      break;
  }
  if (proof.idp.empty()) return "not proven: code asks for their tokens and no log names them; read the log of their identity provider";
  if (proof.window.last <= 0) return "not proven: no sign-in log of it was read; ingest one that shows successes";
  return "not proven: none was seen, but no log that shows successes covers " + listed(proof.blind, text_of) +
         "; ingest the logs of these days";
}

/// Days since 1970 of "2026-03-02"; nothing when it is no date.
std::optional<std::int64_t> day_typed(const std::string& text) {
  const auto at = text.size() == 10 ? parse_iso8601(text + "T00:00:00Z") : std::nullopt;
  if (!at) return std::nullopt;
  return day_of(at->at);
}

}  // namespace

int run_verify(const Options& options) {
  const auto until = options.until.empty() ? std::nullopt : day_typed(options.until);
  if (!options.until.empty() && !until)
    return complain(Error{ErrorCode::usage, "--until takes a day such as 2026-03-31, not '" + options.until + "'", {}});
  const auto rules = rules_or_complain(options);
  if (!rules) return kUsage;
  const auto inventory = open_existing_inventory(options);
  if (!inventory) return complain(inventory.error());
  const auto report = report_of(options, *rules, **inventory);
  if (!report) return complain(report.error());
  const auto proofs = inventory::prove_quiet(*report, options.quiet_days, until);
  if (proofs.empty()) {
    say(options, "The inventory knows no tenant: read logs, exports and code into it first.");
    return kNothing;
  }
  const auto any = [&](QuietProof::Verdict verdict) {
    return std::any_of(proofs.begin(), proofs.end(), [&](const QuietProof& p) { return p.verdict == verdict; });
  };
  for (const QuietProof& proof : proofs) std::cout << printable(home_of(proof)) << ": " << printable(sentence(proof)) << '\n';
  std::cout << std::flush;
  if (any(QuietProof::Verdict::used)) return kFindings;
  return any(QuietProof::Verdict::unproven) || report->incomplete ? kIncomplete : kDone;
}

}  // namespace ropc::cli
