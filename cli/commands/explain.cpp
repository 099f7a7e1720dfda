#include <iostream>
#include <sstream>

#include "advice/explain.h"
#include "cli/audit.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "common/text.h"
#include "model/names.h"

namespace ropc::cli {
namespace {

std::string place(const Location& where) {
  return where.path + (where.line > 0 ? ":" + std::to_string(where.line) : "");
}

/// Lines of one client's chain of evidence. Everything that came from an input is made printable.
class Explanation {
 public:
  void heading(const std::string& text) { out_ << '\n' << text << '\n'; }
  void line(const std::string& text) { out_ << "  " << printable(text) << '\n'; }
  void detail(const std::string& text) { out_ << "      " << printable(text) << '\n'; }
  void title(const std::string& text) { out_ << printable(text) << '\n'; }
  [[nodiscard]] std::string text() const { return out_.str(); }

 private:
  std::ostringstream out_;
};

std::string counted(const OutcomeCounts& n) {
  return std::to_string(n.success) + " successful, " + std::to_string(n.failure) + " failed, " +
         std::to_string(n.blocked) + " blocked";
}

void explain_usage(const ClientRecord& client, const std::vector<LogCoverage>& coverage, Explanation& out) {
  out.heading("Sign-in logs");
  if (!client.usage) {
    out.line("No log of this tenant was read: nothing is known about use.");
    return;
  }
  const ClientUsage& usage = *client.usage;
  out.line(counted(usage.total) + ", " + std::to_string(usage.users) + " users, on " + std::to_string(usage.days) + " days");
  if (usage.days > 0) out.line("first " + to_iso8601(usage.first_seen) + ", last " + to_iso8601(usage.last_seen));
  for (const auto& [grant, n] : usage.classes) out.detail(std::string(name_of(grant)) + ": " + counted(n));
  for (const auto& [error, n] : usage.errors) out.detail("refused as \"" + error + "\": " + std::to_string(n));
  for (const LogCoverage& c : coverage) {
    if (c.idp != client.key.idp || (!c.tenant.empty() && !client.key.tenant.empty() && c.tenant != client.key.tenant)) continue;
    out.line("read from " + c.format + ": " + std::to_string(c.records) + " records, " + std::to_string(c.days) + " days" +
             (c.days > 0 ? ", " + to_iso8601(c.from) + " to " + to_iso8601(c.to) : ""));
    if (!c.why.empty()) out.detail(c.why);
  }
}

void explain_facts(const ClientRecord& client, Explanation& out) {
  out.heading("Configuration of the identity provider");
  if (client.facts.empty()) out.line("No export that names this client was read.");
  for (const IdpFact& fact : client.facts)
    out.line(std::string(name_of(fact.kind)) + " = " + fact.value + (fact.detail.empty() ? "" : " (" + fact.detail + ")") +
             "   " + place(fact.where));
}

void explain_code(const ClientRecord& client, Explanation& out) {
  out.heading("Code");
  if (client.code.empty()) out.line("No finding names this client.");
  for (const Finding& f : client.code) {
    out.line(place(f.where) + "  " + std::string(name_of(f.kind)) + ", " + std::string(name_of(f.confidence)) + "  [" +
             f.rule_id + "]" + (f.test_code ? " test code" : "") + (f.vendored ? " vendored" : ""));
    out.detail(f.excerpt.str());
    for (const RelatedPlace& step : f.flow) out.detail("via " + place(step.where) + " " + step.message);
    for (const RelatedPlace& other : f.related) out.detail("see " + place(other.where) + " " + other.message);
  }
}

void explain_advice(const Recommendation& advice, Explanation& out) {
  out.heading("What replaces it");
  out.line((advice.flow_title.empty() ? advice.flow : advice.flow_title) + " (" + std::string(name_of(advice.confidence)) + ")");
  if (!advice.next_step.empty()) out.line("Next step: " + advice.next_step);
  for (const Reason& reason : advice.reasons)
    out.detail("because " + reason.text + (reason.where ? "  " + place(*reason.where) : ""));
  if (!advice.rank_reason.empty()) out.line("Place " + std::to_string(advice.rank) + " in the order: " + advice.rank_reason);
  for (const std::string& question : advice.questions) out.line("To answer: " + question);
  for (const std::string& other : advice.alternatives) out.detail("else: " + other);
  for (const Step& step : advice.steps) {
    out.line("[ ] " + step.text + (step.verify ? " (check this)" : ""));
    if (!step.command.empty()) out.detail(step.command);
    if (!step.url.empty()) out.detail(step.url);
  }
}

void explain_chain(const Recommendation& advice, Explanation& out) {
  const std::vector<std::string> chain = advice::chain_of(advice);
  if (chain.empty()) return;
  out.heading("How the advice was reached");
  for (const std::string& line : chain) out.line(line);
}

std::string explained(const ClientRecord& client, const Report& report) {
  Explanation out;
  out.title(client.key.client_id + (client.name.empty() ? "" : " (" + client.name + ")") + " at " +
            (client.key.idp.empty() ? "an unknown identity provider" : client.key.idp) +
            (client.key.tenant.empty() ? "" : ", tenant " + client.key.tenant));
  out.line("status: " + std::string(name_of(client.status)) + ". " + client.status_reason);
  explain_usage(client, report.coverage, out);
  explain_facts(client, out);
  explain_code(client, out);
  explain_advice(client.recommendation, out);
  explain_chain(client.recommendation, out);
  return out.text();
}

bool asked_for(const ClientRecord& client, const Options& options) {
  return client.key.client_id == options.inputs.front() &&
         (options.idp_filter.empty() || client.key.idp == options.idp_filter) &&
         (options.tenant_filter.empty() || client.key.tenant == options.tenant_filter);
}

/// Says which client is meant when none has that id.
int unknown_client(const Options& options, const Report& report) {
  std::vector<std::string> known;
  for (const ClientRecord& client : report.clients) known.push_back(client.key.client_id);
  const std::string near = nearest(options.inputs.front(), known);
  return complain(Error{ErrorCode::usage, "no client '" + options.inputs.front() + "' is in the inventory; " +
                                              (near.empty() ? "`ropc-audit clients` lists them" : "did you mean '" + near + "'?"),
                        {}});
}

}  // namespace

int run_explain(const Options& options) {
  const auto rules = rules_or_complain(options);
  if (!rules) return kUsage;
  const auto inventory = open_existing_inventory(options);
  if (!inventory) return complain(inventory.error());
  const auto report = report_of(options, *rules, **inventory);
  if (!report) return complain(report.error());
  std::string text;
  for (const ClientRecord& client : report->clients)
    if (asked_for(client, options)) text += (text.empty() ? "" : "\n") + explained(client, *report);
  if (text.empty()) return unknown_client(options, *report);
  std::cout << text << std::flush;
  return kDone;
}

}  // namespace ropc::cli
