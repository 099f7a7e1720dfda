#include "logparsers/record_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/text.h"
#include "logparsers/peel.h"
#include "logparsers/time_text.h"

namespace ropc::logparsers {
namespace {

constexpr int kDeepest = 8;  ///< wrappers inside wrappers

bool opens_json(std::string_view text) {
  if (text.starts_with('{')) return true;
  if (!text.starts_with('[')) return false;
  const std::string_view inside = trim(text.substr(1, 64));
  return inside.starts_with('{') || inside.starts_with('[') || inside.starts_with(']') || inside.empty();
}

}  // namespace

/// What one level of wrappers must keep while the next one is read.
struct RecordReader::Depth {
  std::vector<std::string> texts;
  std::size_t texts_used = 0;
  std::vector<std::string_view> containers;
  std::vector<std::string_view> elements;

  /// Keeps a text with padding behind it.
  void keep(std::string_view text) {
    if (texts_used == texts.size()) texts.emplace_back();
    std::string& to = texts[texts_used++];
    to.assign(text);
    to.append(kJsonPadding, '\0');
  }
  [[nodiscard]] std::string_view text(std::size_t i) const {
    return std::string_view(texts[i]).substr(0, texts[i].size() - kJsonPadding);
  }
};

RecordReader::RecordReader(const Formats& formats, const UserDigester* users, int only)
    : formats_(formats), reader_(users), walker_(formats.paths()), table_(formats.paths().slots()), only_(only) {
  for (int i = 0; i <= kDeepest; ++i) depths_.push_back(std::make_unique<Depth>());
}

RecordReader::~RecordReader() = default;

void RecordReader::note_bad(std::string_view reason, std::string_view text, Batch& out) {
  out.bad.add(reason, line_, text);
}

void RecordReader::lines(std::string_view text, std::uint64_t first_line, Batch& out) {
  std::size_t at = 0;
  std::uint64_t number = first_line;
  begun_ = first_line > 1;
  while (at < text.size()) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    const std::size_t end =
        found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const std::size_t next = line(text, at, end, number, out);
    if (next <= end + 1) {
      number += next > end ? 1 : 0;
    } else {
      number += static_cast<std::uint64_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                      text.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
    }
    at = next;
  }
}

/// Reads the record that begins with the line [at, end) and returns where the next one begins.
std::size_t RecordReader::line(std::string_view text, std::size_t at, std::size_t end, std::uint64_t number, Batch& out) {
  line_ = number;
  const std::string_view whole = text.substr(at, end - at);
  const TextRecord record = peel_line(whole);
  if (trim(record.text).empty()) return end + 1;
  const bool is_json = opens_json(record.text);
  const Seen seen = is_json ? object(record.text, record.outer, 0, out) : plain(record, 0, out);
  // What stands before the first record is a program's greeting, or the head of an export.
  if (seen == Seen::no && (begun_ || !out.empty())) out.plain.add("line that is no record", number, record.text);
  if (seen != Seen::broken) return end + 1;
  const auto start = static_cast<std::size_t>(record.text.data() - text.data());
  const std::size_t glued = next_syslog_header(whole, start - at + 1);
  if (glued != std::string_view::npos) {
    note_bad("cut by its sender, the next record follows on the same line", whole.substr(0, glued), out);
    return at + glued;
  }
  if (is_json) {
    const JsonExtent extent = json_extent(text.substr(start));
    if (extent.state == JsonExtent::State::whole && start + extent.length > end) {
      if (object(text.substr(start, extent.length), record.outer, 0, out) == Seen::broken)
        note_bad("broken JSON", record.text, out);
      const std::size_t after = text.find_first_not_of(" \t\r", start + extent.length);
      return after == std::string_view::npos ? text.size() : text[after] == '\n' ? after + 1 : after;
    }
    note_bad("cut or broken JSON", record.text, out);
  } else {
    note_bad(reading_.fault, record.text, out);
  }
  return end + 1;
}

void RecordReader::json(std::string_view text, std::uint64_t line, Batch& out) {
  line_ = line;
  if (object(text, {}, 0, out) == Seen::broken) note_bad("broken JSON", text, out);
}

RecordReader::Seen RecordReader::object(std::string_view text, const Outer& outer, int depth, Batch& out) {
  if (depth > kDeepest) {
    ++out.foreign_records;
    return Seen::foreign;
  }
  if (text.starts_with('[')) return elements(text, outer, depth, out);
  table_.clear();
  if (!walker_.walk(text, table_)) return Seen::broken;
  return classify(text, outer, depth, out);
}

RecordReader::Seen RecordReader::classify(std::string_view raw, const Outer& outer, int depth, Batch& out) {
  Seen seen = fields(raw, outer, false, out);
  if (seen != Seen::no) return seen;
  Outer inner = outer;
  if (!inner.time)
    for (const Formats::Wrapper& clock : formats_.clocks())
      if (inner.time = parse_time(table_.text(clock.slot)); inner.time) break;
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  level.texts_used = 0;
  level.containers.clear();
  for (const Formats::Wrapper& w : formats_.texts()) {
    const FieldTable::Value value = table_.get(w.slot);
    if (value.kind == FieldTable::Kind::text && value.text.size() > 1) level.keep(value.text);
  }
  for (const Formats::Wrapper& w : formats_.containers()) {
    const FieldTable::Value value = table_.get(w.slot);
    if (value.kind == FieldTable::Kind::raw) level.containers.push_back(value.text);
  }
  const bool derived = fields_derived(raw, outer, level.texts_used, depth, inner, out, seen);
  if (derived) return seen;
  for (const std::string_view container : level.containers)
    if (const Seen s = object(container, inner, depth + 1, out); s > seen) seen = s;
  if (seen == Seen::no) {
    ++out.foreign_records;
    seen = Seen::foreign;
  }
  return seen;
}

