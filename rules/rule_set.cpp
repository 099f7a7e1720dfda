#include "rules/rule_set.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "common/file_bytes.h"
#include "rules/rule_loader.h"

namespace ropc::rules {
namespace {

constexpr std::uint64_t kMaxRuleFile = 1 << 20;

struct Loading {
  std::map<std::string, Rule> rules;
  std::vector<Error> faults;

  /// `layer` tells files that may replace each other apart: two of one layer may not share an id.
  void add(tl::expected<Rule, std::vector<Error>> rule, const std::string& path, std::map<std::string, std::string>& layer) {
    if (!rule) {
      faults.insert(faults.end(), rule.error().begin(), rule.error().end());
      return;
    }
    const auto [other, fresh] = layer.emplace(rule->info.id, path);
    if (!fresh) faults.push_back({ErrorCode::schema, "the id is already taken by " + other->second, path});
    std::string id = rule->info.id;
    rules.insert_or_assign(std::move(id), *std::move(rule));
  }

  tl::expected<RuleSet, std::vector<Error>> take() {
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    RuleSet out;
    for (auto& [id, rule] : rules) out.rules.push_back(std::move(rule));
    return out;
  }
};

/// All *.yaml files below `folder`, sorted.
Result<std::vector<std::string>> yaml_files(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<std::string> out;
  fs::recursive_directory_iterator at(folder, error);
  if (error) return fail(ErrorCode::usage, "the folder of rules cannot be read: " + error.message(), folder);
  for (; at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (error) return fail(ErrorCode::io, "the folder of rules cannot be read: " + error.message(), folder);
    if (at->is_regular_file(error) && at->path().extension() == ".yaml") out.push_back(at->path().generic_string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

bool is_for(const std::vector<std::string>& languages, std::string_view language) {
  const auto covers = [&](std::string_view one) {
    return one == language || (one == "javascript" && (language == "typescript" || language == "tsx")) ||
           (one == "typescript" && language == "tsx");
  };
  return languages.empty() || std::any_of(languages.begin(), languages.end(), covers);
}

const Rule* RuleSet::find(std::string_view id) const {
  const auto at = std::lower_bound(rules.begin(), rules.end(), id,
                                   [](const Rule& rule, std::string_view wanted) { return rule.info.id < wanted; });
  return at != rules.end() && at->info.id == id ? &*at : nullptr;
}

tl::expected<RuleSet, std::vector<Error>> load_rule_files(std::span<const EmbeddedFile> files) {
  Loading loading;
  std::map<std::string, std::string> layer;
  for (const EmbeddedFile& file : files) loading.add(load_rule(file, std::string(file.path)), std::string(file.path), layer);
  return loading.take();
}

tl::expected<RuleSet, std::vector<Error>> load_rules(const std::vector<std::string>& folders) {
  Loading loading;
  std::map<std::string, std::string> built_in;
  for (const EmbeddedFile& file : embedded::rule_files()) {
    const std::string path = "rules/" + std::string(file.path);
    loading.add(load_rule(file, path), path, built_in);
  }
  for (const std::string& folder : folders) {
    std::map<std::string, std::string> layer;
    const auto files = yaml_files(folder);
    if (!files) {
      loading.faults.push_back(files.error());
      continue;
    }
    for (const std::string& path : *files) {
      auto text = read_file(path, kMaxRuleFile);
      if (text)
        loading.add(load_rule(*text, path), path, layer);
      else
        loading.faults.push_back(text.error());
    }
  }
  return loading.take();
}

}  // namespace ropc::rules
