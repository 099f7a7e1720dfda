#include "reporters/json_v1.h"

#include "common/text.h"
#include "model/names.h"
#include "reporters/decision_chain.h"
#include "reporters/formats.h"
#include "reporters/summary.h"

namespace ropc::reporters::json_v1 {
namespace {

Json null_if_zero(std::uint32_t number) { return number == 0 ? Json(nullptr) : Json(number); }
Json time_or_null(TimePoint at) { return at.ns == 0 ? Json(nullptr) : Json(to_iso8601(at)); }
Json optional_text(const std::optional<std::string>& text) { return text ? text_or_null(*text) : Json(nullptr); }

Json strings(const std::vector<std::string>& texts) {
  Json out = Json::array();
  for (const std::string& text : texts) out.push_back(valid_utf8(text));
  return out;
}

Json counts(const OutcomeCounts& c) { return {{"success", c.success}, {"failure", c.failure}, {"blocked", c.blocked}}; }

Json kinds(const std::vector<Finding>& findings) {
  const KindCounts n = count_kinds(findings);
  return {{"request", n.request}, {"enable", n.enable}, {"implement", n.implement}, {"mention", n.mention}};
}

/// A value of a fact that is one of `words`, else "unknown".
std::string one_of(const std::string& value, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (value == word) return value;
  return "unknown";
}

Json idp_config(const ClientRecord& client) {
  return {{"passwordGrant", one_of(client.fact(IdpFact::Kind::password_grant), {"allowed", "blocked"})},
          {"clientType", one_of(client.fact(IdpFact::Kind::client_type), {"public", "confidential"})}};
}

/// The row of the table, which is also the start of the client's entry in the report.
Json client_row(const ClientRecord& client) {
  Json row = {{"idp", text_or_null(client.key.idp)},
              {"tenant", text_or_null(client.key.tenant)},
              {"clientId", text_or_null(client.key.client_id)},
              {"name", text_or_null(client.name)},
              {"status", name_of(client.status)}};
  row["usage"] = client.usage ? usage(*client.usage) : Json(nullptr);
  row["idpConfig"] = idp_config(client);
  row["code"] = kinds(client.code);
  row["recommendation"] = {{"flow", client.recommendation.flow}, {"confidence", name_of(client.recommendation.confidence)}};
  return row;
}

Json places(const std::vector<RelatedPlace>& all) {
  Json out = Json::array();
  for (const RelatedPlace& place : all)
    out.push_back({{"location", location(place.where)},
                   {"message", valid_utf8(place.message)},
                   {"excerpt", text_or_null(place.excerpt.str())}});
  return out;
}

Json findings(const std::vector<Finding>& all) {
  Json out = Json::array();
  for (const Finding& f : all) out.push_back(finding(f));
  return out;
}

Json facts(const ClientRecord& client) {
  Json out = Json::array();
  for (const IdpFact& fact : client.facts)
    out.push_back({{"kind", name_of(fact.kind)},
                   {"value", valid_utf8(fact.value)},
                   {"detail", text_or_null(fact.detail)},
                   {"location", location(fact.where)}});
  return out;
}

Json recommendation(const Recommendation& r) {
  Json out = {{"flow", r.flow},
              {"confidence", name_of(r.confidence)},
              {"title", text_or_null(r.flow_title)},
              {"rank", null_if_zero(r.rank)},
              {"rankReason", text_or_null(r.rank_reason)},
              {"nextStep", text_or_null(r.next_step)},
              {"effort", text_or_null(r.effort)}};
  out["reasons"] = Json::array();
  for (const Reason& reason : r.reasons)
    out["reasons"].push_back({{"text", valid_utf8(reason.text)},
                              {"location", reason.where ? location(*reason.where) : Json(nullptr)}});
  out["questions"] = strings(r.questions);
  out["steps"] = Json::array();
  for (const Step& step : r.steps)
    out["steps"].push_back({{"text", valid_utf8(step.text)},
                            {"url", text_or_null(step.url)},
                            {"command", text_or_null(step.command)},
                            {"language", text_or_null(step.language)},
                            {"phase", text_or_null(step.phase)},
                            {"proof", text_or_null(step.proof)},
                            {"verify", step.verify}});
  out["alternatives"] = strings(r.alternatives);
  out["chain"] = strings(decision_chain(r));
  return out;
}

Json client_entry(const ClientRecord& client) {
  Json entry = client_row(client);
  entry["statusReason"] = text_or_null(client.status_reason);
  if (client.usage) {
    entry["usage"]["errors"] = Json::object();
    for (const auto& [error, number] : client.usage->errors) entry["usage"]["errors"][valid_utf8(error)] = number;
    entry["usage"]["byDay"] = Json::object();
    for (const auto& [day, c] : client.usage->by_day) entry["usage"]["byDay"][valid_utf8(day)] = counts(c);
  }
  entry["recommendation"] = recommendation(client.recommendation);
  entry["facts"] = facts(client);
  entry["findings"] = findings(client.code);
  return entry;
}

Json scan(const ScanCoverage& s) {
  Json out = {{"roots", strings(s.roots)}, {"files", s.files},           {"bytes", s.bytes},
              {"gated", s.gated},          {"byEye", Json::object()},    {"skipped", Json::object()},
              {"suppressed", s.suppressed}, {"units", Json::array()}};
  for (const auto& [eye, files] : s.by_eye) out["byEye"][valid_utf8(eye)] = files;
  for (const auto& [reason, files] : s.skipped) out["skipped"][valid_utf8(reason)] = files;
  for (const UnitCoverage& unit : s.units)
    out["units"].push_back({{"path", valid_utf8(unit.path)},
                            {"quality", valid_utf8(unit.quality)},
                            {"why", valid_utf8(unit.why)},
                            {"droppedArguments", unit.dropped_arguments}});
  return out;
}

std::string_view word_of(Diagnostic::Level level) {
  switch (level) {
    case Diagnostic::Level::note: return "note";
    case Diagnostic::Level::warning: return "warning";
    case Diagnostic::Level::incomplete: break;
  }
  return "incomplete";
}

Json rule(const RuleInfo& r) {
  return {{"id", valid_utf8(r.id)},
          {"title", valid_utf8(r.title)},
          {"kind", name_of(r.kind)},
          {"level", name_of(r.level)},
          {"confidence", name_of(r.confidence)},
          {"message", valid_utf8(r.message)},
          {"explain", valid_utf8(r.explain)},
          {"fix", valid_utf8(r.fix)},
          {"references", strings(r.references)},
          {"tags", strings(r.tags)}};
}

Json summary(const Report& report) {
  const Summary s = summarize(report);
  Json by_status = Json::object();
  for (const auto& [status, number] : s.by_status) by_status[std::string(name_of(status))] = number;
  return {{"clients", s.clients},
          {"byStatus", by_status},
          {"signIns", s.sign_ins},
          {"findings", {{"error", s.errors}, {"warning", s.warnings}, {"note", s.notes}, {"suppressed", s.suppressed}}}};
}

Json all_coverage(const Report& report) {
  Json out = Json::array();
  for (const LogCoverage& c : report.coverage) out.push_back(coverage(c));
  return out;
}

}  // namespace

std::span<const EmbeddedFile> schemas() { return embedded::report_schema_files(); }

Json location(const Location& where) {
  if (where.path.empty()) return nullptr;
  return {{"path", valid_utf8(where.path)},
          {"line", null_if_zero(where.line)},
          {"column", null_if_zero(where.column)},
          {"endLine", null_if_zero(where.end_line)},
          {"endColumn", null_if_zero(where.end_column)}};
}

Json coverage(const LogCoverage& c) {
  return {{"idp", text_or_null(c.idp)},
          {"tenant", text_or_null(c.tenant)},
          {"format", valid_utf8(c.format)},
          {"files", c.files},
          {"records", c.records},
          {"events", c.events},
          {"badRecords", c.bad_records},
          {"from", time_or_null(c.from)},
          {"to", time_or_null(c.to)},
          {"days", c.days},
          {"successesVisible", c.successes_visible},
          {"why", text_or_null(c.why)}};
}

/// A number that a log did not tell is null, never 0.
Json values(const std::vector<ValueCount>& all) {
  Json out = Json::array();
  for (const ValueCount& v : all) out.push_back({{"value", valid_utf8(v.value)}, {"attempts", v.attempts}});
  return out;
}

Json profile(const ClientUsage& u) {
  Json out = {{"addresses", u.addresses == 0 ? Json(nullptr) : Json(u.addresses)}, {"userAgents", values(u.user_agents)},
              {"resources", values(u.resources)},       {"scopes", values(u.scopes)},
              {"mfa", values(u.mfa)},                   {"hourOfWeek", u.hours.empty() ? Json(nullptr) : Json(u.hours)},
              {"spraying", nullptr}};
  if (u.spraying.addresses > 0) out["spraying"] = {{"addresses", u.spraying.addresses}, {"users", u.spraying.users}};
  return out;
}

Json usage(const ClientUsage& u) {
  Json out = counts(u.total);
  out["users"] = u.users;
  out["days"] = u.days;
  out["firstSeen"] = time_or_null(u.first_seen);
  out["lastSeen"] = time_or_null(u.last_seen);
  out["classes"] = Json::object();
  for (const auto& [grant, c] : u.classes) out["classes"][std::string(name_of(grant))] = counts(c);
  out["profile"] = profile(u);
  return out;
}

Json finding(const Finding& f) {
  return {{"ruleId", valid_utf8(f.rule_id)},
          {"kind", name_of(f.kind)},
          {"level", name_of(f.level)},
          {"confidence", name_of(f.confidence)},
          {"construct", text_or_null(f.construct)},
          {"language", text_or_null(f.language)},
          {"eye", text_or_null(f.eye)},
          {"location", location(f.where)},
          {"message", valid_utf8(f.message)},
          {"excerpt", text_or_null(f.excerpt.str())},
          {"clientId", optional_text(f.client_id)},
          {"idp", optional_text(f.idp)},
          {"tenant", optional_text(f.tenant)},
          {"endpoint", optional_text(f.endpoint)},
          {"scopes", strings(f.scopes)},
          {"userFrom", name_of(f.user_from)},
          {"passwordFrom", name_of(f.password_from)},
          {"testCode", f.test_code},
          {"sampleCode", f.sample_code},
          {"vendored", f.vendored},
          {"suppressed", optional_text(f.suppressed)},
          {"related", places(f.related)},
          {"flow", places(f.flow)},
          {"fingerprint", valid_utf8(f.fingerprint)},
          {"lineHash", text_or_null(f.line_hash)},
          {"utf16Column", null_if_zero(f.utf16_column)},
          {"utf16EndColumn", null_if_zero(f.utf16_end_column)}};
}

Json clients(const Report& report) {
  Json out = {{"schema", kClientsSchema}, {"coverage", all_coverage(report)}, {"clients", Json::array()}};
  for (const ClientRecord& client : report.clients) out["clients"].push_back(client_row(client));
  return out;
}

Json report(const Report& whole) {
  Json out = {{"schema", kReportSchema},
              {"tool", {{"name", "ropc-audit"}, {"version", valid_utf8(whole.tool_version)}}},
              {"incomplete", whole.incomplete},
              {"summary", summary(whole)},
              {"coverage", all_coverage(whole)},
              {"scan", whole.scan ? scan(*whole.scan) : Json(nullptr)},
              {"clients", Json::array()},
              {"unattributed", findings(whole.unattributed)},
              {"baseline", whole.baseline ? findings(*whole.baseline) : Json(nullptr)},
              {"diagnostics", Json::array()},
              {"rules", Json::array()}};
  for (const ClientRecord& client : whole.clients) out["clients"].push_back(client_entry(client));
  for (const Diagnostic& d : whole.diagnostics)
    out["diagnostics"].push_back(
        {{"level", word_of(d.level)}, {"message", valid_utf8(d.message)}, {"location", location(d.where)}});
  for (const RuleInfo& r : whole.rules) out["rules"].push_back(rule(r));
  return out;
}

}  // namespace ropc::reporters::json_v1

namespace ropc::reporters {

std::string json_report(const Report& report, const Style&) { return json_text(json_v1::report(report)); }
std::string clients_json_report(const Report& report, const Style&) { return json_text(json_v1::clients(report)); }

}  // namespace ropc::reporters
