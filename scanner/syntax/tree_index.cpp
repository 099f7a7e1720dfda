#include "scanner/syntax/tree_index.h"

#include <algorithm>

#include "common/redact.h"
#include "common/text.h"
#include "scanner/finding_of.h"
#include "scanner/language.h"
#include "scanner/syntax/around.h"

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxNames = 400;
constexpr std::size_t kMaxFiles = 3'000;
constexpr std::size_t kMaxCallers = 600;
constexpr int kRounds = 3;

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
  explicit File(Document whole) : document(std::move(whole)), tree(parse(*find_language(document.language), document.text, {})) {
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

std::unique_ptr<File> open_file(const Repository& repository, const std::string& path) {
  auto document = repository.open(path);
  if (!document || find_language(document->language) == nullptr) return nullptr;
  auto file = std::make_unique<File>(*std::move(document));
  return file->tree ? std::move(file) : nullptr;
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
    for (const Definition& one : list) {
      const bool outside = one.kind == Definition::Kind::member || one.kind == Definition::Kind::enum_member || (one.kind == Definition::Kind::variable && one.scope == 0);
      if (!outside || one.value == kNone || values.tree().form(one.value) != Form::string) continue;
      const Meaning text = values.first(one.value);
      if (text.known && travels(text.text) && rules.knows_key(text.text)) out.keys.insert(name);
    }
  }
  return out;
}

/// Gathers the questions, finds the files that may answer them, reads them.
class IndexBuilder {
 public:
  IndexBuilder(const Repository& repository, const RuleMatcher& rules)
      : repository_(repository), rules_(rules), answers_(words_of_answers(rules.rules())) {}

  TreeIndex build(const std::vector<std::string>& asking) {
    std::map<std::string, std::pair<std::string, std::set<std::string>>> asked_by;  // family and names, by path
    for (const std::string& path : asking) {
      const auto file = open_file(repository_, path);
      if (!file) continue;
      const std::string family(find_language(file->document.language)->family);
      Sight sight = look(*file->values, rules_);
      Questions asked = questions_of(sight, *file->values, rules_, file->document);
      names_[family].insert(asked.constants.begin(), asked.constants.end());
      keys_[family].insert(asked.keys.begin(), asked.keys.end());
      for (const std::string& key : asked.keys) read_constant(family, key, *file);
      for (Sink& sink : asked.sinks) add_sink(family, std::move(sink));
      asked_by[path] = {family, std::move(asked.constants)};
    }
    for (int round = 0; round < kRounds; ++round) {
      if (!read_round()) break;
    }
    for (const auto& [path, asked] : asked_by) {  // only who gets an answer looks again
      const auto& known = out_.families_[asked.first].constants;
      if (std::ranges::any_of(asked.second, [&](const std::string& name) { return known.contains(name); })) wanted_.insert(path);
    }
    out_.paths_.assign(wanted_.begin(), wanted_.end());
    return std::move(out_);
  }

