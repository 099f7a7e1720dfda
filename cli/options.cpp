#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>

#include "cli/exit_code.h"
#include "cli/version.h"
#include "common/text.h"
#include "model/names.h"
#include "reporters/reporter.h"

namespace ropc::cli {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 done, nothing at or over the threshold; 1 findings at or over it; 2 wrong usage or configuration;\n"
    "3 incomplete, something that had to be read was not; 4 nothing to audit; 5 internal error.";

void add_db(CLI::App& app, Options& o, const std::string& otherwise) {
  app.add_option("--db", o.db, "Inventory file (default: " + otherwise + ")")->type_name("FILE");
}

void add_outputs(CLI::App& app, Options& o, const std::string& formats) {
  app.add_option("--format", o.formats, "Output format: " + formats + "; repeatable")->type_name("F")->take_all()->expected(1);
  app.add_option("-o,--output", o.files, "File of the format before it; - is standard output; repeatable")
      ->type_name("FILE")->take_all()->expected(1);
}

void add_threshold(CLI::App& app, Options& o, std::string& level) {
  app.add_option("--fail-on", level, "Exit 1 on findings of this level or worse: error, warning, note, never")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))->default_str("error");
  app.add_option("--baseline", o.baseline, "File of fingerprints that are known and do not count, one a line")->type_name("FILE");
}

void add_scan(CLI::App& app, Options& o) {
  app.add_option("--rules", o.rule_folders, "Folder of rules that are added, or replace those of the same id; repeatable")
      ->type_name("DIR")->take_all()->expected(1);
  app.add_flag("--no-clang", o.no_clang, "Look at C, C++ and Objective-C without libclang");
  app.add_option("--jobs", o.jobs, "Threads (default: one per core)")->check(CLI::Range(1U, 1024U));
}

void add_ingest(CLI::App& app, Options& o) {
  app.add_option("--formats", o.format_folders, "Folder of log formats that are added; repeatable")->type_name("DIR")->take_all()->expected(1);
  app.add_option("--user-key", o.user_key_file, "File with the key for user digests, so that runs can be compared")->type_name("FILE");
  app.add_flag("--no-users", o.no_users, "Keep no user digests; distinct users are then not counted");
}

void add_console(CLI::App& app, Options& o) {
  app.add_flag("--quiet,-q", o.quiet, "No progress and no summary on standard error");
  app.add_option("--color", o.color, "Colours in text: auto, always, never")->check(CLI::IsMember({"auto", "always", "never"}));
}

/// "csv, json, …": all formats of reporters/.
std::string output_formats() {
  std::string out;
  for (const auto& entry : reporters::all_reporters()) out += (out.empty() ? "" : ", ") + std::string(entry.id);
  return out;
}

CLI::App* command(CLI::App& app, const std::string& name, const std::string& what, const std::string& examples) {
  CLI::App* sub = app.add_subcommand(name, what);
  sub->footer("Examples:\n" + examples + "\n\n" + kExitCodes);
  return sub;
}

void add_audit(CLI::App& app, Options& o, std::string& level) {
  CLI::App* sub = command(app, "audit", "The whole line in one go: scan, ingest, join, advise, report",
                          "  ropc-audit audit --code . --logs keycloak.log --idp realm.json -o report/\n"
                          "  ropc-audit audit --code app/ lib/ --logs logs/ --db audit.db --format markdown -o plan.md");
  sub->add_option("--code", o.code, "Code trees")->type_name("DIR…");
  sub->add_option("--logs", o.logs, "Sign-in logs: files, folders, - for standard input")->type_name("FILE…");
  sub->add_option("--idp", o.idp, "Configuration exports of identity providers")->type_name("FILE…");
  sub->add_option("inputs", o.inputs)->group("");
  add_db(*sub, o, "none, nothing is kept");
  add_outputs(*sub, o, "without --format, -o names a folder for the whole set of reports");
  add_threshold(*sub, o, level);
  add_scan(*sub, o);
  add_ingest(*sub, o);
  add_console(*sub, o);
}

void add_scan_command(CLI::App& app, Options& o, std::string& level) {
  CLI::App* sub = command(app, "scan", "Code, configuration and scripts to findings; what CI runs on a repository",
                          "  ropc-audit scan .\n  ropc-audit scan . --format sarif -o ropc.sarif --fail-on never\n"
                          "  ropc-audit scan app/ infra/ --db audit.db");
  sub->add_option("paths", o.code, "Folders or files")->required()->type_name("PATH…");
  add_db(*sub, o, "none, nothing is kept");
  add_outputs(*sub, o, "text, sarif, json, csv and more (`ropc-audit report --help`)");
  add_threshold(*sub, o, level);
  add_scan(*sub, o);
  add_console(*sub, o);
}

