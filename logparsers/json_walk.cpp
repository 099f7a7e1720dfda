#include "logparsers/json_walk.h"

#include <simdjson.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "common/text.h"
#include "logparsers/http_form.h"

namespace ropc::logparsers {
namespace {

namespace od = simdjson::ondemand;
using simdjson::error_code;

constexpr int kDeepest = 4;  ///< JSON texts inside strings of JSON texts

std::string_view trimmed_token(std::string_view token) {
  while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
    token.remove_suffix(1);
  return token;
}

/// Whether none of the next eight bytes is a quote or a back-slash.
bool eight_plain(const char* at) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  const auto has_zero = [](std::uint64_t w) { return (w - ones) & ~w & (ones << 7U); };
  return (has_zero(word ^ ones * '"') | has_zero(word ^ ones * '\\')) == 0;
}

std::string_view key_of(od::field& field) {
  const char* from = field.key().raw();
  const char* to = from;
  // The first pass has seen to it that the string is closed.
  while (eight_plain(to)) to += 8;
  while (*to != '"') to += *to == '\\' ? 2 : 1;
  return {from, static_cast<std::size_t>(to - from)};
}

/// What a quoted string means, where it says so without escapes.
std::optional<std::string_view> without_quotes(std::string_view token) {
  if (token.size() < 2 || token.back() != '"' || std::memchr(token.data(), '\\', token.size()) != nullptr)
    return std::nullopt;
  return token.substr(1, token.size() - 2);
}

}  // namespace

struct JsonWalker::Impl {
  explicit Impl(const PathSet& set) : paths(set), levels(kDeepest) {}

  struct Level {
    od::parser parser;
    std::string buffer;
  };

  const PathSet& paths;
  od::parser top;
  od::parser list;
  std::vector<Level> levels;
  std::string repaired;

  error_code object(od::object from, const PathSet::Node& node, FieldTable& out, int depth) {
    for (auto entry : from) {
      od::field field;
      if (const error_code e = std::move(entry).get(field); e != simdjson::SUCCESS) return e;
      const int child = node.children.find(key_of(field));
      if (child < 0) continue;
      if (const error_code e = value(field.value(), paths.node(child), out, depth); e != simdjson::SUCCESS) return e;
    }
    return simdjson::SUCCESS;
  }

  static void fill(const PathSet::Node& node, FieldTable& out, FieldTable::Value value) {
    for (const int slot : node.slots) out.set(slot, value);
  }

  error_code value(od::value from, const PathSet::Node& node, FieldTable& out, int depth) {
    od::json_type type;
    if (const error_code e = from.type().get(type); e != simdjson::SUCCESS) return e;
    switch (type) {
      case od::json_type::object:
        return object_value(from, node, out, depth);
      case od::json_type::array:
        return array_value(from, node, out, depth);
      case od::json_type::string:
        return string_value(from, node, out, depth);
      case od::json_type::null:
        fill(node, out, {{}, FieldTable::Kind::null});
        return simdjson::SUCCESS;
      default:
        fill(node, out,
             {trimmed_token(from.raw_json_token()),
              type == od::json_type::number ? FieldTable::Kind::number : FieldTable::Kind::boolean});
        return simdjson::SUCCESS;
    }
  }

  error_code object_value(od::value& from, const PathSet::Node& node, FieldTable& out, int depth) {
    od::object inner;
    if (const error_code e = from.get_object().get(inner); e != simdjson::SUCCESS) return e;
    if (!node.slots.empty()) {
      std::string_view raw;
      if (const error_code e = inner.raw_json().get(raw); e != simdjson::SUCCESS) return e;
      fill(node, out, {trimmed_token(raw), FieldTable::Kind::raw});
      if (node.children.empty() && node.json < 0) return simdjson::SUCCESS;
      bool ignored = false;
      if (const error_code e = inner.reset().get(ignored); e != simdjson::SUCCESS) return e;
    }
    if (!node.children.empty()) return object(inner, node, out, depth);
    if (node.json >= 0) return object(inner, paths.node(node.json), out, depth);
    return simdjson::SUCCESS;
  }

  error_code array_value(od::value& from, const PathSet::Node& node, FieldTable& out, int depth) {
    od::array inner;
    if (const error_code e = from.get_array().get(inner); e != simdjson::SUCCESS) return e;
    if (node.slots.empty() && node.elements.empty()) return simdjson::SUCCESS;
    std::string_view raw;
    if (const error_code e = inner.raw_json().get(raw); e != simdjson::SUCCESS) return e;
    fill(node, out, {trimmed_token(raw), FieldTable::Kind::raw});
    for (const PathSet::Element& wanted : node.elements)
      if (const error_code e = pick(raw, wanted, out, depth); e != simdjson::SUCCESS) return e;
    return simdjson::SUCCESS;
  }

  /// The first element that fits.
  error_code pick(std::string_view raw, const PathSet::Element& wanted, FieldTable& out, int depth) {
    if (depth >= kDeepest) return simdjson::SUCCESS;
    Level& level = levels[static_cast<std::size_t>(depth)];
    od::document document;
    if (const error_code e = open(level.parser, raw, document); e != simdjson::SUCCESS) return e;
    od::array array;
    if (const error_code e = document.get_array().get(array); e != simdjson::SUCCESS) return e;
    for (auto entry : array) {
      od::value element;
      if (const error_code e = std::move(entry).get(element); e != simdjson::SUCCESS) return e;
      const std::size_t mark = out.mark();
      if (const error_code e = value(element, paths.node(wanted.node), out, depth + 1); e != simdjson::SUCCESS)
        return e;
      if (wanted.filter < 0 || out.get(wanted.filter).text == wanted.value) {
        // Strings live in this level's parser, which the next array uses again.
        out.own_since(mark);
        return simdjson::SUCCESS;
      }
      out.roll_back(mark);
    }
    return simdjson::SUCCESS;
  }

