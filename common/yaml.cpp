#include "common/yaml.h"

#include <yaml-cpp/yaml.h>

#include <string>

namespace ropc {
namespace {

constexpr int kMaxDepth = 100;
constexpr std::size_t kMaxNodes = 2'000'000;

/// Thrown inside this file only.
struct TooLarge {};

YamlNode converted(const YAML::Node& node, int depth, std::size_t& count) {
  if (depth > kMaxDepth || ++count > kMaxNodes) throw TooLarge{};
  YamlNode out;
  out.line = static_cast<std::uint32_t>(node.Mark().line + 1);
  switch (node.Type()) {
    case YAML::NodeType::Scalar:
      out.type = YamlNode::Type::scalar;
      out.scalar = node.Scalar();
      out.quoted = node.Tag() == "!";
      break;
    case YAML::NodeType::Sequence:
      out.type = YamlNode::Type::list;
      for (const auto& item : node) out.items.push_back(converted(item, depth + 1, count));
      break;
    case YAML::NodeType::Map:
      out.type = YamlNode::Type::map;
      for (const auto& entry : node) {
        out.key_lines.push_back(static_cast<std::uint32_t>(entry.first.Mark().line + 1));
        out.entries.emplace_back(entry.first.IsScalar() ? entry.first.Scalar() : std::string(),
                                 converted(entry.second, depth + 1, count));
      }
      break;
    default:
      break;
  }
  return out;
}

}  // namespace

YamlNode::YamlNode() = default;
YamlNode::YamlNode(const YamlNode&) = default;
YamlNode::YamlNode(YamlNode&&) noexcept = default;
YamlNode& YamlNode::operator=(const YamlNode&) = default;
YamlNode& YamlNode::operator=(YamlNode&&) noexcept = default;
YamlNode::~YamlNode() = default;

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name == key) return &value;
  return nullptr;
}

Result<std::vector<YamlNode>> parse_yaml(std::string_view text, const std::string& path) {
  try {
    std::vector<YamlNode> out;
    std::size_t count = 0;
    for (const YAML::Node& document : YAML::LoadAll(std::string(text))) out.push_back(converted(document, 0, count));
    return out;
  } catch (const TooLarge&) {
    return fail(ErrorCode::limit, "the YAML is nested too deep or expands to too many values", path);
  } catch (const YAML::Exception& e) {
    return fail(ErrorCode::syntax, "the YAML is wrong: " + e.msg, path + ":" + std::to_string(e.mark.line + 1));
  } catch (const std::exception& e) {
    return fail(ErrorCode::syntax, std::string("the YAML cannot be read: ") + e.what(), path);
  }
}

}  // namespace ropc