void add_ingest_command(CLI::App& app, Options& o) {
  CLI::App* sub = command(app, "ingest", "Sign-in logs and IdP configuration exports to the inventory",
                          "  ropc-audit ingest keycloak.log realm.json --db audit.db\n"
                          "  ropc-audit ingest signins/ --user-key users.key\n  ropc-audit ingest --follow /var/log/keycloak/\n  zcat old.log.gz | ropc-audit ingest -\n"
                          "  split -n r/4 --filter='ropc-audit ingest - --emit $FILE.part' big.log; ropc-audit merge x*.part");
  sub->add_option("inputs", o.inputs, "Files, folders, - for standard input")->required()->type_name("FILE|DIR|-…");
  sub->add_option("--as", o.as_format, "Log format of all inputs, instead of recognition (`ropc-audit formats list`)")->type_name("FORMAT");
  sub->add_flag("--follow", o.follow, "Go on reading what is written to the logs, until SIGINT or SIGTERM");
  sub->add_flag("--again", o.again, "Read logs that have not changed since they were read, too");
  sub->add_option("--emit", o.emit, "Write partials for `ropc-audit merge` there, and touch no inventory; - is standard output")
      ->type_name("FILE");
  sub->add_option("--part", o.part, "With --emit: names the piece of a log that standard input is, so that reading it again is no other piece")
      ->type_name("NAME");
  sub->add_option("--log", o.log, "With --emit: names the log that standard input is a piece of; pieces of one log add up, equal records of "
                  "two logs are copies")->type_name("NAME");
  sub->add_option("--jobs", o.jobs, "Threads (default: one per core)")->check(CLI::Range(1U, 1024U));
  add_db(*sub, o, "ropc-audit.db");
  add_ingest(*sub, o);
  add_console(*sub, o);
}

void add_merge_command(CLI::App& app, Options& o) {
  CLI::App* sub = command(app, "merge", "Adds up what `ingest --emit` wrote, on however many machines",
                          "  ropc-audit merge parts/*.jsonl --db audit.db\n  cat parts/* | ropc-audit merge -");
  sub->add_option("partials", o.inputs, "Files, - for standard input")->required()->type_name("PARTIAL…");
  add_db(*sub, o, "ropc-audit.db");
  add_console(*sub, o);
}

void add_questions(CLI::App& app, Options& o, std::string& level) {
  CLI::App* clients = command(app, "clients", "The table of clients",
                              "  ropc-audit clients\n  ropc-audit clients --format json --db audit.db");
  add_db(*clients, o, "ropc-audit.db");
  add_outputs(*clients, o, "text, json, csv");
  add_console(*clients, o);

  CLI::App* explain = command(app, "explain", "One client's whole chain of evidence, and why this flow",
                              "  ropc-audit explain legacy-cli\n  ropc-audit explain admin-cli --tenant master");
  explain->add_option("client", o.inputs, "Client id")->required()->expected(1)->type_name("CLIENT");
  explain->add_option("--idp", o.idp_filter, "Only the client of this identity provider");
  explain->add_option("--tenant", o.tenant_filter, "Only the client of this realm or tenant");
  add_db(*explain, o, "ropc-audit.db");
  add_console(*explain, o);

  CLI::App* report = command(app, "report", "Migration report for the people who do the work",
                             "  ropc-audit report --format markdown -o plan.md\n"
                             "  ropc-audit report --format sarif -o ropc.sarif --format csv -o clients.csv");
  add_db(*report, o, "ropc-audit.db");
  add_outputs(*report, o, output_formats());
  add_threshold(*report, o, level);
  add_console(*report, o);
}

void add_query(CLI::App& app, Options& o) {
  CLI::App* sub = command(app, "query", "The same per-client counts as a query for an engine that already holds the logs",
                          "  ropc-audit query                                      # all engines and sources\n"
                          "  ropc-audit query --engine kql --source entra           # run it in Sentinel, export the result as CSV\n"
                          "  ropc-audit query --engine spark --source okta --table lake.okta\n  ropc-audit ingest result.csv");
  sub->add_option("--engine", o.engine, "Language or engine")->type_name("E");
  sub->add_option("--source", o.source, "Whose logs")->type_name("S");
  sub->add_option("--table", o.table, "Table, view or search, instead of the usual one")->type_name("TABLE");
  sub->add_option("--formats", o.format_folders, "Folder of log formats that are added; repeatable")->type_name("DIR")->take_all()->expected(1);
}

