#include "advice/load_signals.h"

#include <array>

#include "advice/load_parts.h"
#include "model/names.h"

namespace ropc::advice {
namespace {

template <class Enum>
std::vector<Enum> words_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  std::vector<Enum> out;
  for (const std::string& word : in.texts(map, key)) {
    if (const auto value = named<Enum>(word)) {
      out.push_back(*value);
    } else {
      in.fault(map.line, "\"" + word + "\" is no word for \"" + std::string(key) + "\"");
    }
  }
  return out;
}

std::optional<double> number_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  const auto number = in.number(map, key);
  return number ? std::optional<double>(*number) : std::nullopt;
}

CodeTest code_test_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 8> kKeys = {{{"path"},
                                                    {"not-path"},
                                                    {"rule"},
                                                    {"scope"},
                                                    {"language"},
                                                    {"kinds"},
                                                    {"password-from"},
                                                    {"test-code"}}};
  CodeTest out;
  if (!in.check_map(map, "test of a finding", kKeys)) return out;
  out.path = regex_at(in, map, "path");
  out.not_path = regex_at(in, map, "not-path");
  out.rule = regex_at(in, map, "rule");
  out.scope = regex_at(in, map, "scope");
  out.languages = in.texts(map, "language");
  out.kinds = words_at<Kind>(in, map, "kinds");
  out.password_from = words_at<CredentialSource>(in, map, "password-from");
  if (map.find("test-code") != nullptr) out.test_code = in.flag(map, "test-code");
  return out;
}

LogTest log_test_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 5> kKeys = {{{"stat"}, {"at-least"}, {"at-most"}, {"error"}, {"and"}}};
  LogTest out;
  if (!in.check_map(map, "test of a log", kKeys)) return out;
  out.stat = in.text(map, "stat");
  out.at_least = number_at(in, map, "at-least");
  out.at_most = number_at(in, map, "at-most");
  out.errors = in.texts(map, "error");
  if (const YamlNode* also = map.find("and")) out.also = std::make_shared<const LogTest>(log_test_of(in, *also));
  if (out.stat.empty() == out.errors.empty()) in.fault(map.line, "a test of a log has stat or error");
  return out;
}

ConfigTest config_test_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 5> kKeys = {
      {{"fact", true}, {"value", true}, {"not-value"}, {"and-fact"}, {"and-value"}}};
  ConfigTest out;
  if (!in.check_map(map, "test of the configuration", kKeys)) return out;
  const auto fact = words_at<IdpFact::Kind>(in, map, "fact");
  if (!fact.empty()) out.fact = fact.front();
  out.value = regex_at(in, map, "value");
  out.not_value = regex_at(in, map, "not-value");
  if (const auto also = words_at<IdpFact::Kind>(in, map, "and-fact"); !also.empty()) {
    ConfigTest second;
    second.fact = also.front();
    second.value = regex_at(in, map, "and-value");
    out.also = std::make_shared<const ConfigTest>(std::move(second));
  }
  return out;
}

std::vector<Effect> effects_of(YamlReader& in, const YamlNode& map) {
  std::vector<Effect> out;
  const YamlNode* effects = map.find("effects");
  if (effects == nullptr || !effects->is_map()) return out;
  for (const auto& [input, values] : effects->entries) {
    if (!values.is_map()) in.fault(values.line, "an effect is a map of values and weights");
    for (const auto& [value, weight] : values.entries) {
      const int number = whole_number_at(in, values, value);
      if (number < -3 || number > 3 || number == 0) in.fault(weight.line, "a weight is -3 to 3 and not 0");
      out.push_back({input, value, number});
    }
  }
  return out;
}

std::optional<Condition> input_test_at(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 2> kKeys = {{{"id", true}, {"is", true}}};
  const YamlNode* node = map.find("input");
  if (node == nullptr || !in.check_map(*node, "test of an input", kKeys)) return std::nullopt;
  Condition out;
  out.input = in.text(*node, "id");
  out.is = in.texts(*node, "is");
  return out;
}

Signal signal_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 9> kKeys = {{{"id", true},
                                                    {"says", true},
                                                    {"effects", true},
                                                    {"code"},
                                                    {"client"},
                                                    {"log"},
                                                    {"config"},
                                                    {"class"},
                                                    {"input"}}};
  static constexpr std::array<YamlKey, 1> kClientKeys = {{{"name", true}}};
  Signal out;
  if (!in.check_map(map, "signal", kKeys)) return out;
  out.id = in.text(map, "id");
  out.says = in.text(map, "says");
  out.effects = effects_of(in, map);
  if (const YamlNode* node = map.find("code")) out.code = code_test_of(in, *node);
  if (const YamlNode* node = map.find("client"); node != nullptr && in.check_map(*node, "test of a client", kClientKeys))
    out.client_name = regex_at(in, *node, "name");
  if (const YamlNode* node = map.find("log")) out.log = log_test_of(in, *node);
  if (map.find("class") != nullptr) {
    out.log = LogTest();
    out.log->classes = words_at<GrantClass>(in, map, "class");
  }
  if (const YamlNode* node = map.find("config")) out.config = config_test_of(in, *node);
  out.input = input_test_at(in, map);
  const int tests = (out.code ? 1 : 0) + (out.client_name ? 1 : 0) + (out.log ? 1 : 0) + (out.config ? 1 : 0) +
                    (out.input ? 1 : 0);
  if (tests != 1) in.fault(map.line, "a signal has one test: code, client, log, class, config or input");
  return out;
}

}  // namespace

std::vector<Signal> signals_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 2> kTop = {{{"id", true}, {"signals", true}}};
  std::vector<Signal> out;
  if (!in.check_map(map, "list of signals", kTop)) return out;
  for (const YamlNode* node : in.maps(map, "signals")) out.push_back(signal_of(in, *node));
  return out;
}

}  // namespace ropc::advice
