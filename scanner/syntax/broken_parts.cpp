#include "scanner/syntax/broken_parts.h"

#include <algorithm>

namespace ropc::scanner::syntax {
namespace {

/// Whether a node of that form says something by itself: what it is made of is read.
bool says_something(Form form) {
  switch (form) {
    case Form::call:
    case Form::message:
    case Form::command:
    case Form::create:
    case Form::pair:
    case Form::assign:
    case Form::declare:
    case Form::function:
    case Form::type:
    case Form::annotation:
      return true;
    default:
      return false;
  }
}

/// By node: it or anything in it says something.
std::vector<bool> telling(const Tree& tree) {
  std::vector<bool> out(tree.size(), false);
  for (NodeId id = static_cast<NodeId>(tree.size()); id-- > 0;) {
    if (says_something(tree.form(id))) out[id] = true;
    if (out[id] && tree.parent(id) != kNone) out[tree.parent(id)] = true;
  }
  return out;
}

/// Whether a text can hold a part of a finding; brackets and commas cannot.
bool holds_words(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '"' || c == '\'' || c == '`';
  });
}

class Parts {
 public:
  explicit Parts(std::string_view text) : text_(text) {}

  void add(std::size_t begin, std::size_t end) {
    if (begin >= end || !holds_words(text_.substr(begin, end - begin))) return;
    const std::size_t from = begin - std::min(begin, kWidening);
    const std::size_t newline = begin == 0 ? std::string_view::npos : text_.rfind('\n', begin - 1);
    begin = newline == std::string_view::npos ? from : std::max(from, newline + 1);
    end = std::min({text_.find('\n', end), end + kWidening, text_.size()});
    parts_.push_back({begin, end});
  }

  std::vector<Region> take() {
    std::ranges::sort(parts_, {}, &Region::begin);
    std::vector<Region> out;
    for (const Region& part : parts_) {
      if (out.empty() || part.begin > out.back().end) {
        out.push_back(part);
      } else {
        out.back().end = std::max(out.back().end, part.end);
      }
    }
    return out;
  }

 private:
  std::string_view text_;
  std::vector<Region> parts_;
};

}  // namespace

std::vector<Region> broken_parts(const Tree& tree) {
  std::vector<bool> whole;
  Parts parts(tree.source());
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.form(id) != Form::error) continue;
    if (whole.empty()) whole = telling(tree);
    std::size_t lost = tree.at(id).begin;
    for (NodeId child = tree.at(id).first; child != kNone; child = tree.at(child).next) {
      const bool seen = whole[child] || tree.form(child) == Form::comment || tree.form(child) == Form::error;
      if (!seen) continue;
      parts.add(lost, tree.at(child).begin);
      lost = std::max<std::size_t>(lost, tree.at(child).end);
    }
    parts.add(lost, tree.at(id).end);
  }
  return parts.take();
}

}  // namespace ropc::scanner::syntax
