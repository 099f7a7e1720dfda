#include "idpconfig/walk.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace ropc::idpconfig {
namespace {

/// The bytes of one input with the line reached. Fed to the JSON lexer, which takes one byte at a time.
class Feed {
 public:
  explicit Feed(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}
  explicit Feed(std::istream& in) : in_(&in), buffer_(kChunk, '\0') { refill(); }

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] char current() const { return *at_; }
  void advance() {
    last_ = *at_++;
    if (last_ == '\n') ++line_;
    if (at_ == end_ && in_ != nullptr) refill();
  }
  [[nodiscard]] std::uint32_t line() const { return line_; }
  /// Line of a token that the lexer could end only by reading one byte past it (numbers).
  [[nodiscard]] std::uint32_t line_before_last() const { return last_ == '\n' ? line_ - 1 : line_; }

 private:
  static constexpr std::size_t kChunk = 64U << 10U;
  void refill() {
    in_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    at_ = buffer_.data();
    end_ = at_ + in_->gcount();
  }

  std::istream* in_ = nullptr;
  std::string buffer_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::uint32_t line_ = 1;
  char last_ = '\0';
};

/// What nlohmann's lexer reads from; the default-made one is the end.
class FeedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  FeedIterator() = default;
  explicit FeedIterator(Feed& feed) : feed_(&feed) {}
  char operator*() const { return feed_->current(); }
  FeedIterator& operator++() {
    feed_->advance();
    return *this;
  }
  FeedIterator operator++(int) {
    FeedIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const FeedIterator& other) const { return done() == other.done(); }
  bool operator!=(const FeedIterator& other) const { return !(*this == other); }

 private:
  [[nodiscard]] bool done() const { return feed_ == nullptr || feed_->at_end(); }
  Feed* feed_ = nullptr;
};

/// Grows one captured value node by node.
class Builder {
 public:
  [[nodiscard]] bool active() const { return active_; }
  [[nodiscard]] bool open() const { return !stack_.empty(); }
  /// False: too large.
  bool add(YamlNode node, bool container) {
    text_ += node.scalar.size();
    if (++nodes_ > kMaxNodes || text_ > kMaxText || stack_.size() >= kMaxDepth) return false;
    YamlNode* placed = place(std::move(node));
    if (container) stack_.push_back(placed);
    return true;
  }
  void key(std::string name, std::uint32_t line) {
    text_ += name.size();
    stack_.back()->entries.emplace_back(std::move(name), YamlNode());
    stack_.back()->key_lines.push_back(line);
  }
  void close() { stack_.pop_back(); }
  void start() { *this = Builder(), active_ = true; }
  YamlNode take() {
    active_ = false;
    return std::move(root_);
  }

 private:
  YamlNode* place(YamlNode node) {
    if (stack_.empty()) {
      root_ = std::move(node);
      return &root_;
    }
    YamlNode& parent = *stack_.back();
    if (parent.is_map()) return &(parent.entries.back().second = std::move(node));
    return &parent.items.emplace_back(std::move(node));
  }

  bool active_ = false;
  YamlNode root_;
  std::vector<YamlNode*> stack_;
  std::size_t nodes_ = 0;
  std::size_t text_ = 0;
};

YamlNode scalar_node(std::string text, std::uint32_t line, bool quoted) {
  YamlNode node;
  node.type = YamlNode::Type::scalar;
  node.line = line;
  node.quoted = quoted;
  node.scalar = std::move(text);
  return node;
}

YamlNode empty_node(YamlNode::Type type, std::uint32_t line) {
  YamlNode node;
  node.type = type;
  node.line = line;
  return node;
}

/// nlohmann's events → the visitor.
class Sax {
 public:
  Sax(const Feed& feed, Visitor& visitor) : feed_(feed), visitor_(visitor) {}

