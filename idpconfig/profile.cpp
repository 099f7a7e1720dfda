#include "idpconfig/profile.h"

#include <algorithm>
#include <optional>

#include "common/embedded.h"
#include "common/text.h"
#include "idpconfig/profile_fields.h"

namespace ropc::idpconfig {
namespace {

constexpr int kMaxListDepth = 4;

/// Whether a scalar, a list (of lists) or a text of words between commas and blanks holds one of `words`.
bool holds_word(const YamlNode& node, const std::vector<std::string>& words, int depth) {
  if (depth > kMaxListDepth) return false;
  const auto known = [&](std::string_view text) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return equal_ignoring_case(text, word); });
  };
  if (node.is_scalar()) {
    std::string text = node.scalar;
    std::replace(text.begin(), text.end(), ',', ' ');
    const auto parts = split(text, ' ');
    return known(node.scalar) || std::any_of(parts.begin(), parts.end(), known);
  }
  return std::any_of(node.items.begin(), node.items.end(),
                     [&](const YamlNode& item) { return holds_word(item, words, depth + 1); });
}

bool is_there(const YamlNode* node) {
  return node != nullptr && node->type != YamlNode::Type::null && !(node->is_scalar() && node->scalar.empty());
}

std::vector<Profile> load_builtin() {
  std::vector<Profile> out;
  for (const EmbeddedFile& file : embedded::idp_profile_files()) {
    auto profile = parse_profile(file.text, std::string(file.path));
    if (profile) out.push_back(std::move(*profile));  // a broken one is caught by the tests, which load each
  }
  std::sort(out.begin(), out.end(), [](const Profile& a, const Profile& b) { return a.id < b.id; });
  return out;
}

}  // namespace

const std::vector<Profile>& builtin_profiles() {
  static const std::vector<Profile> profiles = load_builtin();
  return profiles;
}

const YamlNode* node_at(const YamlNode& node, const Path& path) {
  const YamlNode* at = &node;
  for (const std::string& part : path) {
    at = at->find(part);
    if (at == nullptr) return nullptr;
  }
  return at;
}

bool holds(const FactRule& rule, const YamlNode* node) {
  switch (rule.test) {
    case FactRule::Test::always: return true;
    case FactRule::Test::present: return is_there(node);
    case FactRule::Test::absent: return !is_there(node);
    case FactRule::Test::has: return node != nullptr && holds_word(*node, rule.words, 0);
    case FactRule::Test::lacks:
      return node != nullptr && node->type != YamlNode::Type::null && !holds_word(*node, rule.words, 0);
    case FactRule::Test::is:
      return node != nullptr && node->is_scalar() &&
             std::any_of(rule.words.begin(), rule.words.end(),
                         [&](const auto& word) { return equal_ignoring_case(node->scalar, word); });
  }
  return false;
}

bool recognised(const Recognition& signs, const std::function<bool(const Path&)>& there) {
  if (signs.empty()) return false;
  return std::all_of(signs.all.begin(), signs.all.end(), there) &&
         (signs.any.empty() || std::any_of(signs.any.begin(), signs.any.end(), there)) &&
         std::none_of(signs.none.begin(), signs.none.end(), there);
}

Result<Profile> parse_profile(std::string_view text, const std::string& path) {
  auto documents = parse_yaml(text, path);
  if (!documents) return fail(documents.error());
  if (documents->size() != 1 || !documents->front().is_map())
    return fail(ErrorCode::schema, "a profile is one YAML map", path);
  return profile_of(documents->front(), path);
}

}  // namespace ropc::idpconfig
