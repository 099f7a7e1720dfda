#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "common/yaml.h"

namespace ropc {

/// A key that a map of one of our own YAML files may have.
struct YamlKey {
  std::string_view name;
  bool required = false;
};

/// Reads values out of one of our own YAML files (rules, formats, advice) and collects every fault with file and
/// line, so that an author sees all of them at once. Getters return the given default after a fault.
class YamlReader {
 public:
  explicit YamlReader(std::string path) : path_(std::move(path)) {}

  void fault(std::uint32_t line, const std::string& message);
  [[nodiscard]] const std::vector<Error>& faults() const { return faults_; }
  [[nodiscard]] bool ok() const { return faults_.empty(); }

  /// Faults unless `node` is a map that has all required keys, no key twice and none but `keys`; an unknown key is
  /// named with the nearest known one. `what` says in words what the map is ("rule", "argument"). True: it is a map.
  bool check_map(const YamlNode& node, std::string_view what, std::span<const YamlKey> keys);

  /// A scalar; empty when the key is missing.
  std::string text(const YamlNode& map, std::string_view key);
  /// One scalar or a list of scalars.
  std::vector<std::string> texts(const YamlNode& map, std::string_view key);
  std::optional<int> number(const YamlNode& map, std::string_view key);
  bool flag(const YamlNode& map, std::string_view key, bool otherwise = false);
  /// Index of the word among `words`; nothing when the key is missing or (with a fault) the word is another.
  std::optional<std::size_t> choice(const YamlNode& map, std::string_view key, std::span<const std::string_view> words);
  /// The maps of a list, or the one map that stands in its place; empty when the key is missing.
  std::vector<const YamlNode*> maps(const YamlNode& map, std::string_view key);

  /// Faults with "did you mean" when `word` is not among `words`.
  bool known_word(std::uint32_t line, std::string_view what, std::string_view word, const std::vector<std::string>& words);

 private:
  std::string path_;
  std::vector<Error> faults_;
};

}  // namespace ropc
