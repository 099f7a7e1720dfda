#include <string>

#include <fmt/format.h>

#include "model/names.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/order.h"
#include "reporters/rule_book.h"
#include "reporters/words.h"

// One dialect for GitLab and Azure Pipelines: GitLab shows the text of a failure and wants unique names, Azure the
// `message` attribute and takes `classname` for the file.

namespace ropc::reporters {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, xml_text(value));
}

std::string test_case(const Finding& f, const RuleInfo& rule, UniqueIds& names) {
  const std::string path = inside_root(f.where.path) ? shown(f.where.path, 400) : "ropc-audit";
  const std::string client = f.client_id ? " " + shown(*f.client_id) : std::string();
  std::string out = "    <testcase" + attribute("classname", path) +
                    attribute("name", names(shown(f.rule_id) + " " + shown(place_of(f.where), 400) + client)) +
                    attribute("file", path) + attribute("time", "0") + ">\n";
  const std::string message = message_of(f);
  if (f.level == Level::note) {
    out += "      <skipped" + attribute("message", message) + ">" + xml_text(message) + "</skipped>\n";
    return out + "    </testcase>\n";
  }
  std::string text = place_of(f.where) + ": " + std::string(name_of(f.level)) + ": " + message + "\n";
  if (!f.excerpt.empty()) text += "  " + f.excerpt.str() + "\n";
  text += "\n" + remedy_of(rule) + "\n";
  std::string lines;
  std::string_view rest = text;
  while (!rest.empty()) {  // what a CI console prints of it must not be a command
    const std::size_t end = rest.find('\n');
    lines += console_line(rest.substr(0, end)) + "\n";
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  out += "      <failure" + attribute("message", message) + attribute("type", name_of(f.kind)) + ">" + xml_text(lines) + "</failure>\n";
  return out + "    </testcase>\n";
}

std::string not_read(const Diagnostic& d, UniqueIds& names) {
  const std::string place = d.where.path.empty() ? std::string("run") : shown(place_of(d.where), 400);
  const std::string message = shown(d.message, 1000);
  return "    <testcase" + attribute("classname", "ropc-audit") + attribute("name", names("not read " + place)) +
         attribute("time", "0") + ">\n      <error" + attribute("message", message) + ">" + xml_text(message) +
         "</error>\n    </testcase>\n";
}

}  // namespace

std::string junit_report(const Report& report, const Style&) {
  RuleBook book(report);
  UniqueIds names;
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
  std::size_t errors = 0;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    cases += test_case(*row.finding, book.of(*row.finding), names);
    ++tests;
    ++(row.finding->level == Level::note ? skipped : failures);
  }
  for (const Diagnostic& d : report.diagnostics) {
    if (d.level != Diagnostic::Level::incomplete) continue;
    cases += not_read(d, names);
    ++tests;
    ++errors;
  }
  if (tests == 0) {  // a suite without cases is shown as broken
    cases = "    <testcase classname=\"ropc-audit\" name=\"no finding\" time=\"0\"/>\n";
    tests = 1;
  }
  const std::string counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", tests, failures, errors, skipped);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " + counts + ">\n  <testsuite name=\"ropc-audit\" " +
         counts + " time=\"0\">\n" + cases + "  </testsuite>\n</testsuites>\n";
}

}  // namespace ropc::reporters