/// The original text, where a collector kept it, goes before what the collector made of it.
bool RecordReader::fields_derived(std::string_view raw, const Outer& outer, std::size_t texts, int depth,
                                  const Outer& inner, Batch& out, Seen& seen) {
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  if (depth < kDeepest)
    for (std::size_t i = 0; i < texts; ++i)
      if (seen = this->text(level.text(i), inner, depth + 1, out); seen == Seen::known || seen == Seen::broken) return true;
  if (texts > 0) {
    // Reading the texts has used the table up.
    table_.clear();
    if (!raw.starts_with('{') || !walker_.walk(raw, table_)) {
      seen = Seen::no;
      return false;
    }
  }
  seen = fields(raw, outer, true, out);
  return seen != Seen::no;
}

RecordReader::Seen RecordReader::elements(std::string_view array, const Outer& outer, int depth, Batch& out) {
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  std::vector<std::string_view> list;
  list.swap(level.elements);
  list.clear();
  const bool whole = walker_.elements(array, list);
  Seen seen = Seen::no;
  for (const std::string_view element : list)
    if (opens_json(element))
      if (const Seen s = object(element, outer, depth + 1, out); s > seen) seen = s;
  if (!whole && !list.empty()) note_bad("broken JSON", array, out);
  list.swap(level.elements);
  return !whole && list.empty() ? Seen::broken : seen == Seen::broken ? Seen::known : seen;
}

RecordReader::Seen RecordReader::text(std::string_view text, const Outer& outer, int depth, Batch& out) {
  TextRecord record = peel_line(trim(text));
  if (!record.outer.time) record.outer.time = outer.time;
  if (record.outer.app.empty()) record.outer.app = outer.app;
  if (record.outer.topic.empty()) record.outer.topic = outer.topic;
  if (!opens_json(record.text)) return plain(record, depth, out);
  const Seen seen = object(record.text, record.outer, depth, out);
  return seen;
}

RecordReader::Seen RecordReader::plain(const TextRecord& record, int depth, Batch& out) {
  const std::vector<Format>& all = formats_.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t index = (last_text_ + i) % all.size();
    const Format& format = all[index];
    if (!format.shape || !format.recognise.empty() || (only_ >= 0 && only_ != static_cast<int>(index))) continue;
    const Verdict verdict = reader_.read_text(format, record, table_, reading_);
    if (verdict == Verdict::not_mine) continue;
    last_text_ = index;
    return take(index, verdict, record.text, out);
  }
  // A line that some program wrote around a JSON object.
  const std::size_t open = record.text.substr(0, 600).find("{\"");
  if (open == std::string_view::npos || !trim(record.text).ends_with('}')) return Seen::no;
  TextRecord inner{trim(record.text).substr(open), record.outer};
  if (!inner.outer.time) {
    std::size_t used = 0;
    inner.outer.time = parse_iso8601(record.text, &used);
  }
  const Seen seen = object(inner.text, inner.outer, depth, out);
  return seen == Seen::known ? seen : Seen::no;
}

RecordReader::Seen RecordReader::fields(std::string_view raw, const Outer& outer, bool derived, Batch& out) {
  const std::vector<Format>& all = formats_.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t index = (last_fields_ + i) % all.size();
    const Format& format = all[index];
    if (format.recognise.empty() || format.derived != derived || (only_ >= 0 && only_ != static_cast<int>(index)))
      continue;
    const Verdict verdict = reader_.read_fields(format, table_, raw, outer, reading_);
    if (verdict == Verdict::not_mine) continue;
    last_fields_ = index;
    return take(index, verdict, raw, out);
  }
  return Seen::no;
}

RecordReader::Seen RecordReader::take(std::size_t format, Verdict verdict, std::string_view raw, Batch& out) {
  if (verdict == Verdict::malformed) {
    ++out.tallies[format].proofs;
    (void)raw;
    return Seen::broken;
  }
  const bool event = verdict == Verdict::password_grant;
  if (verdict == Verdict::neighbour) {
    out.count(format, {}, reading_.time, false, false, false);
    return Seen::known;
  }
  out.count(format, reading_.tenant, reading_.time, event, reading_.shows_success, true);
  if (!reading_.tenant_name.empty() && reading_.tenant_name != reading_.tenant)
    out.names.insert({formats_.all()[format].idp, std::string(reading_.tenant), std::string(reading_.tenant_name)});
  if (event) {
    out.zoneless += reading_.event.zone_known ? 0U : 1U;
    out.events.push_back(reading_.event);
  }
  return Seen::known;
}

void RecordReader::row(const std::vector<std::string_view>& cells, const Columns& columns, std::string_view raw,
                       std::uint64_t line, Batch& out) {
  line_ = line;
  table_.clear();
  if (!columns.table.empty()) table_.set(formats_.table_slot(), {columns.table, FieldTable::Kind::text});
  const std::size_t n = std::min(cells.size(), columns.nodes.size());
  for (std::size_t i = 0; i < n; ++i) {
    if (columns.nodes[i] < 0) continue;
    const PathSet::Node& node = formats_.paths().node(columns.nodes[i]);
    const auto kind = cells[i].empty() ? FieldTable::Kind::null : FieldTable::Kind::text;
    for (const int slot : node.slots) table_.set(slot, {cells[i], kind});
    if (node.json >= 0) walker_.walk_inside(cells[i], formats_.paths().node(node.json), table_);
  }
  if (classify(raw, {}, 0, out) == Seen::broken) note_bad("unreadable row", raw, out);
}

}  // namespace ropc::logparsers
