#include "inventory/inventory.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "common/embedded.h"
#include "inventory/evidence_store.h"
#include "inventory/join.h"
#include "inventory/sqlite.h"
#include "inventory/usage_store.h"

namespace ropc::inventory {
namespace {

constexpr std::int64_t kApplicationId = 0x726f7063;  // "ropc"; PRAGMA application_id

/// "003_usage.sql" → 3.
std::int64_t number_of(std::string_view file) {
  std::int64_t number = 0;
  std::from_chars(file.data(), file.data() + file.size(), number);
  return number;
}

Result<void> migrate(Database& database, const std::string& path) {
  const std::int64_t version = database.integer("PRAGMA user_version");
  const std::int64_t id = database.integer("PRAGMA application_id");
  if (auto ok = database.health(); !ok) return ok;
  const bool empty = database.integer("SELECT count(*) FROM sqlite_master") == 0;
  if (id != kApplicationId && !empty)
    return fail(ErrorCode::database, "it is a database of another program; name another file with --db", path);
  const auto files = embedded::migration_files();
  if (version > number_of(files.back().path))
    return fail(ErrorCode::database, "it was written by a newer version of ropc-audit; use that version", path);
  for (const EmbeddedFile& file : files) {
    if (number_of(file.path) <= version) continue;
    Transaction step(database);
    database.execute(file.text);
    database.execute("PRAGMA user_version = " + std::to_string(number_of(file.path)));
    step.commit();
  }
  if (id != kApplicationId) database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  return database.health();
}

}  // namespace

struct Inventory::Impl {
  explicit Impl(std::unique_ptr<Database> opened) : database(std::move(opened)), evidence(*database), usage(*database) {}
  std::unique_ptr<Database> database;
  EvidenceStore evidence;
  UsageStore usage;
};

Inventory::Inventory(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Inventory::~Inventory() = default;

Result<std::unique_ptr<Inventory>> Inventory::open(const std::string& path) {
  auto database = Database::open(path);
  if (!database) return tl::unexpected(database.error());
  if (auto ok = migrate(**database, path); !ok) return tl::unexpected(ok.error());
  return std::unique_ptr<Inventory>(new Inventory(std::make_unique<Impl>(std::move(*database))));
}

void Inventory::begin_input(InputKind kind, const std::string& label) {
  impl_->evidence.begin_input(kind == InputKind::tree ? "tree" : "export", label);
}
void Inventory::commit_input() { impl_->evidence.commit_input(std::nullopt); }
void Inventory::commit_input(const ScanCoverage& coverage) { impl_->evidence.commit_input(coverage); }
void Inventory::abandon_input() { impl_->evidence.abandon_input(); }
EvidenceSink& Inventory::evidence() { return impl_->evidence; }
UsageSink& Inventory::usage() { return impl_->usage; }
std::optional<KnownLog> Inventory::known_log(const std::string& label) { return impl_->usage.known_log(label); }
bool Inventory::must_read_from_start() const { return impl_->usage.must_read_from_start(); }
Result<void> Inventory::health() const { return impl_->database->health(); }

Result<Report> Inventory::report() const {
  AllEvidence all;
  all.findings = impl_->evidence.findings();
  all.facts = impl_->evidence.facts();
  all.tenant_names = impl_->evidence.tenant_names();
  all.usage = impl_->usage.usage();
  all.coverage = impl_->usage.coverage();
  Report report;
  report.coverage = all.coverage;
  report.scan = impl_->evidence.scan_coverage();
  report.diagnostics = impl_->evidence.diagnostics();
  report.incomplete = std::any_of(report.diagnostics.begin(), report.diagnostics.end(), [](const Diagnostic& d) {
    return d.level == Diagnostic::Level::incomplete;
  });
  Joined joined = join(std::move(all));
  report.clients = std::move(joined.clients);
  report.unattributed = std::move(joined.unattributed);
  if (auto ok = health(); !ok) return tl::unexpected(ok.error());
  return report;
}

}  // namespace ropc::inventory
