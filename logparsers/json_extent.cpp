#include <string>

#include "logparsers/json_walk.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kDeepest = 1024;

/// Follows the grammar of RFC 8259 just closely enough to tell a value that goes on from one that was cut.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  JsonExtent run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        ++at_;
      } else if (!token(c)) {
        return {state_, at_};
      } else if (open_.empty()) {
        return {JsonExtent::State::whole, at_};
      }
    }
    return {JsonExtent::State::unfinished, at_};
  }

 private:
  enum class Wants { value, value_or_close, key, key_or_close, colon, comma_or_close };

  /// Takes one token; false when it may not stand here or does not end.
  bool token(char c) {
    switch (c) {
      case '{':
      case '[':
        if (!value_may_start() || open_.size() >= kDeepest) return false;
        open_ += c;
        wants_ = c == '{' ? Wants::key_or_close : Wants::value_or_close;
        ++at_;
        return true;
      case '}':
      case ']':
        return close(c);
      case ',':
        if (wants_ != Wants::comma_or_close) return false;
        wants_ = open_.back() == '{' ? Wants::key : Wants::value;
        ++at_;
        return true;
      case ':':
        if (wants_ != Wants::colon) return false;
        wants_ = Wants::value;
        ++at_;
        return true;
      case '"':
        return string();
      default:
        return scalar(c);
    }
  }

  [[nodiscard]] bool value_may_start() const { return wants_ == Wants::value || wants_ == Wants::value_or_close; }

  bool close(char c) {
    const bool object = c == '}';
    const bool may = wants_ == Wants::comma_or_close || wants_ == (object ? Wants::key_or_close : Wants::value_or_close);
    if (!may || open_.empty() || open_.back() != (object ? '{' : '[')) return false;
    open_.pop_back();
    wants_ = Wants::comma_or_close;
    ++at_;
    return true;
  }

  bool string() {
    const bool key = wants_ == Wants::key || wants_ == Wants::key_or_close;
    if (!key && !value_may_start()) return false;
    std::size_t end = at_ + 1;
    for (; end < text_.size() && text_[end] != '"'; ++end) {
      if (text_[end] == '\\') ++end;
      // A line end cannot stand inside a string: the record was cut.
      if (end < text_.size() && text_[end] == '\n') return false;
    }
    if (end >= text_.size()) {
      state_ = JsonExtent::State::unfinished;
      at_ = text_.size();
      return false;
    }
    at_ = end + 1;
    wants_ = key ? Wants::colon : Wants::comma_or_close;
    return true;
  }

  bool scalar(char c) {
    if (!value_may_start() || open_.empty()) return false;
    if (c != '-' && c != 't' && c != 'f' && c != 'n' && (c < '0' || c > '9')) return false;
    while (at_ < text_.size() && std::string_view(" \t\r\n,]}:\"{[").find(text_[at_]) == std::string_view::npos) ++at_;
    wants_ = Wants::comma_or_close;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;
  Wants wants_ = Wants::value;
  JsonExtent::State state_ = JsonExtent::State::broken;
};

}  // namespace

JsonExtent json_extent(std::string_view text) { return Scanner(text).run(); }

}  // namespace ropc::logparsers
