#include "common/yaml_reader.h"

#include <algorithm>
#include <charconv>

#include "common/text.h"

namespace ropc {
namespace {

std::string quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

}  // namespace

void YamlReader::fault(std::uint32_t line, const std::string& message) {
  faults_.push_back(Error{ErrorCode::schema, message, path_ + ":" + std::to_string(line)});
}

bool YamlReader::check_map(const YamlNode& node, std::string_view what, std::span<const YamlKey> keys) {
  if (!node.is_map()) {
    fault(node.line, "the " + std::string(what) + " must be a map of keys and values");
    return false;
  }
  std::vector<std::string> known;
  for (const YamlKey& key : keys) known.emplace_back(key.name);
  for (std::size_t i = 0; i < node.entries.size(); ++i) {
    const std::string& name = node.entries[i].first;
    known_word(node.key_lines[i], "key of a " + std::string(what), name, known);
    for (std::size_t j = 0; j < i; ++j)
      if (node.entries[j].first == name) fault(node.key_lines[i], "the key " + quoted(name) + " is there twice");
  }
  for (const YamlKey& key : keys)
    if (key.required && node.find(key.name) == nullptr)
      fault(node.line, "the " + std::string(what) + " has no " + quoted(key.name));
  return true;
}

std::string YamlReader::text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return {};
  if (!node->is_scalar()) {
    fault(node->line, quoted(key) + " must be a text");
    return {};
  }
  return node->scalar;
}

std::vector<std::string> YamlReader::texts(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return {};
  if (node->is_scalar()) return {node->scalar};
  std::vector<std::string> out;
  if (!node->is_list()) fault(node->line, quoted(key) + " must be a text or a list of texts");
  for (const YamlNode& item : node->items) {
    if (item.is_scalar())
      out.push_back(item.scalar);
    else
      fault(item.line, quoted(key) + " must be a text or a list of texts");
  }
  return out;
}

std::optional<int> YamlReader::number(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return std::nullopt;
  int value = 0;
  const std::string& digits = node->scalar;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (!node->is_scalar() || error != std::errc() || end != digits.data() + digits.size() || value < 0) {
    fault(node->line, quoted(key) + " must be a whole number from 0");
    return std::nullopt;
  }
  return value;
}

bool YamlReader::flag(const YamlNode& map, std::string_view key, bool otherwise) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return otherwise;
  if (node->is_scalar() && !node->quoted && (node->scalar == "true" || node->scalar == "false"))
    return node->scalar == "true";
  fault(node->line, quoted(key) + " must be true or false");
  return otherwise;
}

std::optional<std::size_t> YamlReader::choice(const YamlNode& map, std::string_view key,
                                              std::span<const std::string_view> words) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), std::string_view(node->scalar));
  if (node->is_scalar() && found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  fault(node->line, quoted(key) + " is " + quoted(node->scalar) + ", it must be one of " + list);
  return std::nullopt;
}

std::vector<const YamlNode*> YamlReader::maps(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return {};
  if (node->is_map()) return {node};
  std::vector<const YamlNode*> out;
  if (!node->is_list()) fault(node->line, quoted(key) + " must be a list of maps");
  for (const YamlNode& item : node->items) {
    if (item.is_map())
      out.push_back(&item);
    else
      fault(item.line, quoted(key) + " must be a list of maps");
  }
  return out;
}

bool YamlReader::known_word(std::uint32_t line, std::string_view what, std::string_view word,
                            const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), word) != words.end()) return true;
  const std::string near = nearest(word, words);
  fault(line, quoted(word) + " is no known " + std::string(what) +
                  (near.empty() ? std::string() : ", did you mean " + quoted(near) + "?"));
  return false;
}

}  // namespace ropc
