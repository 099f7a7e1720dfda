#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>
#include <map>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "scanner/config/readers.h"
#include "scanner/config/template_holes.h"

namespace ropc::scanner::config {
namespace {

/// yaml-cpp keeps a few hundred bytes for every bracket of a flow.
constexpr std::ptrdiff_t kMaxBrackets = 200'000;

/// Thrown inside this file only, through yaml-cpp.
struct TooLarge : std::exception {
  [[nodiscard]] const char* what() const noexcept override { return "it has too many values or is nested too deep"; }
};

struct NoProgress : std::exception {
  [[nodiscard]] const char* what() const noexcept override { return "it is no YAML"; }
};

bool blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Reads from a view without copying it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast): never written to
    setg(begin, begin, begin + text.size());
  }
};

/// Where a scalar stands in the text.
struct Place {
  std::size_t begin = 0;   ///< of the scalar, past its tag and anchor
  std::size_t end = 0;
  std::size_t content = 0;  ///< of the value; for block scalars the first line after the indicator
  char style = ' ';         ///< ' ' plain, or the quote or block indicator
};

std::size_t past_properties(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    while (at < text.size() && !blank(text[at])) ++at;
    while (at < text.size() && blank(text[at])) ++at;
  }
  return at;
}

std::size_t quoted_end(std::string_view text, std::size_t at, char quote) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\')
      ++i;
    else if (text[i] == quote && quote == '\'' && i + 1 < text.size() && text[i + 1] == quote)
      ++i;
    else if (text[i] == quote)
      return i + 1;
  }
  return text.size();
}

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

std::size_t indent_of(std::string_view text, std::size_t line) {
  std::size_t at = line;
  while (at < text.size() && text[at] == ' ') ++at;
  return at - line;
}

bool empty_line(std::string_view text, std::size_t line) {
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(line),
                     text.begin() + static_cast<std::ptrdiff_t>(line_end(text, line)), blank);
}

/// Lines from `line` on that are empty or indented at least as the first that is not, when that is more than `least`.
std::size_t block_end(std::string_view text, std::size_t line, std::size_t& indent) {
  std::size_t end = line;
  indent = 0;
  for (std::size_t at = line; at < text.size(); at = line_end(text, at) + 1) {
    if (empty_line(text, at)) continue;
    const std::size_t here = indent_of(text, at);
    if (indent == 0) indent = here;
    if (here < indent || here == 0) break;
    end = line_end(text, at);
  }
  return end;
}

/// Plain scalars: the text holds the value's characters with more blanks between them.
std::size_t plain_end(std::string_view text, std::size_t at, std::string_view value) {
  for (const char c : value) {
    if (blank(c)) continue;
    while (at < text.size() && blank(text[at])) ++at;
    if (at >= text.size() || text[at] != c) break;
    ++at;
  }
  return at;
}

Place place_of(std::string_view text, std::size_t mark, std::string_view value) {
  Place out;
  out.begin = past_properties(text, mark);
  out.content = out.begin;
  const char first = out.begin < text.size() ? text[out.begin] : ' ';
  if (first == '"' || first == '\'') {
    out.style = first;
    out.end = quoted_end(text, out.begin, first);
    out.content = out.begin + 1;
  } else if (first == '|' || first == '>') {
    out.style = first;
    out.content = std::min(line_end(text, out.begin) + 1, text.size());
    std::size_t indent = 0;
    out.end = std::max(block_end(text, out.content, indent), out.begin + 1);
  } else {
    out.end = plain_end(text, out.begin, value);
  }
  return out;
}

/// The lines of a block without their indentation.
std::string dedented(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t indent = 0;
  block_end(text, begin, indent);
  std::string out;
  for (std::size_t at = begin; at < end; at = line_end(text, at) + 1) {
    const std::size_t stop = std::min(line_end(text, at), end);
    const std::size_t from = std::min(at + std::min(indent, indent_of(text, at)), stop);
    out += text.substr(from, stop - from);
    out += '\n';
  }
  return out;
}

/// Builds the tree from the events. `seen` is what yaml-cpp reads: `text` with its template holes filled, or itself.
class Builder : public YAML::EventHandler {
 public:
  /// yaml-cpp counts from behind the first `skipped` bytes.
  Builder(std::string_view seen, std::string_view text, std::size_t skipped, Parsed& out)
      : seen_(seen), text_(text), skipped_(skipped), out_(out) {
    open_.push_back({kRoot, false, false, {}, 0});
  }

