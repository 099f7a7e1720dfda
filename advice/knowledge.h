#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/embedded.h"
#include "common/regex.h"
#include "common/result.h"
#include "model/finding.h"
#include "model/idp_fact.h"
#include "model/log_event.h"

namespace ropc::advice {

/// What an input must, or must not, be. All lists empty: always true.
struct Condition {
  std::string input;
  std::vector<std::string> is;     ///< one of these; "unknown" stands for an input without a value
  std::vector<std::string> known;  ///< one of these, and shown by evidence: not known counts as no
  std::vector<std::string> is_not; ///< none of these; not known is fine
};

/// One step of a checklist before the names are put in. With `insert` it is the place of other steps.
struct StepText {
  std::string id;
  std::string text;
  std::string proof;
  std::string command;
  std::string language;  ///< of the command; empty: a shell's
  std::string url;
  std::string phase;
  std::string insert;
  bool verify = false;
  std::vector<Condition> when;
};

struct Checklist {
  std::string id;
  std::vector<StepText> steps;
};

/// A way to get tokens that can take the password grant's place. advice/flows/<id>.yaml
struct Flow {
  std::string id;
  std::string title;
  std::string plain;   ///< what it is, for readers who do not know OAuth
  std::string effort;  ///< "small", "medium", "large" or "unknown"
  std::vector<StepText> steps;
};

/// Whether an identity provider has a flow.
struct Support {
  enum class Value : std::uint8_t { unknown, no, partial, yes };
  Value value = Value::unknown;
  std::string note;
  bool verify = false;  ///< not verified in our reference
};

/// Something worth knowing: of an identity provider, or with a date at which something stops to work.
struct Note {
  std::string id;
  std::string date;  ///< "2026-07-01", "2027"; empty: no date
  std::string text;
  bool verify = false;
  std::vector<Condition> when;
};

/// What is known of one identity provider. advice/idp/<id>.yaml
struct Idp {
  std::string id;
  std::string title;
  std::vector<std::string> aliases;
  std::map<std::string, Support> supports;               ///< by flow id
  std::map<std::string, std::vector<StepText>> enable;   ///< by flow id; "any": for those without steps of their own
  std::map<std::string, std::vector<StepText>> lists;    ///< "turn-off", "watch", … : what checklists insert
  std::vector<Note> notes;
  std::vector<Note> dates;
};

/// Something that the choice hangs on.
struct InputInfo {
  std::string id;
  std::string title;
  std::string question;
  std::vector<std::string> values;
  std::map<std::string, std::string> answers;  ///< value → the answer in words
  bool given = false;                          ///< worked out by the program, never asked
  std::string silent;                          ///< what no sign at all is read as; empty: stays unknown
  std::vector<std::string> ask_at;             ///< identity providers where silence is not read but asked about
};

struct Effect {
  std::string input;
  std::string value;
  int weight = 0;  ///< -3 to 3
};

/// What a finding must be for a signal; every test that is there must hold.
struct CodeTest {
  std::shared_ptr<const Regex> path;      ///< somewhere in the lower-case path
  std::shared_ptr<const Regex> not_path;
  std::shared_ptr<const Regex> rule;
  std::shared_ptr<const Regex> scope;
  std::vector<std::string> languages;
  std::vector<Kind> kinds;
  std::vector<CredentialSource> password_from;
  std::optional<bool> test_code;
};

struct LogTest {
  std::string stat;  ///< name of a number of statistics.h; empty: no such test
  std::optional<double> at_least;
  std::optional<double> at_most;
  std::vector<std::string> errors;  ///< one of these refusals was seen
  std::vector<GrantClass> classes;  ///< one of these classes was seen
  std::shared_ptr<const LogTest> also;
};

struct ConfigTest {
  IdpFact::Kind fact = IdpFact::Kind::password_grant;
  std::shared_ptr<const Regex> value;
  std::shared_ptr<const Regex> not_value;
  std::shared_ptr<const ConfigTest> also;
};

/// One sign, and what it says about inputs. advice/signals/*.yaml; exactly one of the tests is there.
struct Signal {
  std::string id;
  std::string says;  ///< with {numbers} of the statistics
  std::vector<Effect> effects;
  std::optional<CodeTest> code;
  std::shared_ptr<const Regex> client_name;
  std::optional<LogTest> log;
  std::optional<ConfigTest> config;
  std::optional<Condition> input;
};

/// One rule of advice/decision.yaml.
struct Rule {
  std::string id;
  std::vector<Condition> when;
  std::string supports;  ///< flow that the identity provider must have; empty: none
  std::string flow;      ///< flow id, "remove", "decide" or "none"
  std::vector<std::string> fallback;
  std::string checklist;
  std::string effort;    ///< instead of the flow's
  std::vector<std::string> ask;  ///< inputs to ask for even though the rule does not need them
  std::string question;
  std::string why;
  std::string next;
};

/// Points for the order of work. advice/ranking.yaml
struct RankRule {
  int points = 0;
  std::vector<Condition> when;
  std::string stat;
  double at_least = 0;
  std::string evidence;  ///< a word of evidence.h
  std::string effort;
  std::string says;
};

/// A case with traps of its own. advice/cases/<id>.yaml
struct Case {
  std::string id;
  std::string title;
  std::vector<Condition> when;
  std::string evidence;
  std::string says;
  std::vector<StepText> steps;
};

/// What a library calls the better way. advice/libraries/<id>.yaml
struct Library {
  std::string id;
  std::string title;
  std::shared_ptr<const Regex> rule;       ///< ids of the rules that find it
  std::map<std::string, std::string> use;  ///< by flow id; "any": for all others
  std::string url;
  std::vector<Note> dates;
};

/// All that advise() knows. Immutable after loading.
struct Knowledge {
  std::map<std::string, Flow> flows;
  std::map<std::string, Idp> idps;
  std::map<std::string, Checklist> checklists;
  std::vector<InputInfo> inputs;
  std::vector<Signal> signals;
  std::vector<Rule> rules;  ///< in order
  std::vector<RankRule> ranking;
  std::vector<Case> cases;
  std::vector<Library> libraries;

  /// By id or alias; the file "generic" for others.
  [[nodiscard]] const Idp& idp(const std::string& id) const;
  [[nodiscard]] const InputInfo* input(const std::string& id) const;
};

/// Loads the files baked into the program. Fails at the first fault, with file and line.
Result<Knowledge> load_knowledge();
/// The same from given files; paths as under advice/.
Result<Knowledge> load_knowledge(std::span<const EmbeddedFile> files);

}  // namespace ropc::advice
