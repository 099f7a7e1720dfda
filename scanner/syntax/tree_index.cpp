#include "scanner/syntax/tree_index.h"

#include <algorithm>

#include "common/redact.h"
#include "common/share_out.h"
#include "common/text.h"
#include "scanner/finding_of.h"
#include "scanner/gate/word_search.h"
#include "scanner/language.h"
#include "scanner/sections.h"
#include "scanner/syntax/around.h"

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxNames = 400;
constexpr std::size_t kMaxFiles = 3'000;
constexpr std::size_t kMaxCallers = 600;
constexpr int kRounds = 4;
constexpr std::size_t kNear = 4'000;  ///< bytes between a name and the value that it has or is given

bool capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Keys that a value travels to over several functions and files. Others ("type", "strategy") are too common to follow.
bool travels(std::string_view key) {
  const std::string folded = folded_name(key);
  return folded.find("grant") != std::string::npos || folded.find("authflow") != std::string::npos;
}

/// Names that constants, enum members and the like have; those of locals say nothing elsewhere.
bool constant_like(std::string_view dotted) {
  if (dotted.empty() || dotted.find('\x1a') != std::string_view::npos) return false;
  const std::string_view last = dotted.substr(dotted.rfind('.') + 1);
  if (last.size() < 3) return false;
  if (dotted.size() > last.size()) return true;
  return capital(last[0]) || (last[0] == 'k' && capital(last[1])) || last.find('_') != std::string_view::npos;
}

/// What a file must hold to have an answer: a value that is asked for, or a key that gets one. Without those that hold
/// another one.
std::vector<std::string> words_of_answers(const rules::RuleSet& set) {
  std::set<std::string> words;
  for (const rules::Rule& rule : set.rules) {
    for (const rules::Match& match : rule.any) {
      const auto* pair = std::get_if<rules::PairMatch>(&match);
      if (pair == nullptr || std::ranges::none_of(pair->keys, travels)) continue;
      for (const std::string& value : pair->values) words.insert(lower(value));
      for (const std::string& key : pair->keys) {
        if (travels(key)) words.insert(lower(key));
      }
    }
  }
  std::vector<std::string> out(words.begin(), words.end());
  std::erase_if(out, [&](const std::string& word) {
    return std::ranges::any_of(words, [&](const std::string& part) { return part != word && word.find(part) != std::string::npos; });
  });
  return out;
}

std::string last_of(std::string_view dotted) { return std::string(dotted.substr(dotted.rfind('.') + 1)); }

/// A file of the tree, parsed. Kept together because they refer to one another.
struct File {
  explicit File(Document whole) : document(std::move(whole)) {
    if (section_size(document.text) == 0) tree = parse(*find_language(document.language), document.text, {});
    if (!tree) return;
    definitions.emplace(*tree);
    values.emplace(*tree, *definitions, nullptr);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  Document document;
  std::optional<Tree> tree;
  std::optional<Definitions> definitions;
  std::optional<Values> values;
};

/// Whether other files can see what is defined.
bool seen_outside(const Definition& one) {
  return one.kind == Definition::Kind::member || one.kind == Definition::Kind::enum_member ||
         (one.kind == Definition::Kind::variable && one.scope == 0);
}

/// The value of a constant, enum member or field; nothing when it is not known.
std::optional<std::string> text_of(const std::string& name, const Definition& one, const Values& values) {
  if (one.value != kNone) {
    for (const Meaning& meaning : values.of(one.value)) {
      if (meaning.known && meaning.text.size() < 500) return meaning.text;
    }
    for (const ArgumentNode& argument : arguments_of(values.tree(), one.node)) {
      const Meaning meaning = values.first(argument.value);
      if (meaning.known && values.tree().form(argument.value) == Form::string) return meaning.text;
    }
  }
  if (!one.aliases.empty()) return one.aliases.front();
  const bool as_called = one.kind == Definition::Kind::enum_member && values.tree().language().family != "c";
  return as_called ? std::optional(name) : std::nullopt;
}

/// What other files can see of that name, as far as its value is known.
std::vector<FoundConstant> constants_called(const std::string& name, const Values& values, const Document& document) {
  std::vector<FoundConstant> out;
  const auto* list = values.definitions().all(name);
  if (list == nullptr) return out;
  for (const Definition& one : *list) {
    if (!seen_outside(one)) continue;
    auto text = text_of(name, one, values);
    if (!text) continue;
    const Node& node = values.tree().at(one.node);
    FoundConstant found{one.container, document.path, *std::move(text), {}};
    found.place.where = location_of(document, {node.begin, std::min<std::size_t>(node.end, node.begin + 200)});
    found.place.message = "the value is defined here";
    found.place.excerpt = redact(line_text(document.text, document.lines, found.place.where.line));
    out.push_back(std::move(found));
  }
  return out;
}

/// The parts of `text` within kNear bytes of one of `words` (lower case), a line each.
std::string parts_near(std::string_view text, const std::vector<std::string>& words) {
  const std::string folded = lower(text);
  std::vector<Region> parts;
  for (const std::string& word : words) {
    for (std::size_t at = folded.find(word); at != std::string::npos; at = folded.find(word, at + kNear)) {
      parts.push_back({at - std::min(at, kNear), std::min(at + word.size() + 2 * kNear, text.size())});
    }
  }
  std::ranges::sort(parts, {}, &Region::begin);
  std::string out;
  std::size_t done = 0;
  for (const Region& part : parts) {
    const std::size_t begin = std::max(part.begin, done);
    if (begin > done) out += '\n';
    if (begin < part.end) out += text.substr(begin, part.end - begin);
    done = std::max(done, part.end);
  }
  return out;
}

std::size_t shared_folders(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i) count += a[i] == '/' ? 1 : 0;
  return count;
}

