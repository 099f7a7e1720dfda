#include "inventory/evidence_store.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/finding_json.h"
#include "model/names.h"

namespace ropc::inventory {
namespace {

using Json = nlohmann::json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const std::vector<UnitCoverage>& units) {
  Json out = Json::array();
  for (const UnitCoverage& unit : units)
    out.push_back({{"path", unit.path}, {"quality", unit.quality}, {"why", unit.why}, {"droppedArguments", unit.dropped_arguments}});
  return out;
}

Json json_of(const ScanCoverage& coverage) {
  return {{"files", coverage.files},     {"bytes", coverage.bytes},           {"gated", coverage.gated},
          {"byEye", coverage.by_eye},    {"skipped", coverage.skipped},       {"suppressed", coverage.suppressed},
          {"roots", coverage.roots},     {"units", json_of(coverage.units)}};
}

void add_up(ScanCoverage& sum, const Json& json) {
  sum.files += json.value("files", std::uint64_t{0});
  sum.bytes += json.value("bytes", std::uint64_t{0});
  sum.gated += json.value("gated", std::uint64_t{0});
  sum.suppressed += json.value("suppressed", std::uint64_t{0});
  for (const auto& [eye, files] : json.value("byEye", std::map<std::string, std::uint64_t>())) sum.by_eye[eye] += files;
  for (const auto& [why, files] : json.value("skipped", std::map<std::string, std::uint64_t>())) sum.skipped[why] += files;
  for (const std::string& root : json.value("roots", std::vector<std::string>())) sum.roots.push_back(root);
  for (const Json& unit : json.value("units", Json::array()))
    sum.units.push_back({unit.value("path", ""), unit.value("quality", ""), unit.value("why", ""), unit.value("droppedArguments", std::uint32_t{0})});
  std::sort(sum.units.begin(), sum.units.end());
}

void bind_optional(Statement& statement, const std::optional<std::string>& text) {
  if (text)
    statement.bind(*text);
  else
    statement.bind_null();
}

std::optional<std::string> optional_text(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.text(column));
}

template <class Enum>
Enum enum_of(const Statement& row, int column) {
  return named<Enum>(row.text(column)).value_or(Enum{});
}

Finding finding_of(const Statement& row) {
  const auto number = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  Finding f;
  f.fingerprint = row.text(0);
  f.rule_id = row.text(1);
  f.kind = enum_of<Kind>(row, 2);
  f.level = enum_of<Level>(row, 3);
  f.confidence = enum_of<Confidence>(row, 4);
  f.construct = row.text(5);
  f.language = row.text(6);
  f.eye = row.text(7);
  f.where = {row.text(8), number(9), number(10), number(11), number(12)};
  f.excerpt = RedactedText::stored(row.text(13));
  f.message = row.text(14);
  f.client_id = optional_text(row, 15);
  f.idp = optional_text(row, 16);
  f.tenant = optional_text(row, 17);
  f.endpoint = optional_text(row, 18);
  f.user_from = enum_of<CredentialSource>(row, 19);
  f.password_from = enum_of<CredentialSource>(row, 20);
  f.test_code = row.integer(21) != 0;
  f.vendored = row.integer(22) != 0;
  f.sample_code = row.integer(23) != 0;
  f.suppressed = optional_text(row, 24);
  const Json detail = Json::parse(row.text(25), nullptr, false);
  if (!detail.is_object()) return f;
  f.scopes = detail.value("scopes", std::vector<std::string>());
  f.related = places_from_json(detail.value("related", Json()));
  f.flow = places_from_json(detail.value("flow", Json()));
  f.line_hash = detail.value("line_hash", std::string());
  f.utf16_column = detail.value("utf16_column", 0U);
  f.utf16_end_column = detail.value("utf16_end_column", 0U);
  return f;
}

constexpr std::string_view kFindingColumns =
    "fingerprint, rule_id, kind, level, confidence, construct, language, eye, path, line, column, end_line, "
    "end_column, excerpt, message, client_id, idp, tenant, endpoint, user_from, password_from, test_code, vendored, "
    "sample_code, suppressed, detail";

}  // namespace

