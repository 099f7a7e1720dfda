#include "advice/load_parts.h"

#include <array>
#include <charconv>

namespace ropc::advice {

std::vector<Condition> conditions_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  static constexpr std::array<YamlKey, 2> kKeys = {{{"not"}, {"known"}}};
  std::vector<Condition> out;
  const YamlNode* node = map.find(key);
  if (node == nullptr) return out;
  if (!node->is_map()) in.fault(node->line, "\"" + std::string(key) + "\" must be a map of inputs");
  for (const auto& [input, value] : node->entries) {
    Condition condition;
    condition.input = input;
    if (!value.is_map()) {
      condition.is = in.texts(*node, input);
    } else if (in.check_map(value, "condition", kKeys)) {
      condition.is_not = in.texts(value, "not");
      condition.known = in.texts(value, "known");
    }
    out.push_back(std::move(condition));
  }
  return out;
}

std::vector<StepText> steps_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  static constexpr std::array<YamlKey, 10> kKeys = {
      {{"id"}, {"text"}, {"proof"}, {"command"}, {"language"}, {"url"}, {"phase"}, {"insert"}, {"verify"}, {"when"}}};
  std::vector<StepText> out;
  for (const YamlNode* node : in.maps(map, key)) {
    if (!in.check_map(*node, "step", kKeys)) continue;
    StepText step;
    step.id = in.text(*node, "id");
    step.text = in.text(*node, "text");
    step.proof = in.text(*node, "proof");
    step.command = in.text(*node, "command");
    step.language = in.text(*node, "language");
    step.url = in.text(*node, "url");
    step.phase = in.text(*node, "phase");
    step.insert = in.text(*node, "insert");
    step.verify = in.flag(*node, "verify");
    step.when = conditions_at(in, *node, "when");
    if (step.insert.empty() && (step.text.empty() || step.id.empty())) in.fault(node->line, "a step needs id and text");
    if (!step.url.empty() && !step.url.starts_with("https://")) in.fault(node->line, "an address begins with https://");
    out.push_back(std::move(step));
  }
  return out;
}

std::vector<Note> notes_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  static constexpr std::array<YamlKey, 5> kKeys = {{{"id"}, {"date"}, {"text", true}, {"verify"}, {"when"}}};
  std::vector<Note> out;
  for (const YamlNode* node : in.maps(map, key))
    if (in.check_map(*node, "note", kKeys))
      out.push_back({in.text(*node, "id"), in.text(*node, "date"), in.text(*node, "text"), in.flag(*node, "verify"),
                     conditions_at(in, *node, "when")});
  return out;
}

std::shared_ptr<const Regex> regex_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return nullptr;
  auto pattern = Regex::compile(in.text(map, key));
  if (!pattern) {
    in.fault(node->line, pattern.error().message);
    return nullptr;
  }
  return std::make_shared<const Regex>(std::move(*pattern));
}

int whole_number_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return 0;
  int value = 0;
  const std::string& digits = node->scalar;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (!node->is_scalar() || error != std::errc() || end != digits.data() + digits.size())
    in.fault(node->line, "\"" + std::string(key) + "\" must be a whole number");
  return value;
}

std::map<std::string, std::string> texts_by_name(YamlReader& in, const YamlNode& map, std::string_view key) {
  std::map<std::string, std::string> out;
  const YamlNode* node = map.find(key);
  if (node == nullptr) return out;
  if (!node->is_map()) in.fault(node->line, "\"" + std::string(key) + "\" must be a map of texts");
  for (const auto& [name, value] : node->entries) out[name] = in.text(*node, name);
  return out;
}

}  // namespace ropc::advice
