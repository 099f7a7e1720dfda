#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/client_key.h"
#include "model/coverage.h"
#include "model/diagnostic.h"
#include "model/finding.h"
#include "model/idp_fact.h"
#include "model/log_event.h"
#include "model/rule_info.h"

namespace ropc {

/// What the join says about a client; see inventory/status.h for the table.
enum class ClientStatus : std::uint8_t {
  in_use, enabled_unused, code_only, blocked, contradiction, not_observable, disabled, noise, unknown
};

struct OutcomeCounts {
  std::uint64_t success = 0;
  std::uint64_t failure = 0;
  std::uint64_t blocked = 0;
  auto operator<=>(const OutcomeCounts&) const = default;
};

/// A value that attempts carry, and how many do.
struct ValueCount {
  std::string value;
  std::uint64_t attempts = 0;
  auto operator<=>(const ValueCount&) const = default;
};

/// Signs of password spraying against one client: addresses that were refused for many users and hardly ever got in.
struct Spraying {
  std::uint64_t addresses = 0;
  std::uint64_t users = 0;     ///< that they were refused for, added up
  auto operator<=>(const Spraying&) const = default;
};

/// All password-grant attempts of one client, each counted once.
struct ClientUsage {
  OutcomeCounts total;
  std::uint64_t users = 0;                        ///< distinct users with a success
  std::uint64_t days = 0;                         ///< distinct UTC days with an attempt
  TimePoint first_seen{};
  TimePoint last_seen{};
  std::map<GrantClass, OutcomeCounts> classes;
  std::map<std::string, std::uint64_t> errors;    ///< product's word → attempts
  std::map<std::string, OutcomeCounts> by_day;    ///< "2026-03-02" → attempts
  std::vector<std::uint64_t> hours;               ///< attempts by hour of the week, UTC, from Monday 00:00: 168, or none
  std::uint64_t addresses = 0;                    ///< distinct addresses of attempts; 0: not known
  std::vector<ValueCount> user_agents;            ///< most frequent first, ten at most; as are the next three
  std::vector<ValueCount> resources;
  std::vector<ValueCount> scopes;
  std::vector<ValueCount> mfa;                    ///< the product's own words, e.g. "singleFactorAuthentication"
  Spraying spraying;
};

/// One piece of evidence for an advice, in words a reader can follow back.
struct Reason {
  std::string text;
  std::optional<Location> where;
};

/// One step of a checklist. `verify` marks a fact that is not verified in our reference: "check this".
struct Step {
  std::string text;
  std::string url;      ///< empty: none
  std::string command;  ///< shell or console line to copy; empty: none
  bool verify = false;
  std::string id = {};     ///< of the fact that it stands on, e.g. "KC-06"
  std::string phase = {};  ///< "prepare", "change", "both" (old and new side by side), "off", "check" or "back"
  std::string proof = {};  ///< how to see that it is done; empty: it shows itself
  std::string language = {};  ///< of `command`, e.g. "kql"; empty: a shell's
};

/// One thing that the choice of a flow hangs on, as far as the evidence tells it.
struct AdviceInput {
  std::string id;        ///< e.g. "user_present"
  std::string title;     ///< in words, e.g. "the person is there when the token is asked for"
  std::string value;     ///< e.g. "yes", "cli"; empty: not known
  Confidence confidence = Confidence::tentative;
  bool assumed = false;  ///< no sign of it, and it would show itself
  std::vector<Reason> reasons;
};

/// What a client should move to, and why.
struct Recommendation {
  std::string flow = "decide";  ///< flow id, "remove", or "decide" when an input is missing; empty: nothing to migrate
  std::string flow_title;       ///< in words, e.g. "Authorization code with PKCE"
  Confidence confidence = Confidence::tentative;
  std::uint32_t rank = 0;       ///< 1: do this client first; 0: nothing to do
  std::string rank_reason;      ///< why it stands there, in words
  std::string next_step;        ///< one sentence: what to do now
  std::vector<Reason> reasons;
  std::vector<std::string> questions;  ///< what a person must answer before the flow is sure
  std::vector<Step> steps;             ///< the checklist for this flow, IdP and library
  std::vector<std::string> alternatives;
  std::string effort;                  ///< e.g. "days to weeks"; empty: not known
  std::string rule;                    ///< id of the rule of advice/decision.yaml that gave the flow
  std::vector<AdviceInput> inputs;     ///< what the rules looked at
  std::vector<std::string> trail;      ///< the walk through the rules, one line each, the deciding one last
};

/// Everything known about one client.
struct ClientRecord {
  ClientKey key;
  std::string name;                 ///< display name; empty: not known
  ClientStatus status = ClientStatus::unknown;
  std::string status_reason;        ///< one sentence: how the status follows from the evidence
  std::optional<ClientUsage> usage; ///< nothing where no log of the tenant was read
  std::vector<IdpFact> facts;
  std::vector<Finding> code;
  Recommendation recommendation;

  /// Value of the first fact of `kind`, or `otherwise`.
  [[nodiscard]] std::string fact(IdpFact::Kind kind, const std::string& otherwise = {}) const;
};

/// What a reporter is given: complete, sorted, immutable. Nothing is computed after it.
struct Report {
  std::string tool_version;
  std::vector<LogCoverage> coverage;
  std::optional<ScanCoverage> scan;     ///< nothing where no code was read
  std::vector<ClientRecord> clients;    ///< in the order of ClientKey
  std::vector<Finding> unattributed;    ///< findings that name no client
  /// Findings that the baseline names, by place: they count nowhere else. Nothing: no baseline was given.
  std::optional<std::vector<Finding>> baseline;
  std::vector<Diagnostic> diagnostics;
  std::vector<RuleInfo> rules;          ///< of every finding in the report, by id
  bool incomplete = false;              ///< something that had to be read was not
};

}  // namespace ropc