std::string_view stem_of(std::string_view path) {
  const std::string_view file = path.substr(path.rfind('/') + 1);
  return file.substr(0, file.find('.'));
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view folder = path.substr(0, slash);
  return folder.substr(folder.rfind('/') + 1);
}

}  // namespace

Questions questions_of(const Sight& sight, const Values& values, const RuleMatcher& rules, const Document& document) {
  Questions out;
  out.family = values.tree().language().family;
  Sight travelling;
  for (const SeenPair& pair : sight.pairs) {
    const std::string& key = pair.key.text.empty() ? pair.key.name : pair.key.text;
    if (!travels(key) || pair.role != Role::live) continue;
    if (!pair.value.known && pair.value.parameter == kNone && constant_like(pair.value.name)) {
      out.constants.insert(last_of(pair.value.name));
    }
    if (pair.value.parameter != kNone) travelling.pairs.push_back(pair);
  }
  out.sinks = sinks_of(travelling, values, document);
  for (const std::string& name : sight.open_keys) out.constants.insert(name);
  for (const auto& [name, list] : values.definitions().by_name()) {
    if (!constant_like(name) && name.find("rant") == std::string::npos) continue;
    const bool key = std::ranges::any_of(list, [&](const Definition& one) {
      if (!seen_outside(one) || one.value == kNone || values.tree().form(one.value) != Form::string) return false;
      const Meaning text = values.first(one.value);
      return text.known && travels(text.text) && rules.knows_key(text.text);
    });
    if (key) out.keys[name] = constants_called(name, values, document);
  }
  return out;
}

/// Gathers the questions, finds the files that may answer them, reads them.
class IndexBuilder {
 public:
  IndexBuilder(const Repository& repository, const RuleMatcher& rules)
      : repository_(repository), rules_(rules), answers_(words_of_answers(rules.rules())) {}

  TreeIndex build(const std::vector<Asking>& asking) {
    for (const Asking& one : asking) {
      const auto& asked = static_cast<const Questions&>(*one.questions);
      const std::string family(asked.family);
      names_[family].insert(asked.constants.begin(), asked.constants.end());
      for (const auto& [key, values] : asked.keys) {
        keys_[family].insert(key);
        for (const FoundConstant& value : values) add_constant(family, key, value);
      }
      for (const Sink& sink : asked.sinks) add_sink(family, sink);
    }
    for (int round = 0; round < kRounds; ++round) {
      if (!read_round()) break;
    }
    for (const Asking& one : asking) {  // only who gets an answer looks again
      const auto& asked = static_cast<const Questions&>(*one.questions);
      const auto& known = out_.families_[std::string(asked.family)].constants;
      if (std::ranges::any_of(asked.constants, [&](const std::string& name) { return known.contains(name); })) wanted_.insert(one.path);
    }
    out_.paths_.assign(wanted_.begin(), wanted_.end());
    return std::move(out_);
  }

