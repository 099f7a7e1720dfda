#include "tests/support/sample_report.h"

#include <utility>

namespace ropc::test {
namespace {

TimePoint at(const char* text) { return parse_iso8601(text)->at; }

RuleInfo request_rule() {
  RuleInfo rule;
  rule.id = "http-form-password-grant";
  rule.title = "Token request with a user's password";
  rule.kind = Kind::request;
  rule.level = Level::error;
  rule.confidence = Confidence::certain;
  rule.message = "The token endpoint is asked for a token with a user's password.";
  rule.explain =
      "The program sees the user's password, so it must be trusted with it; multi-factor sign-in, passkeys and "
      "conditional access cannot take part.\n\nRFC 9700 says that the grant must not be used.";
  rule.fix =
      "Use the authorization code flow with PKCE where a person is at a browser, the device flow where there is none, "
      "and client credentials where there is no person.";
  rule.references = {"https://www.rfc-editor.org/rfc/rfc9700#section-2.4"};
  rule.tags = {"oauth", "external/cwe/cwe-1390", "external/cwe/cwe-522"};
  return rule;
}

RuleInfo enable_rule() {
  RuleInfo rule;
  rule.id = "keycloak-terraform-direct-access-grants";
  rule.title = "Keycloak client with direct access grants";
  rule.kind = Kind::enable;
  rule.level = Level::error;
  rule.confidence = Confidence::certain;
  rule.message = "The client may use the password grant.";
  rule.explain = "Direct access grants are Keycloak's name for the password grant.";
  rule.fix = "Set `direct_access_grants_enabled = false` once no sign-in uses it.";
  rule.references = {"https://www.keycloak.org/docs/latest/server_admin/"};
  rule.tags = {"keycloak", "external/cwe/cwe-1188"};
  return rule;
}

RuleInfo mention_rule() {
  RuleInfo rule;
  rule.id = "grant-in-documentation";
  rule.title = "Documentation of the password grant";
  rule.kind = Kind::mention;
  rule.level = Level::note;
  rule.confidence = Confidence::firm;
  rule.message = "The text describes the password grant.";
  rule.explain = "Readers copy what documentation shows.";
  rule.fix = "Describe the flow that replaces it.";
  return rule;
}

Finding login_finding() {
  Finding f;
  f.rule_id = "http-form-password-grant";
  f.confidence = Confidence::certain;
  f.construct = "form-dictionary";
  f.language = "python";
  f.eye = "syntax";
  f.where = {"src/cli/login.py", 17, 12, 20, 6};
  f.related = {{{"src/cli/settings.py", 4, 1, 4, 26}, "The client id is defined here.", redact("CLIENT_ID = 'legacy-cli'")}};
  f.flow = {{{"src/cli/login.py", 9, 1, 9, 20}, "The grant type is named here.", redact("GRANT = 'password'")},
            {{"src/cli/login.py", 17, 12, 20, 6}, "It is sent to the token endpoint here.",
             redact("requests.post(TOKEN_URL, data={")}};
  f.excerpt = redact("requests.post(TOKEN_URL, data={'grant_type': GRANT, 'password': 'hunter2'})");
  f.message = "The token endpoint is asked for a token with a user's password.";
  f.client_id = "legacy-cli";
  f.idp = "keycloak";
  f.tenant = "shop";
  f.endpoint = "https://id.example.com/realms/shop/protocol/openid-connect/token";
  f.scopes = {"openid", "orders"};
  f.user_from = CredentialSource::prompt;
  f.password_from = CredentialSource::prompt;
  f.fingerprint = "3f1c9a5e0b7d4826a1c0e4f59b3d7a11";
  f.line_hash = "bf1227d6bc2f2f08:1";
  f.utf16_column = 12;
  f.utf16_end_column = 6;
  return f;
}

Finding login_test_finding() {
  Finding f = login_finding();
  f.level = Level::warning;
  f.confidence = Confidence::firm;
  f.where = {"tests/test_login.py", 8, 5, 8, 48};
  f.related.clear();
  f.flow.clear();
  f.excerpt = redact("body = 'grant_type=password&username=anna&password=hunter2'");
  f.construct = "form-string";
  f.user_from = f.password_from = CredentialSource::literal;
  f.test_code = true;
  f.fingerprint = "77aa0c51e2b94d3d8f60415263748596";
  f.line_hash = "d2b4279286706461:1";
  f.utf16_column = 5;
  f.utf16_end_column = 48;
  return f;
}

Finding terraform_finding() {
  Finding f;
  f.rule_id = "keycloak-terraform-direct-access-grants";
  f.kind = Kind::enable;
  f.confidence = Confidence::certain;
  f.construct = "setting";
  f.language = "hcl";
  f.eye = "config";
  f.where = {"deploy/terraform/keycloak.tf", 41, 3, 41, 39};
  f.excerpt = redact("direct_access_grants_enabled = true");
  f.message = "The client may use the password grant.";
  f.client_id = "legacy-cli";
  f.idp = "keycloak";
  f.tenant = "shop";
  f.fingerprint = "c0ffee00112233445566778899aabbcc";
  f.line_hash = "73045431790d7cea:1";
  f.utf16_column = 3;
  f.utf16_end_column = 39;
  return f;
}

Finding nameless_finding() {
  Finding f = login_finding();
  f.confidence = Confidence::firm;
  f.construct = "command-line";
  f.language = "shell";
  f.where = {"scripts/größe prüfen.sh", 3, 1, 3, 61};
  f.related.clear();
  f.flow.clear();
  f.scopes.clear();
  f.excerpt = redact("curl -d grant_type=password -d \"password=$PASSWORD\" \"$URL\"");
  f.client_id.reset();
  f.idp.reset();
  f.tenant.reset();
  f.endpoint.reset();
  f.user_from = f.password_from = CredentialSource::environment;
  f.fingerprint = "0badc0de0badc0de0badc0de0badc0de";
  f.line_hash = "b9ca9c0a2452b1b0:1";
  f.utf16_column = 1;
  f.utf16_end_column = 61;
  return f;
}

Finding mention_finding() {
  Finding f;
  f.rule_id = "grant-in-documentation";
  f.kind = Kind::mention;
  f.level = Level::note;
  f.construct = "prose";
  f.language = "markdown";
  f.eye = "text";
  f.where = {"docs/api.md", 120, 0, 0, 0};
  f.excerpt = redact("Send `grant_type=password` to the token endpoint.");
  f.message = "The text describes the password grant.";
  f.fingerprint = "11112222333344445555666677778888";
  f.line_hash = "3c9a59cfc299b3ee:1";
  return f;
}

Finding suppressed_finding() {
  Finding f = nameless_finding();
  f.where = {"scripts/break-glass.sh", 12, 1, 12, 40};
  f.suppressed = "emergency access, reviewed each quarter";
  f.fingerprint = "99998888777766665555444433332222";
  f.line_hash = "95de0951c928fa27:1";
  f.utf16_end_column = 40;
  return f;
}

ClientRecord legacy_cli() {
  ClientRecord c;
  c.key = {"keycloak", "shop", "legacy-cli"};
  c.name = "Legacy CLI";
  c.status = ClientStatus::in_use;
  c.status_reason = "The log shows successful password sign-ins.";
  ClientUsage usage;
  usage.total = {7, 3, 0};
  usage.users = 4;
  usage.days = 2;
  usage.first_seen = at("2026-01-05T08:11:00Z");
  usage.last_seen = at("2026-02-01T07:00:12Z");
  usage.classes = {{GrantClass::ropc, {7, 3, 0}}};
  usage.errors = {{"invalid_user_credentials", 3}};
  usage.by_day = {{"2026-01-05", {5, 3, 0}}, {"2026-02-01", {2, 0, 0}}};
  usage.hours.assign(168, 0);
  usage.hours[8] = 8;
  usage.hours[6 * 24 + 7] = 2;
  usage.addresses = 2;
  usage.user_agents = {{"python-requests/2.31.0", 9}, {"curl/8.5.0", 1}};
  usage.scopes = {{"openid", 10}};
  c.usage = usage;
  const auto fact = [&](IdpFact::Kind kind, const char* value, const char* detail, std::uint32_t line) {
    c.facts.push_back({c.key, kind, value, detail, {"idp/realm-shop.json", line, 0, 0, 0}});
  };
  fact(IdpFact::Kind::password_grant, "allowed", "directAccessGrantsEnabled", 212);
  fact(IdpFact::Kind::client_type, "public", "", 209);
  fact(IdpFact::Kind::display_name, "Legacy CLI", "", 201);
  fact(IdpFact::Kind::standard_flow, "false", "", 210);
  fact(IdpFact::Kind::redirect_uri, "http://127.0.0.1/*", "", 220);
  c.code = {terraform_finding(), login_finding(), login_test_finding()};
  Recommendation& r = c.recommendation;
  r.flow = "device";
  r.flow_title = "Device authorization";
  r.confidence = Confidence::firm;
  r.rank = 1;
  r.next_step = "Turn on the device flow for this client and ship a release that uses it.";
  r.reasons = {{"A command-line program asks a person for the password.", Location{"src/cli/login.py", 17, 12, 20, 6}},
               {"4 people signed in, so a person is there to confirm.", std::nullopt},
               {"The client is public: it cannot keep a secret.", Location{"idp/realm-shop.json", 209, 0, 0, 0}}};
  r.questions = {"Do its users have a browser on the same machine? Then the authorization code flow with a loopback "
                 "redirect is the better choice."};
  r.steps = {{"Turn on the device flow for the client.", "https://www.keycloak.org/docs/latest/server_admin/",
              "kcadm.sh update clients/$ID -r shop \\\n  -s 'attributes.\"oauth2.device.authorization.grant.enabled\"=true'",
              false},
             {"Replace the token request by the device flow of the library.", "", "", false},
             {"Set the lifespan of device codes to 10 minutes.", "", "", true},
             {"Switch direct access grants off when 30 quiet days are proven.", "",
              "ropc-audit verify --quiet-days 30", false}};
  r.alternatives = {"Authorization code with PKCE"};
  r.rank_reason = "people use it; its code is known";
  r.steps[0].phase = "prepare";
  r.steps[1].phase = "change";
  r.steps[2].phase = "change";
  r.steps[3].phase = "off";
  r.steps[3].proof = "the command exits with 0";
  r.effort = "days";
  return c;
}

ClientRecord batch_import() {
  ClientRecord c;
  c.key = {"keycloak", "shop", "batch-import"};
  c.name = "Batch import";
  c.status = ClientStatus::enabled_unused;
  c.status_reason = "The grant is allowed, and no use was seen in the period that the logs cover.";
  c.usage = ClientUsage{};
  c.facts = {{c.key, IdpFact::Kind::password_grant, "allowed", "directAccessGrantsEnabled", {"idp/realm-shop.json", 301, 0, 0, 0}},
             {c.key, IdpFact::Kind::client_type, "confidential", "", {"idp/realm-shop.json", 298, 0, 0, 0}},
             {c.key, IdpFact::Kind::service_account, "true", "", {"idp/realm-shop.json", 305, 0, 0, 0}}};
  Recommendation& r = c.recommendation;
  r.flow = "remove";
  r.flow_title = "Switch the grant off";
  r.confidence = Confidence::firm;
  r.rank = 3;
  r.next_step = "Switch direct access grants off in a maintenance window and watch the log for refusals.";
  r.reasons = {{"31 days of logs show no sign-in.", std::nullopt}};
  r.steps = {{"Switch direct access grants off.", "", "", false}};
  return c;
}

ClientRecord mobile_app() {
  ClientRecord c;
  c.key = {"entra", "contoso.example", "0a1b2c3d-0000-4000-8000-00000000beef"};
  c.name = "Field app";
  c.status = ClientStatus::in_use;
  c.status_reason = "The log shows successful password sign-ins.";
  ClientUsage usage;
  usage.total = {1204, 88, 5};
  usage.users = 163;
  usage.days = 29;
  usage.first_seen = at("2026-01-06T05:02:00Z");
  usage.last_seen = at("2026-02-04T16:59:41Z");
  usage.classes = {{GrantClass::ropc, {1204, 86, 0}}, {GrantClass::ropc_with_mfa, {0, 2, 0}},
                   {GrantClass::ropc_attempt_blocked, {0, 0, 5}}};
  usage.errors = {{"50126", 86}, {"50076", 2}, {"53003", 5}};
  usage.by_day = {{"2026-01-06", {40, 3, 0}}, {"2026-02-04", {44, 1, 5}}};
  c.usage = usage;
  Recommendation& r = c.recommendation;
  r.flow = "decide";
  r.confidence = Confidence::tentative;
  r.rank = 2;
  r.next_step = "Find the owner of this application: no code that was read names it.";
  r.reasons = {{"163 people use it.", std::nullopt}};
  r.questions = {"Who owns this application, and where is its code?", "Does it run on phones, in a browser or on a server?"};
  return c;
}

ClientRecord spray() {
  ClientRecord c;
  c.key = {"entra", "contoso.example", "1b730954-1685-4b74-9bfd-dac224a7b894"};
  c.status = ClientStatus::noise;
  c.status_reason = "The events are attacks, unknown client ids or another protocol, not this client's own use.";
  ClientUsage usage;
  usage.total = {0, 540, 12};
  usage.days = 1;
  usage.first_seen = at("2026-01-20T01:00:00Z");
  usage.last_seen = at("2026-01-20T01:31:00Z");
  usage.classes = {{GrantClass::ropc_spray, {0, 540, 12}}};
  c.usage = usage;
  return c;
}

std::vector<LogCoverage> coverage() {
  LogCoverage entra;
  entra.idp = "entra";
  entra.tenant = "contoso.example";
  entra.format = "entra-diagnostic";
  entra.files = 2;
  entra.records = 91'822;
  entra.events = 1849;
  entra.from = at("2026-01-06T00:00:03Z");
  entra.to = at("2026-02-04T23:59:58Z");
  entra.days = 30;
  entra.successes_visible = true;
  LogCoverage keycloak;
  keycloak.idp = "keycloak";
  keycloak.tenant = "shop";
  keycloak.format = "keycloak-text";
  keycloak.files = 1;
  keycloak.records = 812;
  keycloak.events = 10;
  keycloak.bad_records = 2;
  keycloak.from = at("2026-01-05T08:00:00Z");
  keycloak.to = at("2026-02-04T17:12:09Z");
  keycloak.days = 31;
  keycloak.successes_visible = true;
  keycloak.why = "the log level of events is info";
  return {entra, keycloak};
}

ScanCoverage scan_coverage() {
  ScanCoverage scan;
  scan.files = 214;
  scan.bytes = 1'204'733;
  scan.gated = 31;
  scan.by_eye = {{"config", 9}, {"syntax", 14}, {"text", 8}};
  scan.skipped = {{"binary", 8}, {"too large", 4}};
  scan.suppressed = 1;
  scan.roots = {"shop"};
  return scan;
}

}  // namespace

Report three_clients() {
  Report report;
  report.tool_version = "0.1.0";
  report.coverage = coverage();
  report.scan = scan_coverage();
  report.clients = {mobile_app(), spray(), batch_import(), legacy_cli()};
  report.unattributed = {mention_finding(), suppressed_finding(), nameless_finding()};
  report.diagnostics = {
      {Diagnostic::Level::note, "2 records without a time stamp were left out", {"logs/keycloak.log", 0, 0, 0, 0}},
      {Diagnostic::Level::incomplete, "cannot be opened: permission denied; make it readable and run again",
       {"logs/keycloak.log.1", 0, 0, 0, 0}}};
  report.rules = {mention_rule(), request_rule(), enable_rule()};
  report.incomplete = true;
  return report;
}

Report empty_report() {
  Report report;
  report.tool_version = "0.1.0";
  return report;
}

Report scan_only() {
  Report report = three_clients();
  report.coverage.clear();
  report.diagnostics.clear();
  report.incomplete = false;
  ClientRecord client = legacy_cli();
  client.status = ClientStatus::code_only;
  client.status_reason = "Only the code shows it; neither logs nor configuration of its tenant were read.";
  client.usage.reset();
  client.facts.clear();
  client.name.clear();
  client.recommendation = {};
  report.clients = {client};
  return report;
}

}  // namespace ropc::test
