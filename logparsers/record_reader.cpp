#include "logparsers/record_reader.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

#include "common/text.h"
#include "logparsers/envelope.h"
#include "logparsers/peel.h"
#include "logparsers/record_reader_depth.h"
#include "logparsers/table_row.h"
#include "logparsers/time_text.h"

namespace ropc::logparsers {
namespace {

bool opens_json(std::string_view text) {
  if (text.starts_with('{')) return true;
  if (!text.starts_with('[')) return false;
  const std::string_view inside = trim(text.substr(1, 64));
  return inside.starts_with('{') || inside.starts_with('[') || inside.starts_with(']') || inside.empty();
}

std::string_view without_indent(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

/// Where what follows a JSON value begins: behind its line's end, or at more text on the same line.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t after = text.find_first_not_of(" \t\r", at);
  if (after == std::string_view::npos) return text.size();
  return text[after] == '\n' ? after + 1 : after;
}

/// `_HOSTNAME=…`, a line of `journalctl -o export` beside the one that holds the message.
bool journal_field(std::string_view line) {
  const std::size_t equal = line.substr(0, 65).find('=');
  return equal != std::string_view::npos && equal > 0 && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(equal), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// The time at the front of a line, or in brackets near it: `TID: [-1234] [2026-03-02 09:14:07,300] …`.
std::optional<Timestamp> time_before(std::string_view line) {
  std::size_t used = 0;
  if (const auto at = parse_iso8601(line, &used)) return at;
  const std::string_view head = line.substr(0, 80);
  for (std::size_t open = head.find('['); open != std::string_view::npos; open = head.find('[', open + 1))
    if (const auto at = parse_iso8601(line.substr(open + 1), &used)) return at;
  return std::nullopt;
}

}  // namespace

RecordReader::RecordReader(const Formats& formats, const UserDigester* users, int only)
    : formats_(formats), reader_(users), walker_(formats.paths()), table_(formats.paths().slots()), only_(only) {
  for (int i = 0; i <= kDeepestEnvelope; ++i) depths_.push_back(std::make_unique<Depth>());
  for (const Format& format : formats.all()) states_.push_back(format.shape ? format.shape->state() : nullptr);
}

RecordReader::~RecordReader() = default;

void RecordReader::note_bad(std::string_view reason, std::string_view text, Batch& out) {
  out.bad.add(reason, line_, text);
}

void RecordReader::lines(std::string_view text, std::uint64_t first_line, bool begins, Batch& out) {
  std::size_t at = 0;
  std::uint64_t number = first_line;
  begun_ = !begins || first_line > 1;
  while (at < text.size()) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    const std::size_t end =
        found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const std::size_t next = line(text, at, end, number, out);
    out.spans |= next > end + 1;
    if (next <= end + 1) {
      number += next > end ? 1 : 0;
    } else {
      number += static_cast<std::uint64_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                      text.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
    }
    at = next;
  }
  out.lines = number - 1;
  out.open_end |= !text.ends_with('\n');
}

/// Reads the record that begins with the line [at, end) and returns where the next one begins.
std::size_t RecordReader::line(std::string_view text, std::size_t at, std::size_t end, std::uint64_t number, Batch& out) {
  line_ = number;
  if (const std::size_t frame = octet_frame(text.substr(at, end - at)); frame > 0 && at + frame < end) {
    line(text.substr(0, at + frame), at, at + frame, number, out);
    return at + frame;
  }
  const std::string_view whole = text.substr(at, end - at);
  TextRecord record = peel_line(whole);
  const std::string_view bare = without_indent(record.text);
  if (bare.empty()) return end + 1;
  const bool is_json = opens_json(bare);
  record.rest = text.substr(at);
  const Seen seen = is_json ? object(bare, record.outer, 0, out) : plain(record, 0, out);
  // What stands before the first record is a program's greeting, or the head of an export.
  if (seen == Seen::no && (begun_ || !out.empty()) && !journal_field(record.text)) out.plain.add("line that is no record", number, record.text);
  out.open_end = seen == Seen::broken || bare.ends_with('{');
  if (seen != Seen::broken) return std::max(end + 1, at + record.taken);
  const auto start = static_cast<std::size_t>(bare.data() - text.data());
  const std::size_t glued = next_syslog_header(whole, start - at + 1);
  if (glued != std::string_view::npos) {
    note_bad("cut by its sender, the next record follows on the same line", whole.substr(0, glued), out);
    return at + glued;
  }
  if (!is_json) {
    note_bad(reading_.fault, record.text, out);
    return std::max(end + 1, at + record.taken);
  }
  const JsonExtent extent = json_extent(text.substr(start));
  if (extent.state != JsonExtent::State::whole || start + extent.length <= end) {
    note_bad("cut or broken JSON", record.text, out);
    return end + 1;
  }
  if (object(text.substr(start, extent.length), record.outer, 0, out) == Seen::broken)
    note_bad("broken JSON", record.text, out);
  return next_line(text, start + extent.length);
}

void RecordReader::json(std::string_view text, std::uint64_t line, Batch& out) {
  line_ = line;
  if (text.starts_with('"')) {
    quoted(text, {}, 0, out);
    return;
  }
  if (object(text, {}, 0, out) == Seen::broken) note_bad("broken JSON", text, out);
}

RecordReader::Seen RecordReader::object(std::string_view text, const Outer& outer, int depth, Batch& out) {
  if (depth > kDeepestEnvelope) {
    ++out.foreign_records;
    return Seen::foreign;
  }
  if (text.starts_with('[')) return elements(text, true, outer, depth, out);
  table_.clear();
  if (!walker_.walk(text, table_)) return Seen::broken;
  if (!outer.line.empty()) table_.set(formats_.line_slot(), {outer.line, FieldTable::Kind::text});
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
  level.forget();
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
  if (seen < Seen::known) seen = std::max(seen, unfold(raw, inner, depth, out));
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
  if (depth < kDeepestEnvelope)
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

/// `texts`: strings among the elements are originals too.
RecordReader::Seen RecordReader::elements(std::string_view array, bool texts, const Outer& outer, int depth, Batch& out) {
  if (depth > kDeepestEnvelope) return Seen::no;
  Depth& level = *depths_[static_cast<std::size_t>(depth)];
  std::vector<std::string_view> list;
  list.swap(level.elements);
  list.clear();
  level.forget();
  const bool whole = walker_.elements(array, list);
  Seen seen = Seen::no;
  for (const std::string_view element : list) {
    Seen s = Seen::no;
    if (element.starts_with('['))
      s = elements(element, texts, outer, depth + 1, out);
    else if (element.starts_with('{'))
      s = object(element, outer, depth + 1, out);
    else if (texts && element.starts_with('"'))
      s = token_text("message", element, outer, depth, out);
    seen = std::max(seen, s);
  }
  if (texts && seen == Seen::no)
    if (const auto bytes = text_of_numbers(list))
      seen = text(level.more(level.keep_more(*bytes)), outer, depth + 1, out);
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

RecordReader::Seen RecordReader::plain(TextRecord& record, int depth, Batch& out) {
  if (depth < kDeepestEnvelope && is_json_string(record.text)) return quoted(record.text, record.outer, depth, out);
  Seen seen = shaped(record, out);
  if (seen == Seen::no) seen = laid_out(record, depth, out);
  if (seen == Seen::no) seen = with_json(record, depth, out);
  if (seen == Seen::no) seen = with_pairs(record, depth, out);
  if (seen == Seen::no && depth < kDeepestEnvelope) seen = coded(record.text, record.outer, depth, out);
  return seen;
}

/// Formats whose shape reads the line itself; the one that read the last line first.
RecordReader::Seen RecordReader::shaped(TextRecord& record, Batch& out) {
  const std::vector<Format>& all = formats_.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t index = (last_text_ + i) % all.size();
    const Format& format = all[index];
    if (!format.shape || !format.recognise.empty() || (only_ >= 0 && only_ != static_cast<int>(index))) continue;
    record.state = states_[index].get();
    const Verdict verdict = reader_.read_text(format, record, table_, reading_);
    if (verdict == Verdict::not_mine) continue;
    last_text_ = index;
    return take(index, verdict, out);
  }
  return Seen::no;
}

void RecordReader::fill(int node, std::string_view value) {
  if (node < 0) return;
  const PathSet::Node& n = formats_.paths().node(node);
  const auto kind = value.empty() ? FieldTable::Kind::null : FieldTable::Kind::text;
  for (const int slot : n.slots) table_.set(slot, {value, kind});
  if (n.json >= 0) walker_.walk_inside(value, formats_.paths().node(n.json), table_);
}

/// Lines of cells between separators, in the order that a format file gives.
RecordReader::Seen RecordReader::laid_out(const TextRecord& record, int depth, Batch& out) {
  for (const Format& format : formats_.all()) {
    if (format.layouts.empty() || record.text.find(format.separator) == std::string_view::npos) continue;
    std::vector<std::string_view> cells;
    if (!split_cells(record.text, format.separator, cells)) continue;
    for (const std::vector<std::string>& names : format.layouts) {
      const bool open = names.back() == "*";
      if (open ? cells.size() + 1 < names.size() : names.size() != cells.size()) continue;
      table_.clear();
      for (std::size_t i = 0; i < std::min(cells.size(), names.size() - (open ? 1 : 0)); ++i)
        if (!names[i].empty()) fill(formats_.paths().column(names[i]), cells[i]);
      const Seen seen = classify(record.text, record.outer, depth, out);
      if (seen == Seen::foreign) --out.foreign_records;
      if (seen == Seen::known) return seen;
    }
  }
  return Seen::no;
}

/// A line that some program wrote around a JSON object, which may go on over the next lines.
RecordReader::Seen RecordReader::with_json(TextRecord& record, int depth, Batch& out) {
  const std::string_view line = trim(record.text);
  Outer outer = record.outer;
  outer.line = line;
  if (!outer.time) outer.time = time_before(line);
  if (line.ends_with('{') && !record.rest.empty()) {
    const auto brace = static_cast<std::size_t>(line.data() + line.size() - 1 - record.rest.data());
    const std::string_view from = record.rest.substr(brace);
    const JsonExtent extent = json_extent(from);
    if (extent.state != JsonExtent::State::whole) return Seen::no;
    const Seen seen = object(from.substr(0, extent.length), outer, depth, out);
    if (seen != Seen::known) return Seen::no;
    record.taken = brace + extent.length;
    if (const std::size_t end = record.rest.find('\n', record.taken); end != std::string_view::npos) record.taken = end + 1;
    return seen;
  }
  const std::size_t open = line.substr(0, 600).find("{\"");
  const std::size_t spaced = line.substr(0, 600).find("{ \"");
  const std::size_t from = std::min(open, spaced);
  const std::size_t close = line.rfind('}');
  if (from == std::string_view::npos || close == std::string_view::npos || close < from) return Seen::no;
  const Seen seen = object(line.substr(from, close + 1 - from), outer, depth, out);
  return seen == Seen::known ? seen : Seen::no;
}

RecordReader::Seen RecordReader::with_pairs(const TextRecord& record, int depth, Batch& out) {
  if (!split_pairs(record.text, pairs_, pair_texts_)) return Seen::no;
  table_.clear();
  for (const Pair& pair : pairs_) fill(formats_.paths().column(pair.key), pair.value);
  if (record.outer.topic.size() > 1) fill(formats_.paths().column("@topic"), record.outer.topic);
  const Seen seen = classify(record.text, record.outer, depth, out);
  if (seen == Seen::foreign) --out.foreign_records;
  return seen == Seen::foreign ? Seen::no : seen;
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
    return take(index, verdict, out);
  }
  return Seen::no;
}

RecordReader::Seen RecordReader::take(std::size_t format, Verdict verdict, Batch& out) {
  if (verdict == Verdict::malformed) {
    ++out.tallies[format].proofs;
    return Seen::broken;
  }
  const bool event = verdict == Verdict::password_grant;
  if (verdict == Verdict::neighbour) {
    out.count(format, {}, reading_.time, 0, false, false);
    return Seen::known;
  }
  out.count(format, reading_.tenant, reading_.time, event ? reading_.event.count : 0, reading_.shows_success, true);
  if (!reading_.tenant_name.empty() && reading_.tenant_name != reading_.tenant)
    out.names.insert({formats_.all()[format].idp, std::string(reading_.tenant), std::string(reading_.tenant_name)});
  out.leaks += reading_.leaks ? 1U : 0U;
  if (event || verdict == Verdict::part_of_sign_in) {
    out.zoneless += reading_.event.zone_known ? 0U : 1U;
    std::swap(out.events.add(), reading_.event);
  }
  return Seen::known;
}

void RecordReader::empty_table(const Columns& columns, Batch& out) {
  constexpr std::ptrdiff_t kFewest = 3;  ///< columns that tell a table
  table_.clear();
  for (const int node : columns.nodes) fill(node, {});
  const auto asked = [](const Condition& c) { return c.test == Condition::Test::has; };
  for (const Format& format : formats_.all())
    for (const std::vector<Condition>& list : format.recognise) {
      std::vector<Condition> columns_only;
      std::copy_if(list.begin(), list.end(), std::back_inserter(columns_only), asked);
      const auto wanted = std::count_if(columns_only.begin(), columns_only.end(), [](const Condition& c) { return !c.negated; });
      out.known_table |= wanted >= kFewest && holds(columns_only, format, table_);
    }
}

void RecordReader::row(const std::vector<std::string_view>& cells, const Columns& columns, std::string_view raw,
                       std::uint64_t line, Batch& out) {
  line_ = line;
  table_.clear();
  if (!columns.table.empty()) table_.set(formats_.table_slot(), {columns.table, FieldTable::Kind::text});
  const std::size_t n = std::min(cells.size(), columns.nodes.size());
  for (std::size_t i = 0; i < n; ++i) fill(columns.nodes[i], cells[i]);
  if (classify(raw, {}, 0, out) == Seen::broken) note_bad("unreadable row", raw, out);
}

}  // namespace ropc::logparsers