void add_verify(CLI::App& app, Options& o) {
  CLI::App* sub = command(app, "verify", "The gate at the end: exit 0 only when zero use is proven for N days",
                          "  ropc-audit verify --quiet-days 14\n"
                          "  ropc-audit verify --quiet-days 30 --until 2026-06-30 --db audit.db");
  sub->footer(sub->get_footer() + "\nOf this command: 0 proven for every tenant; 1 still used; 3 not seen, but not proven either.");
  sub->add_option("--quiet-days", o.quiet_days, "Days without a password sign-in")->check(CLI::Range(1U, 3650U))->default_str("14");
  sub->add_option("--until", o.until, "Last of these days, UTC (default: the last day in the tenant's logs)")->type_name("YYYY-MM-DD");
  add_db(*sub, o, "ropc-audit.db");
  add_console(*sub, o);
}

void add_authors(CLI::App& app, Options& o) {
  CLI::App* rules = command(app, "rules", "Rules of the scanner: list, show, test",
                            "  ropc-audit rules list\n  ropc-audit rules show grant-type-password\n  ropc-audit rules test my-rules/");
  rules->require_subcommand(1);
  CLI::App* list = rules->add_subcommand("list", "All rules, or the gate's literals");
  list->add_flag("--atoms", o.atoms, "The literals of the gate, one a line");
  CLI::App* show = rules->add_subcommand("show", "One rule in words");
  show->add_option("id", o.inputs, "Rule id")->required()->expected(1);
  CLI::App* test = rules->add_subcommand("test", "Runs the examples inside the rules");
  test->add_option("paths", o.inputs, "Rule ids, or files or folders of rules; none: all that are built in");
  for (CLI::App* sub : {list, show, test})
    sub->add_option("--rules", o.rule_folders, "Folder of rules that are added or replace")->type_name("DIR")->take_all()->expected(1);

  CLI::App* formats = command(app, "formats", "Log formats: list, test",
                              "  ropc-audit formats list\n  ropc-audit formats test signins.json");
  formats->require_subcommand(1);
  CLI::App* known = formats->add_subcommand("list", "All log formats");
  CLI::App* try_out = formats->add_subcommand("test", "Runs the samples inside the formats, or says what files are");
  try_out->add_option("paths", o.inputs, "Log files; none: the samples of all formats");
  for (CLI::App* sub : {known, try_out})
    sub->add_option("--formats", o.format_folders, "Folder of log formats that are added")->type_name("DIR")->take_all()->expected(1);
}

/// "rules" and "list" → "rules-list".
std::string chosen_command(const CLI::App& app) {
  const auto first = app.get_subcommands();
  if (first.empty()) return {};
  const auto second = first[0]->get_subcommands();
  return first[0]->get_name() + (second.empty() ? "" : "-" + second[0]->get_name());
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(sub->get_name());
  return names;
}

/// Names the nearest known command for a first word that is none.
int unknown_command(const std::vector<std::string>& known, const std::string& word) {
  const std::string near = nearest(word, known);
  std::cerr << "ropc-audit: '" << printable(word) << "' is no command"
            << (near.empty() ? "; `ropc-audit --help` lists them" : "; did you mean '" + near + "'?") << '\n';
  return kUsage;
}

}  // namespace

std::vector<Output> Options::outputs(const std::string& otherwise) const {
  std::vector<Output> out;
  for (std::size_t i = 0; i < formats.size(); ++i) out.push_back({formats[i], i < files.size() ? files[i] : "-"});
  if (out.empty()) out.push_back({otherwise, files.empty() ? "-" : files[0]});
  return out;
}

Parsed parse_command_line(int argc, const char* const* argv) {
  Options o;
  std::string level = "error";
  CLI::App app("ropc-audit: which OAuth clients still use the password grant, how we know, and what replaces it");
  app.set_version_flag("--version", std::string("ropc-audit ") + kVersion);
  app.require_subcommand(1);
  app.footer(kExitCodes);
  add_audit(app, o, level);
  add_scan_command(app, o, level);
  add_ingest_command(app, o);
  add_merge_command(app, o);
  add_questions(app, o, level);
  add_query(app, o);
  add_verify(app, o);
  add_authors(app, o);
  const std::vector<std::string> known = command_names(app);
  if (argc > 1 && argv[1][0] != '-' && std::find(known.begin(), known.end(), argv[1]) == known.end())
    return {std::nullopt, unknown_command(known, argv[1])};
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return {std::nullopt, app.exit(e, std::cout, std::cerr) == 0 ? kDone : kUsage};
  }
  o.command = chosen_command(app);
  o.fail_on = named<Level>(level);
  return {std::move(o), kDone};
}

}  // namespace ropc::cli
