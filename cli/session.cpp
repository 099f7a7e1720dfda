#include "cli/session.h"

#include <filesystem>
#include <system_error>

#include "cli/console.h"

namespace ropc::cli {

Result<std::unique_ptr<inventory::Inventory>> open_inventory(const Options& options, const std::string& otherwise) {
  return inventory::Inventory::open(options.db.empty() ? otherwise : options.db);
}

Result<std::unique_ptr<inventory::Inventory>> open_existing_inventory(const Options& options) {
  const std::string path = options.db.empty() ? kDefaultDatabase : options.db;
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    return fail(ErrorCode::usage, "there is no inventory; make one with `ropc-audit ingest` or name it with --db", path);
  return inventory::Inventory::open(path);
}

std::unique_ptr<rules::RuleSet> rules_or_complain(const Options& options) {
  auto loaded = rules::load_rules(options.rule_folders);
  if (loaded) return std::make_unique<rules::RuleSet>(std::move(*loaded));
  complain(loaded.error());
  return nullptr;
}

}  // namespace ropc::cli