  bool null() { return leaf(empty_node(YamlNode::Type::null, feed_.line())); }
  bool boolean(bool value) { return leaf(scalar_node(value ? "true" : "false", feed_.line(), false)); }
  bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& text) { return number(text); }
  bool string(std::string& text) {
    if (skipped_ > 0) return true;
    return leaf(scalar_node(std::move(text), feed_.line(), true));
  }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(YamlNode::Type::map); }
  bool start_array(std::size_t /*size*/) { return open(YamlNode::Type::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    if (skipped_ > 0) return true;
    if (builder_.active()) {
      builder_.key(std::move(name), feed_.line());
    } else {
      path_.back() = std::move(name);
    }
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    end_ = Walk::End::broken;
    return false;
  }
  [[nodiscard]] Walk::End end() const { return end_; }

 private:
  bool number(std::string text) { return leaf(scalar_node(std::move(text), feed_.line_before_last(), false)); }

  Visitor::Want ask() {
    if (!opened_) return visitor_.want({});
    return visitor_.want(path_);
  }

  bool leaf(YamlNode node) {
    if (skipped_ > 0) return true;
    if (builder_.active()) return builder_.add(std::move(node), false) || ended(Walk::End::too_large);
    if (ask() != Visitor::Want::capture) return true;
    return visitor_.value(opened_ ? path_ : Path(), std::move(node)) || ended(Walk::End::stopped);
  }

  bool open(YamlNode::Type type) {
    if (skipped_ > 0) return ++skipped_, true;
    if (!builder_.active()) {
      const Visitor::Want want = ask();
      if (want == Visitor::Want::skip) return skipped_ = 1, true;
      if (want == Visitor::Want::descend) {
        path_.emplace_back(kElement);  // of a map: replaced by each key
        opened_ = true;
        return true;
      }
      builder_.start();
    }
    return builder_.add(empty_node(type, feed_.line()), true) || ended(Walk::End::too_large);
  }

  bool close() {
    if (skipped_ > 0) return --skipped_, true;
    if (builder_.active()) {
      builder_.close();
      if (builder_.open()) return true;
      return visitor_.value(opened_ ? path_ : Path(), builder_.take()) || ended(Walk::End::stopped);
    }
    path_.pop_back();
    return visitor_.leave(path_) || ended(Walk::End::stopped);
  }

  bool ended(Walk::End how) {
    end_ = how;
    return false;
  }

  const Feed& feed_;
  Visitor& visitor_;
  Path path_;           ///< of the value being read; its last part is the key just seen, or "[]"
  bool opened_ = false;  ///< whether path_ has a part for the current value
  Builder builder_;
  std::size_t skipped_ = 0;  ///< open lists and maps of a skipped value
  Walk::End end_ = Walk::End::complete;
};

Walk walk(Feed& feed, Visitor& visitor) {
  Sax sax(feed, visitor);
  const bool read = nlohmann::json::sax_parse(FeedIterator(feed), FeedIterator(), &sax);
  Walk out{sax.end(), feed.line()};
  if (!read && out.end == Walk::End::complete) out.end = Walk::End::broken;
  return out;
}

bool visit(const YamlNode& node, Path& path, Visitor& visitor) {
  const Visitor::Want want = visitor.want(path);
  if (want == Visitor::Want::capture) return visitor.value(path, node);
  if (want == Visitor::Want::skip || node.is_scalar()) return true;
  for (const YamlNode& item : node.items) {
    path.emplace_back(kElement);
    if (!visit(item, path, visitor)) return false;
    path.pop_back();
  }
  for (const auto& [name, item] : node.entries) {
    path.push_back(name);
    if (!visit(item, path, visitor)) return false;
    path.pop_back();
  }
  return visitor.leave(path);
}

}  // namespace

Walk walk_json(std::string_view text, Visitor& visitor) {
  Feed feed(text);
  return walk(feed, visitor);
}

Walk walk_json(std::istream& in, Visitor& visitor) {
  Feed feed(in);
  return walk(feed, visitor);
}

Walk walk_node(const YamlNode& root, Visitor& visitor) {
  Path path;
  return Walk{visit(root, path, visitor) ? Walk::End::complete : Walk::End::stopped, root.line};
}

}  // namespace ropc::idpconfig