  error_code string_value(od::value& from, const PathSet::Node& node, FieldTable& out, int depth) {
    if (node.slots.empty() && node.json < 0) return simdjson::SUCCESS;
    const std::string_view token = trimmed_token(from.raw_json_token());
    std::string_view text;
    if (const auto inside = without_quotes(token)) {
      text = *inside;
    } else if (from.get_string().get(text) != simdjson::SUCCESS) {
      // Half a surrogate pair: as it is written; `\xHH`, as nginx escapes in what only looks like JSON: as it is meant.
      text = token.size() >= 2 ? token.substr(1, token.size() - 2) : token;
      if (text.find("\\x") != std::string_view::npos) text = out.own(without_log_escapes(text));
    }
    fill(node, out, {text, FieldTable::Kind::text});
    if (node.json >= 0) nested(text, paths.node(node.json), out, depth);
    return simdjson::SUCCESS;
  }

  /// A JSON text inside a string; one that is broken says nothing.
  bool nested(std::string_view text, const PathSet::Node& node, FieldTable& out, int depth) {
    const std::string_view body = trim(text);
    if (depth >= kDeepest || body.empty() || (body.front() != '{' && body.front() != '[')) return false;
    Level& level = levels[static_cast<std::size_t>(depth)];
    level.buffer.assign(body);
    level.buffer.append(kJsonPadding, '\0');
    od::document document;
    const std::size_t mark = out.mark();
    bool ok = open(level.parser, std::string_view(level.buffer).substr(0, body.size()), document) == simdjson::SUCCESS;
    if (ok && body.front() == '{') {
      od::object inner;
      ok = document.get_object().get(inner) == simdjson::SUCCESS && object(inner, node, out, depth + 1) == simdjson::SUCCESS;
    } else if (ok) {
      od::value inner;
      ok = document.get_value().get(inner) == simdjson::SUCCESS && value(inner, node, out, depth + 1) == simdjson::SUCCESS;
    }
    out.own_since(mark);
    return ok;
  }

  static error_code open(od::parser& parser, std::string_view text, od::document& document) {
    return parser.iterate(simdjson::padded_string_view(text.data(), text.size(), text.size() + kJsonPadding))
        .get(document);
  }
};

JsonWalker::JsonWalker(const PathSet& paths) : impl_(std::make_unique<Impl>(paths)) {}
JsonWalker::~JsonWalker() = default;

bool JsonWalker::walk(std::string_view text, FieldTable& out) {
  od::document document;
  error_code e = Impl::open(impl_->top, text, document);
  if (e == simdjson::UTF8_ERROR) {
    impl_->repaired = valid_utf8(text);
    const std::size_t length = impl_->repaired.size();
    impl_->repaired.append(kJsonPadding, '\0');
    e = Impl::open(impl_->top, std::string_view(impl_->repaired).substr(0, length), document);
  }
  od::object root;
  if (e != simdjson::SUCCESS || document.get_object().get(root) != simdjson::SUCCESS) return false;
  if (impl_->object(root, impl_->paths.root(), out, 0) != simdjson::SUCCESS) return false;
  const char* behind = nullptr;
  return document.current_location().get(behind) == simdjson::OUT_OF_BOUNDS;
}

bool JsonWalker::walk_inside(std::string_view text, const PathSet::Node& node, FieldTable& out) {
  return impl_->nested(text, node, out, 0);
}

namespace {

/// A value as it is written; steps over it.
error_code raw_of(od::value& value, std::string_view& out) {
  od::json_type type;
  if (const error_code e = value.type().get(type); e != simdjson::SUCCESS) return e;
  if (type == od::json_type::object) {
    od::object inner;
    if (const error_code e = value.get_object().get(inner); e != simdjson::SUCCESS) return e;
    if (const error_code e = inner.raw_json().get(out); e != simdjson::SUCCESS) return e;
  } else if (type == od::json_type::array) {
    od::array inner;
    if (const error_code e = value.get_array().get(inner); e != simdjson::SUCCESS) return e;
    if (const error_code e = inner.raw_json().get(out); e != simdjson::SUCCESS) return e;
  } else {
    out = value.raw_json_token();
  }
  out = trimmed_token(out);
  return out.empty() ? simdjson::TAPE_ERROR : simdjson::SUCCESS;
}

}  // namespace

bool JsonWalker::elements(std::string_view text, std::vector<std::string_view>& out) {
  od::document document;
  od::array array;
  if (Impl::open(impl_->list, text, document) != simdjson::SUCCESS ||
      document.get_array().get(array) != simdjson::SUCCESS)
    return false;
  for (auto entry : array) {
    od::value element;
    std::string_view raw;
    if (std::move(entry).get(element) != simdjson::SUCCESS || raw_of(element, raw) != simdjson::SUCCESS) return false;
    out.push_back(raw);
  }
  return true;
}

bool JsonWalker::members(std::string_view text, std::vector<JsonMember>& out) {
  od::document document;
  od::object object;
  if (Impl::open(impl_->list, text, document) != simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS)
    return false;
  for (auto entry : object) {
    od::field field;
    if (std::move(entry).get(field) != simdjson::SUCCESS) return false;
    JsonMember member{key_of(field), {}};
    if (raw_of(field.value(), member.value) != simdjson::SUCCESS) return false;
    out.push_back(member);
  }
  return true;
}

std::string JsonWalker::string(std::string_view token) {
  od::document document;
  std::string_view text;
  if (Impl::open(impl_->list, token, document) != simdjson::SUCCESS || document.get_string().get(text) != simdjson::SUCCESS)
    return {};
  return std::string(text);
}

}  // namespace ropc::logparsers
