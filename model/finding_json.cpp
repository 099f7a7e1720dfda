#include "model/finding_json.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "model/names.h"

namespace ropc {
namespace {

using Json = nlohmann::json;

Json to_json(const Location& where) {
  return {{"path", where.path},
          {"line", where.line},
          {"column", where.column},
          {"endLine", where.end_line},
          {"endColumn", where.end_column}};
}

/// Members by name, with the default for what is missing or of another type.
class Members {
 public:
  explicit Members(const Json& json) : json_(json) {}
  [[nodiscard]] std::string text(const char* name) const {
    const Json* found = find(name);
    return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
  }
  [[nodiscard]] std::optional<std::string> optional(const char* name) const {
    const Json* found = find(name);
    return found != nullptr && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
  }
  [[nodiscard]] std::uint32_t number(const char* name) const {
    const Json* found = find(name);
    return found != nullptr && found->is_number_unsigned() ? found->get<std::uint32_t>() : 0;
  }
  [[nodiscard]] bool flag(const char* name) const {
    const Json* found = find(name);
    return found != nullptr && found->is_boolean() && found->get<bool>();
  }
  template <class Enum>
  [[nodiscard]] Enum word(const char* name, Enum otherwise) const {
    return named<Enum>(text(name)).value_or(otherwise);
  }
  [[nodiscard]] const Json* find(const char* name) const {
    if (!json_.is_object()) return nullptr;
    const auto found = json_.find(name);
    return found == json_.end() ? nullptr : &*found;
  }

 private:
  const Json& json_;
};

Location location_from(const Json* json) {
  if (json == nullptr) return {};
  const Members m(*json);
  return {m.text("path"), m.number("line"), m.number("column"), m.number("endLine"), m.number("endColumn")};
}

}  // namespace

Json to_json(const std::vector<RelatedPlace>& places) {
  Json out = Json::array();
  for (const RelatedPlace& place : places)
    out.push_back({{"where", to_json(place.where)}, {"message", place.message}, {"excerpt", place.excerpt.str()}});
  return out;
}

std::vector<RelatedPlace> places_from_json(const Json& json) {
  std::vector<RelatedPlace> out;
  if (!json.is_array()) return out;
  for (const Json& item : json) {
    const Members m(item);
    out.push_back({location_from(m.find("where")), m.text("message"), RedactedText::stored(m.text("excerpt"))});
  }
  return out;
}

Json to_json(const Finding& f) {
  Json out = {{"ruleId", f.rule_id},
              {"kind", name_of(f.kind)},
              {"level", name_of(f.level)},
              {"confidence", name_of(f.confidence)},
              {"construct", f.construct},
              {"language", f.language},
              {"eye", f.eye},
              {"where", to_json(f.where)},
              {"related", to_json(f.related)},
              {"flow", to_json(f.flow)},
              {"excerpt", f.excerpt.str()},
              {"message", f.message},
              {"scopes", f.scopes},
              {"userFrom", name_of(f.user_from)},
              {"passwordFrom", name_of(f.password_from)},
              {"testCode", f.test_code},
              {"vendored", f.vendored},
              {"sampleCode", f.sample_code},
              {"fingerprint", f.fingerprint},
              {"lineHash", f.line_hash},
              {"utf16Column", f.utf16_column},
              {"utf16EndColumn", f.utf16_end_column}};
  for (const auto& [name, value] : {std::pair{"clientId", &f.client_id},
                                    {"idp", &f.idp},
                                    {"tenant", &f.tenant},
                                    {"endpoint", &f.endpoint},
                                    {"suppressed", &f.suppressed}})
    if (*value) out[name] = **value;
  return out;
}

Finding finding_from_json(const Json& json) {
  const Members m(json);
  Finding f;
  f.rule_id = m.text("ruleId");
  f.kind = m.word("kind", f.kind);
  f.level = m.word("level", f.level);
  f.confidence = m.word("confidence", f.confidence);
  f.construct = m.text("construct");
  f.language = m.text("language");
  f.eye = m.text("eye");
  f.where = location_from(m.find("where"));
  if (const Json* related = m.find("related")) f.related = places_from_json(*related);
  if (const Json* flow = m.find("flow")) f.flow = places_from_json(*flow);
  f.excerpt = RedactedText::stored(m.text("excerpt"));
  f.message = m.text("message");
  f.client_id = m.optional("clientId");
  f.idp = m.optional("idp");
  f.tenant = m.optional("tenant");
  f.endpoint = m.optional("endpoint");
  f.suppressed = m.optional("suppressed");
  if (const Json* scopes = m.find("scopes"); scopes != nullptr && scopes->is_array())
    for (const Json& scope : *scopes)
      if (scope.is_string()) f.scopes.push_back(scope.get<std::string>());
  f.user_from = m.word("userFrom", f.user_from);
  f.password_from = m.word("passwordFrom", f.password_from);
  f.test_code = m.flag("testCode");
  f.vendored = m.flag("vendored");
  f.sample_code = m.flag("sampleCode");
  f.fingerprint = m.text("fingerprint");
  f.line_hash = m.text("lineHash");
  f.utf16_column = m.number("utf16Column");
  f.utf16_end_column = m.number("utf16EndColumn");
  return f;
}

}  // namespace ropc
