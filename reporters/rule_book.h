#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace ropc::reporters {

/// What the report says about rules, by id. Views and references live as long as the book.
class RuleBook {
 public:
  explicit RuleBook(const Report& report);
  /// The rule of a finding; one made of the finding itself where the report does not describe it.
  const RuleInfo& of(const Finding& finding);

 private:
  std::map<std::string, RuleInfo> rules_;
};

/// Weakness numbers of a rule's tags `external/cwe/cwe-N`, each once; CWE-1390 (Weak Authentication) for a rule that
/// names none, nothing for mentions that name none.
std::vector<unsigned> weaknesses_of(const RuleInfo& rule);

/// Whether a reference can stand where a program makes a link of it: http or https, harmless characters only.
bool is_web_address(std::string_view url);

/// The rule's explanation and its remedy as plain paragraphs, printable, never empty.
std::string explanation_of(const RuleInfo& rule);
std::string remedy_of(const RuleInfo& rule);

/// The finding's own sentence, printable, with a full stop and its client where the code names one: for formats whose
/// messages stand alone. Holds no line number.
std::string message_of(const Finding& finding);

/// message_of() and the rule's explanation, without saying the rule's own message twice.
std::string description_of(const Finding& finding, const RuleInfo& rule);

/// Version 5-shaped UUID of a text: the same text, the same UUID, on every machine.
std::string uuid_of(std::string_view text);

/// Makes ids unique within a document: the second use of an id gets "-2", and so on.
class UniqueIds {
 public:
  std::string operator()(const std::string& id);

 private:
  std::map<std::string, unsigned> used_;
};

}  // namespace ropc::reporters