EvidenceStore::EvidenceStore(Database& database)
    : database_(database),
      add_finding_(database.prepare("INSERT INTO finding (input, " + std::string(kFindingColumns) +
                                    ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")),
      add_fact_(database.prepare("INSERT OR IGNORE INTO idp_fact (input, idp, tenant, client_id, kind, value, detail, "
                                 "path, line) VALUES (?,?,?,?,?,?,?,?,?)")),
      add_name_(database.prepare("INSERT OR IGNORE INTO tenant_name (idp, id, name) VALUES (?,?,?)")),
      add_diagnostic_(
          database.prepare("INSERT INTO diagnostic (input, level, message, path, line) VALUES (?,?,?,?,?)")) {}

void EvidenceStore::begin_input(const std::string& kind, const std::string& label) {
  transaction_ = std::make_unique<Transaction>(database_);
  Statement remove = database_.prepare("DELETE FROM input WHERE kind = ? AND label = ?");
  remove.bind(kind).bind(label).run();
  Statement insert = database_.prepare("INSERT INTO input (kind, label) VALUES (?, ?)");
  insert.bind(kind).bind(label).run();
  input_ = database_.last_id();
}

void EvidenceStore::commit_input(const std::optional<ScanCoverage>& coverage) {
  if (coverage) {
    Statement update = database_.prepare("UPDATE input SET coverage = ? WHERE id = ?");
    update.bind(dump(json_of(*coverage))).bind(input_).run();
  }
  if (transaction_) transaction_->commit();
  abandon_input();
}

void EvidenceStore::abandon_input() {
  transaction_.reset();
  input_ = 0;
}

void EvidenceStore::add(Finding f) {
  Statement& s = add_finding_;
  s.bind(input_).bind(f.fingerprint).bind(f.rule_id).bind(name_of(f.kind)).bind(name_of(f.level));
  s.bind(name_of(f.confidence)).bind(f.construct).bind(f.language).bind(f.eye).bind(f.where.path).bind(f.where.line);
  s.bind(f.where.column).bind(f.where.end_line).bind(f.where.end_column).bind(f.excerpt.str()).bind(f.message);
  for (const auto* text : {&f.client_id, &f.idp, &f.tenant, &f.endpoint}) bind_optional(s, *text);
  s.bind(name_of(f.user_from)).bind(name_of(f.password_from)).bind(f.test_code).bind(f.vendored).bind(f.sample_code);
  bind_optional(s, f.suppressed);
  s.bind(dump({{"scopes", f.scopes},
               {"related", to_json(f.related)},
               {"flow", to_json(f.flow)},
               {"line_hash", f.line_hash},
               {"utf16_column", f.utf16_column},
               {"utf16_end_column", f.utf16_end_column}}))
      .run();
}

void EvidenceStore::add(IdpFact fact) {
  add_fact_.bind(input_).bind(fact.client.idp).bind(fact.client.tenant).bind(fact.client.client_id);
  add_fact_.bind(name_of(fact.kind)).bind(fact.value).bind(fact.detail).bind(fact.where.path).bind(fact.where.line);
  add_fact_.run();
}

void EvidenceStore::add(TenantName name) { add_name_.bind(name.idp).bind(name.id).bind(name.name).run(); }

void EvidenceStore::add(Diagnostic diagnostic) {
  if (input_ == 0) {
    run_diagnostics_.push_back(std::move(diagnostic));
    return;
  }
  add_diagnostic_.bind(input_).bind(static_cast<int>(diagnostic.level)).bind(diagnostic.message);
  add_diagnostic_.bind(diagnostic.where.path).bind(diagnostic.where.line).run();
}

std::vector<Finding> EvidenceStore::findings() const {
  std::vector<Finding> out;
  Statement rows = database_.prepare("SELECT " + std::string(kFindingColumns) +
                                     " FROM finding ORDER BY path, line, column, rule_id, fingerprint, input");
  while (rows.next()) out.push_back(finding_of(rows));
  return out;
}

std::vector<IdpFact> EvidenceStore::facts() const {
  std::vector<IdpFact> out;
  Statement rows = database_.prepare(
      "SELECT idp, tenant, client_id, kind, value, detail, path, line FROM idp_fact "
      "ORDER BY idp, tenant, client_id, kind, value, detail, path, line");
  while (rows.next()) {
    IdpFact fact;
    fact.client = {rows.text(0), rows.text(1), rows.text(2)};
    fact.kind = enum_of<IdpFact::Kind>(rows, 3);
    fact.value = rows.text(4);
    fact.detail = rows.text(5);
    fact.where.path = rows.text(6);
    fact.where.line = static_cast<std::uint32_t>(rows.integer(7));
    const bool repeated = !out.empty() && out.back().client == fact.client && out.back().kind == fact.kind &&
                          out.back().value == fact.value && out.back().detail == fact.detail;
    if (!repeated) out.push_back(std::move(fact));
  }
  return out;
}

std::vector<TenantName> EvidenceStore::tenant_names() const {
  std::vector<TenantName> out;
  Statement rows = database_.prepare("SELECT idp, id, name FROM tenant_name ORDER BY idp, id, name");
  while (rows.next()) out.push_back({rows.text(0), rows.text(1), rows.text(2)});
  return out;
}

std::vector<Diagnostic> EvidenceStore::diagnostics() const {
  std::vector<Diagnostic> out = run_diagnostics_;
  Statement rows = database_.prepare("SELECT level, message, path, line FROM diagnostic");
  while (rows.next()) {
    Diagnostic d;
    d.level = static_cast<Diagnostic::Level>(rows.integer(0));
    d.message = rows.text(1);
    d.where.path = rows.text(2);
    d.where.line = static_cast<std::uint32_t>(rows.integer(3));
    out.push_back(std::move(d));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<ScanCoverage> EvidenceStore::scan_coverage() const {
  std::optional<ScanCoverage> out;
  Statement rows = database_.prepare("SELECT coverage FROM input WHERE kind = 'tree' ORDER BY label");
  while (rows.next()) {
    const Json json = Json::parse(rows.text(0), nullptr, false);
    if (!json.is_object()) continue;
    if (!out) out.emplace();
    add_up(*out, json);
  }
  return out;
}

}  // namespace ropc::inventory
