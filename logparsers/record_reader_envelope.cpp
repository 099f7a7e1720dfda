// The part of RecordReader that looks into envelopes nobody has named: members of any name that are objects or arrays,
// and texts where collectors keep the original.
#include <algorithm>

#include "common/text.h"
#include "logparsers/envelope.h"
#include "logparsers/peel.h"
#include "logparsers/record_reader.h"
#include "logparsers/record_reader_depth.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kShortestText = 20;

/// The text of an attribute value as OpenTelemetry writes it: `{"stringValue":"…"}` as its quoted token.
std::string_view otlp_text(std::string_view object) {
  object = trim(object.substr(1));
  for (const std::string_view name : {"\"stringValue\"", "\"string_value\""})
    if (object.starts_with(name)) {
      object = trim(object.substr(name.size()));
      if (!object.starts_with(':')) return {};
      object = trim(object.substr(1));
      if (!object.starts_with('"') || !object.ends_with('}')) return {};
      return trim(object.substr(0, object.size() - 1));
    }
  return {};
}

const JsonMember* named(const std::vector<JsonMember>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const JsonMember& m) { return m.name == name; });
  return found == all.end() ? nullptr : &*found;
}

/// What a member called "value" is named in truth: `{"field":"@message","value":"…"}`; of a Kafka record, "value".
std::string_view true_name(const JsonMember& member, const std::vector<JsonMember>& all) {
  if (member.name != "value") return member.name;
  for (const std::string_view name : {"field", "name", "key"})
    if (const JsonMember* told = named(all, name); told != nullptr && told->value.size() > 2 && told->value.front() == '"')
      return told->value.substr(1, told->value.size() - 2);
  return named(all, "offset") != nullptr ? std::string_view("message") : std::string_view();
}

}  // namespace

/// Looks into all members of an object that no format knows and no name tells.
RecordReader::Seen RecordReader::unfold(std::string_view raw, const Outer& outer, int depth, Batch& out) {
  if (!raw.starts_with('{') || depth >= kDeepestEnvelope) return Seen::no;
  // One that is cut says less than one that was read.
  const auto better = [](Seen a, Seen b) { return a == Seen::known || b == Seen::known ? Seen::known : std::max(a, b); };
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  std::vector<JsonMember> list;
  list.swap(level.members);
  list.clear();
  walker_.members(raw, list);
  Seen seen = Seen::no;
  for (const JsonMember& m : list) {
    const std::string_view token = m.value.front() == '{' ? otlp_text(m.value) : m.value;
    if (!token.starts_with('"') || token.size() < kShortestText) continue;
    seen = better(seen, token_text(true_name(m, list), token, outer, depth, out));
    if (seen == Seen::known) break;
  }
  if (seen != Seen::known) {
    for (const JsonMember& m : list) {
      const bool container = m.value.front() == '{' || m.value.front() == '[';
      if (!container || level.tried(m.value)) continue;
      const Seen s = m.value.front() == '{' ? object(m.value, outer, depth + 1, out)
                                            : elements(m.value, names_a_text(m.name), outer, depth + 1, out);
      seen = better(seen, s);
    }
  }
  list.swap(level.members);
  return seen;
}

/// A quoted text that stands where collectors keep originals, or is one in base64.
RecordReader::Seen RecordReader::token_text(std::string_view name, std::string_view token, const Outer& outer, int depth,
                                            Batch& out) {
  const bool text_here = names_a_text(name);
  if ((!text_here && !names_coded_text(name)) || depth >= kDeepestEnvelope) return Seen::no;
  const std::string text = walker_.string(token);
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  if (text_here) {
    const std::size_t kept = level.keep_more(text);
    if (const Seen seen = this->text(level.more(kept), outer, depth + 1, out); seen >= Seen::known) return seen;
  }
  const auto decoded = names_coded_text(name) ? decoded_text(text) : std::nullopt;
  if (!decoded) return Seen::no;
  const std::size_t kept = level.keep_more(*decoded);
  return inner_lines(level.more(kept), outer, depth + 1, out);
}

/// A record that was written as a JSON string, perhaps more than once.
RecordReader::Seen RecordReader::quoted(std::string_view token, const Outer& outer, int depth, Batch& out) {
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  level.forget();
  const std::size_t kept = level.keep_more(walker_.string(token));
  return text(level.more(kept), outer, depth + 1, out);
}

/// A line that is nothing but base64.
RecordReader::Seen RecordReader::coded(std::string_view line, const Outer& outer, int depth, Batch& out) {
  const auto decoded = decoded_text(trim(line));
  if (!decoded) return Seen::no;
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  level.forget();
  const std::size_t kept = level.keep_more(*decoded);
  return inner_lines(level.more(kept), outer, depth + 1, out);
}

/// Records one behind the other in a text that a collector has put together.
RecordReader::Seen RecordReader::inner_lines(std::string_view text, const Outer& outer, int depth, Batch& out) {
  Seen seen = Seen::no;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t value = text.find_first_not_of(" \t\r\n", at);
    if (value == std::string_view::npos) break;
    if (text[value] == '{') {
      const JsonExtent extent = json_extent(text.substr(value));
      if (extent.state != JsonExtent::State::whole) {
        note_bad("cut or broken JSON", text.substr(value), out);
        return Seen::known;
      }
      seen = std::max(seen, object(text.substr(value, extent.length), outer, depth, out));
      at = value + extent.length;
      continue;
    }
    seen = std::max(seen, this->text(text.substr(at, end - at), outer, depth, out));
    at = end + 1;
  }
  return seen;
}

}  // namespace ropc::logparsers
