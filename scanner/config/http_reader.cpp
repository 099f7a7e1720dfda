#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"
#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

constexpr std::array<std::string_view, 9> kMethods = {"GET",     "POST",  "PUT",     "PATCH", "DELETE",
                                                      "OPTIONS", "HEAD",  "CONNECT", "TRACE"};

class HttpReader {
 public:
  explicit HttpReader(std::string_view text) : text_(text), out_(text), paths_(out_.tree) {}

  Parsed read() {
    LineCursor lines(text_);
    while (lines.next() && out_.fault.empty()) line({lines.begin(), lines.end()});
    end_request();
    return std::move(out_);
  }

 private:
  enum class In : std::uint8_t { front, head, body };

  void line(Region whole) {
    const Region content = trimmed(text_, whole.begin, whole.end);
    const std::string_view words = text_.substr(content.begin, content.end - content.begin);
    if (words.starts_with("###")) {
      end_request();
      out_.comments.push_back(content);
    } else if (words.starts_with("> ") || words.starts_with("<> ")) {
      end_request();  // a response handler
    } else if (in_ == In::body) {
      if (!words.empty()) body_ = {std::min(body_.begin, content.begin), content.end};
    } else if (words.empty()) {
      if (in_ == In::head) in_ = In::body;
    } else if (words.starts_with("#") || words.starts_with("//")) {
      out_.comments.push_back(content);
    } else if (in_ == In::front) {
      front(content, words);
    } else if (words.front() == '?' || words.front() == '&') {
      out_.tree.at(url_).value = out_.tree.pooled(std::string(out_.tree.value(url_)) + std::string(words));
      out_.tree.at(url_).end = static_cast<std::uint32_t>(content.end);
      out_.tree.at(url_).lines = Lines::folded;
    } else {
      pair(paths_.inner(request_, "headers", content.begin), content, ':');
    }
  }

  /// A variable, or the request line.
  void front(Region content, std::string_view words) {
    if (words.front() == '@') return pair(paths_.document(), {content.begin + 1, content.end}, '=');
    const std::size_t cut = std::min(words.find(' '), words.size());
    const std::string_view method = words.substr(0, cut);
    const bool named = std::any_of(kMethods.begin(), kMethods.end(), [&](auto m) { return equal_ignoring_case(m, method); });
    if (!named && words.find("://") == std::string_view::npos && !words.starts_with("{{")) return;
    const std::size_t version = words.rfind(" HTTP/");
    const Region url = trimmed(text_, content.begin + (named ? cut : 0),
                               version == std::string_view::npos ? content.end : content.begin + version);
    if (requests_ == kNoNode) requests_ = paths_.inner(paths_.document(), "requests", content.begin);
    out_.tree.at(requests_).type = NodeType::list;
    request_ = add(requests_, NodeType::map, {}, content.begin);
    url_ = add(request_, NodeType::scalar, out_.tree.pooled("url"), url.begin);
    set_value(out_.tree, url_, url.begin, url.end);
    body_ = {text_.size(), 0};
    in_ = In::head;
  }

  void pair(NodeId parent, Region content, char separator) {
    const std::size_t cut = text_.substr(0, content.end).find(separator, content.begin);
    if (cut == std::string_view::npos || parent == kNoNode) return;
    const Region key = trimmed(text_, content.begin, cut);
    const Region value = trimmed(text_, cut + 1, content.end);
    set_value(out_.tree, add(parent, NodeType::scalar, out_.tree.slice(key.begin, key.end), content.begin), value.begin, value.end);
  }

  void end_request() {
    if (in_ == In::body && body_.begin < body_.end) {
      const NodeId id = add(request_, NodeType::scalar, out_.tree.pooled("body"), body_.begin);
      set_value(out_.tree, id, body_.begin, body_.end);
      out_.tree.at(id).lines = Lines::kept;
      out_.tree.at(id).quoted = true;
      out_.tree.at(request_).end = static_cast<std::uint32_t>(body_.end);
    }
    in_ = In::front;
  }

  NodeId add(NodeId parent, NodeType type, Text key, std::size_t at) {
    const NodeId id = out_.tree.add(parent, type, key, at);
    if (id == kNoNode) out_.fault = "it has too many values";
    return id == kNoNode ? kRoot : id;
  }

  std::string_view text_;
  Parsed out_;
  PathTree paths_;
  In in_ = In::front;
  NodeId requests_ = kNoNode, request_ = kRoot, url_ = kRoot;
  Region body_{};
};

}  // namespace

Parsed read_http(std::string_view text) { return HttpReader(text).read(); }

}  // namespace ropc::scanner::config
