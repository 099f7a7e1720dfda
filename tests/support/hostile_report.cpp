#include <string>

#include "tests/support/sample_report.h"

namespace ropc::test {
namespace {

// Everything that some reader of some format takes for more than text.
const char* const kNasty =
    "\x1b[31m\r\n::error file=x,line=1::owned ##[set-env] ##vso[task.setvariable variable=x]y %0A%3B "
    "| `code` ``` [a](javascript:alert(1)) ![i](http://203.0.113.9/p.png) <script>alert(1)</script> "
    "<!-- --> ]]> &amp; @team #1 www.example.com {0} \xE2\x80\xAE drawkcab \xE2\x80\x8B\xEF\xBB\xBF \xFF\xC0\x80 \xED\xA0\x80 \"'\\";

Location nasty_place(const std::string& path) { return {path, 7, 3, 7, 9}; }

Finding nasty_finding(const std::string& path, const std::string& client) {
  Finding f;
  f.rule_id = "own|rule`<b>";
  f.construct = kNasty;
  f.language = "::warning::x";
  f.eye = "text";
  f.where = nasty_place(path);
  f.related = {{nasty_place(path), kNasty, RedactedText::stored(kNasty)}};
  f.flow = f.related;
  f.excerpt = RedactedText::stored(kNasty);
  f.message = kNasty;
  f.client_id = client;
  f.idp = "=1+1";
  f.tenant = kNasty;
  f.endpoint = std::string("https://id.example.com/") + kNasty;
  f.scopes = {kNasty, "@scope"};
  f.suppressed = std::nullopt;
  f.fingerprint = "aaaabbbbccccddddeeeeffff" + std::to_string(10'000'000 + path.size());
  return f;
}

ClientRecord nasty_client(const std::string& id, const std::string& path) {
  ClientRecord c;
  c.key = {"=1+1", kNasty, id};
  c.name = std::string("@SUM(A1)|") + kNasty;
  c.status = ClientStatus::contradiction;
  c.status_reason = kNasty;
  ClientUsage usage;
  usage.total = {9'007'199'254'740'993U, 1, 1};
  usage.users = 1'000'000;
  usage.days = 1;
  usage.first_seen = parse_iso8601("1999-12-31T23:59:59Z")->at;
  usage.last_seen = parse_iso8601("2199-01-01T00:00:00Z")->at;
  usage.classes = {{GrantClass::ropc, {1, 1, 1}}};
  usage.errors = {{kNasty, 1}};
  usage.hours.assign(168, 1);
  usage.addresses = 1'000'000;
  usage.user_agents = {{kNasty, 1}};
  usage.resources = {{kNasty, 1}};
  usage.spraying = {1, 1'000};
  c.usage = usage;
  c.facts = {{c.key, IdpFact::Kind::password_grant, "allowed", kNasty, nasty_place(path)},
             {c.key, IdpFact::Kind::redirect_uri, "javascript:alert(1)", kNasty, nasty_place(path)},
             {c.key, IdpFact::Kind::owner, kNasty, "", nasty_place(path)}};
  c.code = {nasty_finding(path, id)};
  c.recommendation.flow = "device";
  c.recommendation.flow_title = kNasty;
  c.recommendation.rank = 1;
  c.recommendation.next_step = kNasty;
  c.recommendation.reasons = {{kNasty, nasty_place(path)}};
  c.recommendation.questions = {"1. first", "# heading", "- [ ] item", kNasty};
  c.recommendation.steps = {{kNasty, "javascript:alert(1)", "a ``` b\n````\n<b>\x1b[0m", true}};
  c.recommendation.alternatives = {kNasty};
  c.recommendation.effort = kNasty;
  return c;
}

}  // namespace

Report hostile() {
  Report report;
  report.tool_version = "0.1.0";
  LogCoverage log;
  log.idp = "=1+1";
  log.tenant = kNasty;
  log.format = kNasty;
  log.why = kNasty;
  report.coverage = {log};
  report.scan = scan_only().scan;
  report.scan->skipped = {{kNasty, 1}};
  report.scan->roots = {kNasty};
  report.clients = {nasty_client("", "src/a:b;c,d]%3B%0A::error::.py"),
                    nasty_client("=cmd|'/c calc'!A0", "::error file=a::/x.py"),
                    nasty_client(kNasty, "../../outside.py"),
                    nasty_client(std::string(10'000, 'w'), std::string("a\xFF\xFE/") + std::string(300, 'p') + ".py")};
  report.unattributed = {nasty_finding("/etc/absolute.py", kNasty), nasty_finding(kNasty, "-2+3")};
  report.unattributed.back().suppressed = kNasty;
  report.diagnostics = {{Diagnostic::Level::incomplete, kNasty, nasty_place(kNasty)}};
  RuleInfo rule;
  rule.id = "own|rule`<b>";
  rule.title = kNasty;
  rule.message = kNasty;
  rule.explain = kNasty;
  rule.fix = kNasty;
  rule.references = {"javascript:alert(1)", kNasty};
  rule.tags = {kNasty, "twice", "twice"};
  for (int i = 0; i < 30; ++i) rule.tags.push_back("tag-" + std::to_string(i));
  report.rules = {rule};
  report.incomplete = true;
  return report;
}

}  // namespace ropc::test