 private:
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
    for (const std::string& path : paths) {
      if (!may_answer(family, path)) continue;
      const auto file = open_file(repository_, path);
      if (!file) continue;
      for (const std::string& name : names_[family]) read_constant(family, name, *file);
      for (const std::string& name : keys_[family]) {
        if (file->document.text.find(name) != std::string::npos) wanted_.insert(path);
      }
      read_callers(family, *file);
    }
  }

  /// Before a file is parsed: whether it holds a value or key that is asked for, or calls what has one as its default.
  bool may_answer(const std::string& family, const std::string& path) const {
    const auto document = repository_.open(path);
    if (!document) return false;
    if (std::ranges::any_of(answers_, [&](const std::string& word) { return contains_ignoring_case(document->text, word); })) return true;
    const auto known = out_.families_.find(family);
    if (known == out_.families_.end()) return false;
    return std::ranges::any_of(known->second.sinks, [&](const auto& sinks) {
      const auto wanted = [&](const Sink& sink) { return sink.has_fallback && rules_.knows_value(sink.fallback); };
      return std::ranges::any_of(sinks.second, wanted) && document->text.find(sinks.first) != std::string::npos;
    });
  }

  void read_constant(const std::string& family, const std::string& name, const File& file) {
    const auto* list = file.definitions->all(name);
    if (list == nullptr) return;
    for (const Definition& one : *list) {
      const bool outside = one.kind == Definition::Kind::member || one.kind == Definition::Kind::enum_member ||
                           (one.kind == Definition::Kind::variable && one.scope == 0);
      if (outside) read_constant(family, name, one, file);
    }
  }

  void read_constant(const std::string& family, const std::string& name, const Definition& one, const File& file) {
    std::optional<std::string> text;
    if (one.value != kNone) {
      for (const Meaning& meaning : file.values->of(one.value)) {
        if (meaning.known && !text && meaning.text.size() < 500) text = meaning.text;
      }
      if (!text) {
        for (const ArgumentNode& argument : arguments_of(*file.tree, one.node)) {
          const Meaning meaning = file.values->first(argument.value);
          if (meaning.known && !text && file.tree->form(argument.value) == Form::string) text = meaning.text;
        }
      }
    }
    if (!text && !one.aliases.empty()) text = one.aliases.front();
    if (!text && one.kind == Definition::Kind::enum_member && family != "c") text = name;  // written as it is called
    if (!text) return;
    const Node& node = file.tree->at(one.node);
    TreeIndex::Entry entry{one.container, file.document.path, *std::move(text), {}};
    entry.place.where = location_of(file.document, {node.begin, std::min<std::size_t>(node.end, node.begin + 200)});
    entry.place.message = "the value is defined here";
    entry.place.excerpt = redact(line_text(file.document.text, file.document.lines, entry.place.where.line));
    auto& entries = out_.families_[family].constants[name];
    const auto same = [&](const TreeIndex::Entry& have) { return have.path == entry.path && have.place == entry.place; };
    if (entries.size() < 200 && std::ranges::none_of(entries, same)) entries.push_back(std::move(entry));
  }

  void read_callers(const std::string& family, const File& file) {
    const auto known = out_.families_.find(family);
    if (known == out_.families_.end() || known->second.sinks.empty() || callers_ >= kMaxCallers) return;
    Sinks sinks = known->second.sinks;
    Sight sight;
    follow_calls(sinks, *file.values, file.document, sight);
    if (sight.pairs.empty()) return;
    ++callers_;
    wanted_.insert(file.document.path);
    for (auto& [name, list] : sinks) {
      for (Sink& sink : list) add_sink(family, std::move(sink));
    }
    // What is given by name may be defined in a third file.
    for (const SeenPair& pair : sight.pairs) {
      if (!pair.value.known && constant_like(pair.value.name)) names_[family].insert(last_of(pair.value.name));
    }
  }

  const Repository& repository_;
  const RuleMatcher& rules_;
  TreeIndex out_;
  std::map<std::string, std::set<std::string>> names_, keys_, fresh_, searched_;  ///< by family
  const std::vector<std::string> answers_;  ///< lower case
  std::set<std::string> wanted_;
  std::size_t callers_ = 0;
};

TreeIndex TreeIndex::build(const std::vector<std::string>& asking, const Repository& repository, const RuleMatcher& rules) {
  std::vector<std::string> sorted = asking;
  std::ranges::sort(sorted);
  return IndexBuilder(repository, rules).build(sorted);
}

std::optional<ForeignValue> TreeIndex::constant(std::string_view family, std::string_view qualifier, std::string_view name,
                                                std::string_view from) const {
  const auto in = families_.find(family);
  if (in == families_.end()) return std::nullopt;
  const auto found = in->second.constants.find(std::string(name));
  if (found == in->second.constants.end()) return std::nullopt;
  std::vector<const Entry*> fitting;
  for (const Entry& entry : found->second) {
    const bool named = qualifier.empty() || equal_ignoring_case(entry.container, qualifier) || equal_ignoring_case(stem_of(entry.path), qualifier) ||
                       equal_ignoring_case(folder_of(entry.path), qualifier);
    if (named && entry.path != from) fitting.push_back(&entry);
  }
  if (fitting.empty()) {  // an alias of the type or module
    for (const Entry& entry : found->second) {
      if (entry.path != from) fitting.push_back(&entry);
    }
  }
  if (fitting.empty()) return std::nullopt;
  std::size_t nearest = 0;
  for (const Entry* entry : fitting) nearest = std::max(nearest, shared_folders(entry->path, from));
  const bool agree = std::ranges::all_of(fitting, [&](const Entry* one) { return one->text == fitting.front()->text; });
  if (!agree) std::erase_if(fitting, [&](const Entry* one) { return shared_folders(one->path, from) != nearest; });
  if (std::ranges::any_of(fitting, [&](const Entry* one) { return one->text != fitting.front()->text; })) return std::nullopt;
  return ForeignValue{fitting.front()->text, fitting.front()->place};
}

const Sinks& TreeIndex::sinks(std::string_view family) const {
  static const Sinks kNothing;
  const auto in = families_.find(family);
  return in == families_.end() ? kNothing : in->second.sinks;
}

}  // namespace ropc::scanner::syntax
