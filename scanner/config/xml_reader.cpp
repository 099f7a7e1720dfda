#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

bool blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Length of a namespace prefix with its colon.
std::size_t prefix_length(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? 0 : colon + 1;
}

/// Where an attribute of a start tag stands.
struct AttributePlace {
  std::size_t name = 0, name_end = 0, value = 0, value_end = 0;
};

/// Reads the next attribute of the start tag at `at`; false at the tag's end. pugixml tells no places of attributes.
bool next_attribute(std::string_view text, std::size_t& at, AttributePlace& out) {
  while (at < text.size() && blank(text[at])) ++at;
  if (at >= text.size() || text[at] == '>' || text[at] == '/' || text[at] == '?') return false;
  out.name = at;
  while (at < text.size() && !blank(text[at]) && text[at] != '=' && text[at] != '>') ++at;
  out.name_end = at;
  while (at < text.size() && (blank(text[at]) || text[at] == '=')) ++at;
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return false;
  const std::size_t close = text.find(text[at], at + 1);
  if (close == std::string_view::npos) return false;
  out.value = at + 1;
  out.value_end = close;
  at = close + 1;
  return true;
}

class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : text_(text), out_(text) {}

  Parsed read() {
    std::string buffer(text_);  // pugixml works in place: offsets into this are offsets into the text
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer_inplace(
        buffer.data(), buffer.size(), pugi::parse_default | pugi::parse_comments | pugi::parse_fragment, pugi::encoding_utf8);
    walk(document);
    if (!result)
      out_.fault = std::string(result.description()) + " (byte " + std::to_string(result.offset) + ")";
    return std::move(out_);
  }

 private:
  struct Open {
    pugi::xml_node next;  ///< the next child to look at
    NodeId id;
  };

  [[nodiscard]] std::size_t offset(const pugi::xml_node& node) const {
    const std::ptrdiff_t at = node.offset_debug();
    return at < 0 ? text_.size() : std::min(static_cast<std::size_t>(at), text_.size());
  }

  void walk(const pugi::xml_document& document) {
    const NodeId top = out_.tree.add(kRoot, NodeType::map, {}, 0);
    std::vector<Open> open{{document.first_child(), top}};
    while (!open.empty()) {
      const pugi::xml_node node = open.back().next;
      if (!node) {
        close(open.back().id);
        open.pop_back();
        continue;
      }
      open.back().next = node.next_sibling();
      const NodeId parent = open.back().id;
      if (node.type() == pugi::node_comment) {
        comment(node);
      } else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        add_text(parent, node);
      } else if (node.type() == pugi::node_element) {
        const NodeId id = element(parent, node);
        if (id == kNoNode || open.size() > kMaxDepth) {
          out_.fault = "it has too many values or is nested too deep";
          return;
        }
        open.push_back({node.first_child(), id});
      }
    }
  }

  void comment(const pugi::xml_node& node) {
    const std::size_t begin = offset(node);
    out_.comments.push_back({begin, std::min(text_.find("-->", begin), text_.size())});
  }

  NodeId element(NodeId parent, const pugi::xml_node& node) {
    const std::size_t at = offset(node);
    const std::size_t name = std::string_view(node.name()).size();
    const std::size_t prefix = prefix_length(node.name());
    const NodeId id = out_.tree.add(parent, NodeType::scalar, out_.tree.slice(at + prefix, at + name), at);
    if (id == kNoNode) return id;
    Node& made = out_.tree.at(id);
    made.end = static_cast<std::uint32_t>(std::min(at + name, text_.size()));
    made.quoted = true;
    out_.tree.at(parent).type = NodeType::map;
    std::size_t from = at + name;
    for (const pugi::xml_attribute& attribute : node.attributes())
      if (!add_attribute(id, attribute, from)) break;
    return id;
  }

  bool add_attribute(NodeId element, const pugi::xml_attribute& attribute, std::size_t& from) {
    AttributePlace place;
    if (!next_attribute(text_, from, place)) return false;
    const std::size_t prefix = prefix_length(text_.substr(place.name, place.name_end - place.name));
    const Text key = out_.tree.slice(place.name + prefix, place.name_end);
    const NodeId id = out_.tree.add(element, NodeType::scalar, key, place.name);
    if (id == kNoNode) return false;
    Node& node = out_.tree.at(id);
    node.value = text_of(attribute.value(), place.value, place.value_end);
    node.value_at = static_cast<std::uint32_t>(place.value);
    node.end = static_cast<std::uint32_t>(place.value_end);
    node.quoted = true;
    Node& above = out_.tree.at(element);
    above.type = NodeType::map;
    above.end = node.end;
    return true;
  }

  Text text_of(std::string_view decoded, std::size_t begin, std::size_t end) {
    const Text raw = out_.tree.slice(begin, end);
    return out_.tree.text(raw) == decoded ? raw : out_.tree.pooled(decoded);
  }

  /// The text of an element becomes its value; where child elements divide it, only the first piece does.
  void add_text(NodeId element, const pugi::xml_node& node) {
    Node& above = out_.tree.at(element);
    if (above.value.size != 0) return;
    const std::string_view all = node.value();
    const std::string_view value = trim(all);
    if (value.empty()) return;
    std::size_t begin = offset(node);
    while (begin < text_.size() && blank(text_[begin])) ++begin;
    const bool verbatim = text_.substr(begin, value.size()) == value;
    above.value = verbatim ? out_.tree.slice(begin, begin + value.size()) : out_.tree.pooled(value);
    above.value_at = static_cast<std::uint32_t>(begin);
    const std::string_view close = node.type() == pugi::node_cdata ? "]]>" : "<";
    above.end = static_cast<std::uint32_t>(std::min(text_.find(close, begin), text_.size()));
    above.lines = Lines::kept;
  }

  void close(NodeId id) {
    Node& node = out_.tree.at(id);
    if (node.last != kNoNode) node.end = std::max(node.end, out_.tree.at(node.last).end);
  }

  std::string_view text_;
  Parsed out_;
};

}  // namespace

Parsed read_xml(std::string_view text) {
  // A NUL would end pugixml's strings early.
  if (text.find('\0') == std::string_view::npos) return XmlReader(text).read();
  Parsed out(text);
  out.fault = "it holds control characters";
  return out;
}

}  // namespace ropc::scanner::config
