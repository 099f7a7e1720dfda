#include <algorithm>
#include <iostream>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "common/text.h"
#include "model/names.h"
#include "scanner/gate/atoms.h"
#include "scanner/self_test.h"

namespace ropc::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

void print_block(const std::string& title, const std::string& text) {
  if (!text.empty()) std::cout << '\n' << title << '\n' << text << '\n';
}

void print_rule(const rules::Rule& rule) {
  const RuleInfo& info = rule.info;
  std::cout << info.id << ": " << info.title << "\n\n"
            << "kind " << name_of(info.kind) << ", level " << name_of(info.level) << ", confidence "
            << name_of(info.confidence) << '\n';
  std::string languages;
  for (const std::string& language : rule.languages) languages += (languages.empty() ? "" : ", ") + language;
  std::cout << "languages: " << (languages.empty() ? "all" : languages) << '\n';
  print_block("What it means", info.message);
  print_block("Why it matters", info.explain);
  print_block("What to do", info.fix);
  std::string references;
  for (const std::string& url : info.references) references += (references.empty() ? "" : "\n") + url;
  print_block("Where it is written", references);
  for (const rules::Example& example : rule.match) print_block("Found: " + example.name, example.text);
  for (const rules::Example& example : rule.no_match) print_block("Not found: " + example.name, example.text);
  for (const rules::Example& example : rule.known_gaps) print_block("Known gap: " + example.name, example.text);
}

/// The rules whose examples are to run: all, or those named by id. Folders given as arguments were added as --rules.
std::vector<const rules::Rule*> chosen(const rules::RuleSet& rules, const std::vector<std::string>& ids) {
  std::vector<const rules::Rule*> out;
  for (const rules::Rule& rule : rules.rules)
    if (ids.empty() || std::find(ids.begin(), ids.end(), rule.info.id) != ids.end()) out.push_back(&rule);
  return out;
}

}  // namespace

int run_rules_list(const Options& options) {
  const auto rules = rules_or_complain(options);
  if (!rules) return kUsage;
  if (options.atoms) {
    for (const std::string& atom : scanner::atoms_of(*rules)) std::cout << atom << '\n';
    return kDone;
  }
  for (const rules::Rule& rule : rules->rules)
    std::cout << padded(rule.info.id, 48) << padded(std::string(name_of(rule.info.kind)), 11)
              << padded(std::string(name_of(rule.info.level)), 9) << rule.info.title << '\n';
  std::cout << rules->rules.size() << " rules\n";
  return kDone;
}

int run_rules_show(const Options& options) {
  const auto rules = rules_or_complain(options);
  if (!rules) return kUsage;
  const std::string& id = options.inputs.front();
  if (const rules::Rule* rule = rules->find(id)) {
    print_rule(*rule);
    return kDone;
  }
  std::vector<std::string> known;
  for (const rules::Rule& rule : rules->rules) known.push_back(rule.info.id);
  const std::string near = nearest(id, known);
  return complain(Error{ErrorCode::usage, "there is no rule '" + id + "'; " +
                                              (near.empty() ? "`ropc-audit rules list` has all" : "did you mean '" + near + "'?"),
                        {}});
}

int run_rules_test(const Options& options) {
  Options with_folders = options;
  std::vector<std::string> ids;
  for (const std::string& word : options.inputs) {
    const bool path = word.find('/') != std::string::npos || word.ends_with(".yaml") || word == ".";
    (path ? with_folders.rule_folders : ids).push_back(word);
  }
  const auto rules = rules_or_complain(with_folders);
  if (!rules) return kUsage;
  const auto to_test = chosen(*rules, ids);
  if (to_test.empty()) return complain(Error{ErrorCode::usage, "no rule has any of these ids", {}});
  const std::vector<std::string> faults = scanner::self_test(*rules, to_test);
  for (const std::string& fault : faults) std::cout << printable(fault) << '\n';
  std::cout << to_test.size() << " rules tested, " << faults.size() << " faults\n";
  return faults.empty() ? kDone : kFindings;
}

}  // namespace ropc::cli