 private:
  /// What one file says.
  struct Answers {
    std::vector<std::pair<std::string, std::vector<FoundConstant>>> constants;  ///< by name
    bool uses_key = false;  ///< it holds the name of a key
    bool calls = false;     ///< it calls a function that hands a parameter on
    std::vector<Sink> sinks;
    std::set<std::string> names;  ///< constants that it gives to such a function
  };

  bool add_sink(const std::string& family, Sink sink) {
    auto& list = out_.families_[family].sinks[sink.function];
    if (list.size() >= 50 || std::ranges::find(list, sink) != list.end()) return false;
    fresh_[family].insert(sink.function);
    list.push_back(std::move(sink));
    return true;
  }

  /// Reads the files that hold a name asked for and not yet looked for; false: nothing new was asked.
  bool read_round() {
    bool any = false;
    auto fresh = std::exchange(fresh_, {});
    std::set<std::string> families;
    for (const auto& [family, list] : names_) families.insert(family);
    for (const auto& [family, list] : fresh) families.insert(family);
    for (const std::string& family : families) {
      std::vector<std::string> words;
      for (const std::string& name : names_[family]) {
        if (searched_[family].insert("=" + name).second) words.push_back(name);
      }
      for (const std::string& name : keys_[family]) {
        if (searched_[family].insert("=" + name).second) words.push_back(name);
      }
      for (const std::string& name : fresh[family]) {
        if (searched_[family].insert("(" + name).second) words.push_back(name);
      }
      if (words.size() > kMaxNames) words.resize(kMaxNames);
      if (words.empty()) continue;
      any = true;
      read_files(family, words);
    }
    return any;
  }

  void read_files(const std::string& family, const std::vector<std::string>& words) {
    const auto in_family = [&](const std::string& path) {
      const Language* language = find_language(language_of(path, {}));
      return language != nullptr && language->family == family;
    };
    std::vector<std::string> paths = repository_.files_with(words, in_family);
    if (paths.size() > kMaxFiles) paths.resize(kMaxFiles);
    const auto search = WordSearch::compile(words);
    if (!search) return;
    std::vector<Answers> answers(paths.size());
    share_out(paths.size(), repository_.jobs(), [&](const auto& next) {
      WordSearch::Scratch scratch(*search);
      while (const auto i = next()) answers[*i] = read_file(family, paths[*i], *search, scratch);
    });
    for (std::size_t i = 0; i < paths.size(); ++i) take(family, paths[i], std::move(answers[i]));
  }

  /// What one file answers. Reads only what stands since the round began, so that any thread may do it.
  [[nodiscard]] Answers read_file(const std::string& family, const std::string& path, const WordSearch& search,
                                  WordSearch::Scratch& scratch) const {
    Answers out;
    auto document = repository_.open(path);
    if (!document || find_language(document->language) == nullptr || !may_answer(family, document->text, search, scratch)) return out;
    const File file(*std::move(document));
    if (!file.tree) return out;
    for (const std::string& name : in(names_, family)) {
      if (auto found = constants_called(name, *file.values, file.document); !found.empty()) out.constants.emplace_back(name, std::move(found));
    }
    out.uses_key = std::ranges::any_of(in(keys_, family), [&](const std::string& name) { return file.document.text.find(name) != std::string::npos; });
    read_callers(family, file, out);
    return out;
  }

  void take(const std::string& family, const std::string& path, Answers answers) {
    for (auto& [name, list] : answers.constants) {
      for (FoundConstant& found : list) add_constant(family, name, std::move(found));
    }
    const bool calls = answers.calls && callers_ < kMaxCallers;
    if (answers.uses_key || calls) wanted_.insert(path);
    if (!calls) return;
    ++callers_;
    for (Sink& sink : answers.sinks) add_sink(family, std::move(sink));
    names_[family].merge(answers.names);
  }

