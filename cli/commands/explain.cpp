#include "cli/audit.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/outcome.h"
#include "cli/session.h"
#include "common/text.h"

namespace ropc::cli {
namespace {

/// By its id, or by the name that its provider shows, which is what people know of an application with a GUID.
bool asked_for(const ClientRecord& client, const Options& options) {
  const std::string& asked = options.inputs.front();
  return (client.key.client_id == asked || (!client.name.empty() && client.name == asked)) &&
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
  auto report = report_of(options, *rules, **inventory);
  if (!report) return complain(report.error());
  Report one = *report;
  std::erase_if(one.clients, [&](const ClientRecord& client) { return !asked_for(client, options); });
  if (one.clients.empty()) return unknown_client(options, *report);
  one.diagnostics.clear();  // of the whole run, not of this client
  if (auto ok = write_outputs(options, "text", one); !ok) return complain(ok.error());
  return kDone;
}

}  // namespace ropc::cli
