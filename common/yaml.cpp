#include "common/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>

namespace ropc {
namespace {

constexpr std::size_t kMaxDepth = 100;
constexpr std::size_t kMaxNodes = 2'000'000;

/// Thrown inside this file only.
struct TooLarge {};

/// Without anchors a text has no more nodes than bytes; a few thousand on top leave room for honest anchors.
std::size_t most_nodes(std::size_t bytes) { return std::min(kMaxNodes, 4 * bytes + 4096); }

struct Size {
  std::size_t nodes = 1;
  std::size_t depth = 0;  ///< of the deepest node below
};

Size size_of(const YamlNode& node) {
  Size out;
  const auto add = [&](const YamlNode& child) {
    const Size below = size_of(child);
    out.nodes += below.nodes;
    out.depth = std::max(out.depth, below.depth + 1);
  };
  for (const YamlNode& item : node.items) add(item);
  for (const auto& entry : node.entries) add(entry.second);
  return out;
}

/// Builds our nodes straight from the parser's events: the library's own tree is slow and has no bounds.
class Builder : public YAML::EventHandler {
 public:
  explicit Builder(std::size_t most) : left_(most) {}

  std::vector<YamlNode> take() { return std::move(documents_); }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {
    spend(1);  // the parser can produce documents out of nothing, without end
    anchors_.clear();
    open_.clear();
    root_ = YamlNode();
  }
  void OnDocumentEnd() override { documents_.push_back(std::move(root_)); }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    close(node_at(mark, YamlNode::Type::null), anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = node_at(mark, YamlNode::Type::scalar);
    node.scalar = value;
    node.quoted = tag == "!";
    close(std::move(node), anchor);
  }
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t anchor) override {
    const auto target = anchors_.find(anchor);
    if (target == anchors_.end()) throw TooLarge{};  // it holds itself
    const Size size = size_of(target->second);
    if (open_.size() + size.depth > kMaxDepth) throw TooLarge{};
    spend(size.nodes);
    place(target->second);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    begin(mark, YamlNode::Type::list, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    begin(mark, YamlNode::Type::map, anchor);
  }
  void OnSequenceEnd() override { pop(); }
  void OnMapEnd() override { pop(); }

 private:
  /// A list or map whose end has not come.
  struct Open {
    YamlNode node;
    YAML::anchor_t anchor = YAML::NullAnchor;
    bool has_key = false;
    std::string key;
    std::uint32_t key_line = 0;
  };

  void spend(std::size_t nodes) {
    if (nodes > left_) throw TooLarge{};
    left_ -= nodes;
  }

  YamlNode node_at(const YAML::Mark& mark, YamlNode::Type type) {
    spend(1);
    if (open_.size() > kMaxDepth) throw TooLarge{};
    YamlNode node;
    node.type = type;
    node.line = static_cast<std::uint32_t>(mark.line + 1);
    return node;
  }

  void begin(const YAML::Mark& mark, YamlNode::Type type, YAML::anchor_t anchor) {
    Open open;
    open.node = node_at(mark, type);
    open.anchor = anchor;
    open_.push_back(std::move(open));
  }

  void pop() {
    Open done = std::move(open_.back());
    open_.pop_back();
    close(std::move(done.node), done.anchor);
  }

  void close(YamlNode node, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) {
      spend(size_of(node).nodes);
      anchors_[anchor] = node;
    }
    place(std::move(node));
  }

  void place(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.is_list()) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.has_key) {
      parent.has_key = true;
      parent.key = node.is_scalar() ? std::move(node.scalar) : std::string();
      parent.key_line = node.line;
    } else {
      parent.has_key = false;
      parent.node.key_lines.push_back(parent.key_line);
      parent.node.entries.emplace_back(std::move(parent.key), std::move(node));
    }
  }

  std::size_t left_;
  std::vector<YamlNode> documents_;
  YamlNode root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, YamlNode> anchors_;
};

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
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    Builder builder(most_nodes(text.size()));
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.take();
  } catch (const TooLarge&) {
    return fail(ErrorCode::limit, "the YAML is nested too deep or expands to too many values", path);
  } catch (const YAML::Exception& e) {
    return fail(ErrorCode::syntax, "the YAML is wrong: " + e.msg, path + ":" + std::to_string(e.mark.line + 1));
  } catch (const std::exception& e) {
    return fail(ErrorCode::syntax, std::string("the YAML cannot be read: ") + e.what(), path);
  }
}

}  // namespace ropc
