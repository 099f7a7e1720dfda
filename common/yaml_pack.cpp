#include "common/yaml_pack.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace ropc {
namespace {

constexpr int kMaxDepth = 128;  // parse_yaml() makes no deeper ones

void put_number(std::string& out, std::uint32_t number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out.append(bytes, sizeof number);
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

void put_node(std::string& out, const YamlNode& node) {
  out += static_cast<char>(node.type);
  out += static_cast<char>(node.quoted ? 1 : 0);
  put_number(out, node.line);
  switch (node.type) {
    case YamlNode::Type::null:
      return;
    case YamlNode::Type::scalar:
      return put_text(out, node.scalar);
    case YamlNode::Type::list:
      put_number(out, static_cast<std::uint32_t>(node.items.size()));
      for (const YamlNode& item : node.items) put_node(out, item);
      return;
    case YamlNode::Type::map:
      put_number(out, static_cast<std::uint32_t>(node.entries.size()));
      for (std::size_t i = 0; i < node.entries.size(); ++i) {
        put_number(out, node.key_lines[i]);
        put_text(out, node.entries[i].first);
        put_node(out, node.entries[i].second);
      }
      return;
  }
}

/// Reads front to back; once something is missing, everything after is empty and ok() is false.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  std::uint32_t number() {
    std::uint32_t out = 0;
    const std::string_view bytes = take(sizeof out);
    if (ok_) std::memcpy(&out, bytes.data(), sizeof out);
    return out;
  }

  YamlNode node(int depth) {
    YamlNode out;
    const auto type = byte();
    out.quoted = byte() != 0;
    out.line = number();
    if (type > static_cast<std::uint8_t>(YamlNode::Type::map) || depth > kMaxDepth) ok_ = false;
    if (!ok_) return out;
    out.type = static_cast<YamlNode::Type>(type);
    if (out.is_scalar()) out.scalar = std::string(text());
    if (!out.is_list() && !out.is_map()) return out;
    for (std::uint32_t left = number(); ok_ && left > 0; --left) {
      if (out.is_list()) {
        out.items.push_back(node(depth + 1));
        continue;
      }
      out.key_lines.push_back(number());
      std::string key(text());
      out.entries.emplace_back(std::move(key), node(depth + 1));
    }
    return out;
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  std::uint8_t byte() {
    const std::string_view out = take(1);
    return out.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(out.front());
  }
  std::string_view text() { return take(number()); }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace

std::string pack_yaml(const std::vector<YamlNode>& documents) {
  std::string out;
  put_number(out, static_cast<std::uint32_t>(documents.size()));
  for (const YamlNode& document : documents) put_node(out, document);
  return out;
}

Result<std::vector<YamlNode>> unpack_yaml(std::string_view bytes, const std::string& path) {
  Unpacker in(bytes);
  std::vector<YamlNode> out;
  for (std::uint32_t left = in.number(); in.ok() && left > 0; --left) out.push_back(in.node(0));
  if (!in.ok() || !in.at_end())
    return fail(ErrorCode::syntax, "the program's own copy of this file is damaged; install it anew", path);
  return out;
}

Result<std::vector<YamlNode>> yaml_of(const EmbeddedFile& file, const std::string& path) {
  return file.packed_yaml ? unpack_yaml(file.text, path) : parse_yaml(file.text, path);
}

}  // namespace ropc