  /// yaml-cpp makes documents without end out of some texts that are no YAML (" , a"), all at one place.
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (mark.pos == document_at_) throw NoProgress{};
    document_at_ = mark.pos;
  }
  void OnDocumentEnd() override { anchors_.clear(); }
  void OnAnchor(const YAML::Mark&, const std::string&) override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (as_key({}, offset(mark))) return;
    const NodeId id = add(NodeType::null, offset(mark), anchor);
    out_.tree.at(id).end = std::max(out_.tree.at(id).begin, out_.tree.at(id).value_at);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (as_key({}, offset(mark))) return;
    const auto known = anchors_.find(anchor);
    const NodeId id = add(NodeType::null, offset(mark), 0);
    Node& node = out_.tree.at(id);
    node.end = static_cast<std::uint32_t>(line_end(text_, node.value_at));
    if (known != anchors_.end()) node.alias = known->second;
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    const Place place = place_of(seen_, offset(mark), value);
    comments_up_to(offset(mark), place.end);
    const Text text = text_of(place, tag, value);
    if (as_key(text, place.begin)) return;
    Node& node = out_.tree.at(add(NodeType::scalar, place.begin, anchor));
    node.value = text;
    node.value_at = static_cast<std::uint32_t>(place.content);
    node.end = static_cast<std::uint32_t>(place.end);
    node.quoted = place.style != ' ';
    const bool many = seen_.substr(place.content, place.end - place.content).find('\n') != std::string_view::npos;
    if (place.style == '|')
      node.lines = Lines::kept;
    else if (place.style == '>' || many)
      node.lines = Lines::folded;
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    start(NodeType::list, mark, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    start(NodeType::map, mark, anchor);
  }
  void OnSequenceEnd() override { finish(); }
  void OnMapEnd() override { finish(); }

  void done() { comments_up_to(text_.size(), text_.size()); }

 private:
  struct Open {
    NodeId node;
    bool map;
    bool has_key;
    Text key;
    std::size_t key_at;
  };

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)) + skipped_, text_.size());
  }

  /// Takes a scalar as the next key where one is due.
  bool as_key(Text text, std::size_t at) {
    Open& top = open_.back();
    if (!top.map || top.has_key) return false;
    top.has_key = true;
    top.key = text;
    top.key_at = at;
    return true;
  }

  NodeId add(NodeType type, std::size_t at, YAML::anchor_t anchor) {
    Open& top = open_.back();
    const bool keyed = top.map && top.has_key;
    const NodeId id = out_.tree.add(top.node, type, keyed ? top.key : Text{}, keyed ? top.key_at : at);
    if (id == kNoNode) throw TooLarge{};
    out_.tree.at(id).value_at = static_cast<std::uint32_t>(at);
    top.has_key = false;
    if (anchor != 0) anchors_[anchor] = id;
    return id;
  }

  void start(NodeType type, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (open_.size() > kMaxDepth) throw TooLarge{};
    // A map or list as a key is rare and of no use here: it becomes an entry without a key.
    if (open_.back().map && !open_.back().has_key) as_key({}, offset(mark));
    open_.push_back({add(type, offset(mark), anchor), type == NodeType::map, false, {}, 0});
  }

  void finish() {
    Node& node = out_.tree.at(open_.back().node);
    node.end = node.last == kNoNode ? node.value_at : std::max(node.begin, out_.tree.at(node.last).end);
    open_.pop_back();
  }

  Text text_of(const Place& place, const std::string& tag, const std::string& value) {
    const std::string_view seen = seen_.substr(place.content, place.end - place.content);
    const std::string_view raw = text_.substr(place.content, seen.size());
    if (tag == "!Ref") return out_.tree.pooled("${" + value + "}");  // a CloudFormation parameter
    if (raw == seen) return raw == value ? out_.tree.slice(place.content, place.end) : quote_trimmed(place, value);
    if (place.style == '|' || place.style == '>') return out_.tree.pooled(dedented(text_, place.content, place.end));
    return out_.tree.slice(place.content, place.style == ' ' ? place.end : place.end - 1);
  }

  Text quote_trimmed(const Place& place, const std::string& value) {
    const bool quoted = place.style == '"' || place.style == '\'';
    if (quoted && text_.substr(place.content, place.end - 1 - place.content) == value)
      return out_.tree.slice(place.content, place.end - 1);
    return out_.tree.pooled(value);
  }

  /// Comments stand in the gaps between scalars, where yaml-cpp passes over them.
  void comments_up_to(std::size_t begin, std::size_t next) {
    for (std::size_t i = gap_; i < begin; ++i) {
      if (seen_[i] != '#' || (i != 0 && !blank(seen_[i - 1]))) continue;
      const std::size_t end = line_end(text_, i);
      out_.comments.push_back({i, end});
      i = end;
    }
    gap_ = std::max(gap_, next);
  }

  std::string_view seen_, text_;
  std::size_t skipped_;
  int document_at_ = -1;
  Parsed& out_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, NodeId> anchors_;
  std::size_t gap_ = 0;
};

Parsed parsed(std::string_view seen, std::string_view text) {
  Parsed out(text);
  const std::size_t mark = seen.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  Builder builder(seen, text, mark, out);
  try {
    ViewBuffer buffer(seen.substr(mark));
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    builder.done();
  } catch (const std::exception& e) {
    out.fault = e.what();
  }
  return out;
}

Parsed refused(std::string_view text, const char* why) {
  Parsed out(text);
  out.fault = why;
  return out;
}

}  // namespace

Parsed read_yaml(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && (text[first] == '[' || (text[first] == '{' && hole_end(text, first) == first))) {
    Parsed json = read_json(text);  // JSON is YAML, and is read much faster as what it is
    if (json.fault.empty()) return json;
  }
  // yaml-cpp takes 0x04 for the end of the text, and NUL for a fault.
  if (text.find_first_of(std::string_view("\x04\0", 2)) != std::string_view::npos)
    return refused(text, "it holds control characters");
  if (std::count_if(text.begin(), text.end(), [](char c) { return c == '[' || c == '{'; }) > kMaxBrackets)
    return refused(text, "it has too many brackets");
  const bool holes = text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos ||
                     text.find("<%") != std::string_view::npos;
  if (holes) {
    const std::string filled = filled_holes(text);
    Parsed out = parsed(filled, text);
    if (out.fault.empty()) return out;
  }
  return parsed(text, text);
}

}  // namespace ropc::scanner::config