  /// Before a file is parsed: whether one of `names` stands near a value or key that is asked for, or is a call of what has
  /// one as its default.
  bool may_answer(const std::string& family, const std::string& text, const WordSearch& names, WordSearch::Scratch& scratch) const {
    if (names.any_in(parts_near(text, answers_), scratch)) return true;
    const auto known = out_.families_.find(family);
    if (known == out_.families_.end()) return false;
    return std::ranges::any_of(known->second.sinks, [&](const auto& sinks) {
      const auto wanted = [&](const Sink& sink) { return sink.has_fallback && rules_.knows_value(sink.fallback); };
      return std::ranges::any_of(sinks.second, wanted) && text.find(sinks.first) != std::string::npos;
    });
  }

  void add_constant(const std::string& family, const std::string& name, FoundConstant found) {
    auto& entries = out_.families_[family].constants[name];
    const auto same = [&](const FoundConstant& have) { return have.path == found.path && have.place == found.place; };
    if (entries.size() < 200 && std::ranges::none_of(entries, same)) entries.push_back(std::move(found));
  }

  void read_callers(const std::string& family, const File& file, Answers& out) const {
    const auto known = out_.families_.find(family);
    if (known == out_.families_.end() || known->second.sinks.empty()) return;
    Sinks sinks = known->second.sinks;
    Sight sight;
    follow_calls(sinks, *file.values, file.document, sight);
    out.calls = !sight.pairs.empty();
    if (!out.calls) return;
    for (auto& [name, list] : sinks) std::move(list.begin(), list.end(), std::back_inserter(out.sinks));
    // What is given by name may be defined in a third file.
    for (const SeenPair& pair : sight.pairs) {
      if (!pair.value.known && constant_like(pair.value.name)) out.names.insert(last_of(pair.value.name));
    }
  }

  using Names = std::map<std::string, std::set<std::string>>;  ///< by family
  static const std::set<std::string>& in(const Names& names, const std::string& family) {
    static const std::set<std::string> kNothing;
    const auto found = names.find(family);
    return found == names.end() ? kNothing : found->second;
  }

  const Repository& repository_;
  const RuleMatcher& rules_;
  TreeIndex out_;
  Names names_, keys_, fresh_, searched_;
  const std::vector<std::string> answers_;  ///< lower case
  std::set<std::string> wanted_;
  std::size_t callers_ = 0;
};

TreeIndex TreeIndex::build(const std::vector<Asking>& asking, const Repository& repository, const RuleMatcher& rules) {
  return IndexBuilder(repository, rules).build(asking);
}

std::optional<ForeignValue> TreeIndex::constant(std::string_view family, std::string_view qualifier, std::string_view name,
                                                std::string_view from) const {
  const auto in = families_.find(family);
  if (in == families_.end()) return std::nullopt;
  const auto found = in->second.constants.find(std::string(name));
  if (found == in->second.constants.end()) return std::nullopt;
  std::vector<const FoundConstant*> fitting;
  for (const FoundConstant& entry : found->second) {
    const bool named = qualifier.empty() || equal_ignoring_case(entry.container, qualifier) || equal_ignoring_case(stem_of(entry.path), qualifier) ||
                       equal_ignoring_case(folder_of(entry.path), qualifier);
    if (named && entry.path != from) fitting.push_back(&entry);
  }
  if (fitting.empty()) {  // an alias of the type or module
    for (const FoundConstant& entry : found->second) {
      if (entry.path != from) fitting.push_back(&entry);
    }
  }
  if (fitting.empty()) return std::nullopt;
  std::size_t nearest = 0;
  for (const FoundConstant* entry : fitting) nearest = std::max(nearest, shared_folders(entry->path, from));
  const bool agree = std::ranges::all_of(fitting, [&](const FoundConstant* one) { return one->text == fitting.front()->text; });
  if (!agree) std::erase_if(fitting, [&](const FoundConstant* one) { return shared_folders(one->path, from) != nearest; });
  if (std::ranges::any_of(fitting, [&](const FoundConstant* one) { return one->text != fitting.front()->text; })) return std::nullopt;
  return ForeignValue{fitting.front()->text, fitting.front()->place};
}

const Sinks& TreeIndex::sinks(std::string_view family) const {
  static const Sinks kNothing;
  const auto in = families_.find(family);
  return in == families_.end() ? kNothing : in->second.sinks;
}

}  // namespace ropc::scanner::syntax
