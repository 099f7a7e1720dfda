#include "logparsers/framer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <optional>
#include <utility>

#include "common/text.h"
#include "logparsers/json_walk.h"
#include "logparsers/peel.h"
#include "logparsers/shapes/modsecurity_block.h"
#include "logparsers/table_head.h"
#include "logparsers/table_row.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kChunk = 1 << 20;
constexpr std::size_t kMaxRecord = 8 << 20;   ///< a longer line, row or JSON record is not read
constexpr std::size_t kMaxWhole = 4 << 20;    ///< a longer JSON object is an envelope: its arrays are read piece by piece
constexpr std::size_t kSniff = 64 << 10;
constexpr std::size_t kMaxOpen = 16;          ///< envelopes inside envelopes

std::string_view first_line_of(std::string_view text) { return text.substr(0, text.find('\n')); }

/// Whether a record can begin with this line: no line inside a pretty-printed value or a block of lines does.
bool begins_record(std::string_view line) {
  constexpr std::array<std::string_view, 7> inside = {"WHO:",  "WHAT:", "ACTION:", "APPLICATION:",
                                                      "WHEN:", "CLIENT IP ADDRESS:", "SERVER IP ADDRESS:"};
  const char c = line.empty() ? '\0' : line.front();
  if (c >= 'A' && c <= 'Z')
    return std::none_of(inside.begin(), inside.end(), [&](std::string_view word) { return line.starts_with(word); });
  return c == '{' || c == '[' || c == '<' || c == '\x1b' || c == '\xEF' || (c >= '0' && c <= '9') ||
         (c >= 'a' && c <= 'z');
}

}  // namespace

void read_chunk(const Chunk& chunk, RecordReader& reader, Batch& out) {
  out.begins = chunk.begins;
  for (const Chunk::Fault& fault : chunk.faults) out.bad.add(fault.reason, fault.line, fault.text);
  const std::string_view text = chunk.text();
  if (chunk.kind == Chunk::Kind::lines) {
    reader.lines(text, chunk.first_line, chunk.begins, out);
    return;
  }
  out.spans = true;
  std::vector<std::string_view> cells;
  std::deque<std::string> owned;
  for (const Chunk::Piece& piece : chunk.records) {
    const std::string_view record = text.substr(piece.begin, piece.end - piece.begin);
    if (chunk.kind == Chunk::Kind::json) {
      reader.json(record, piece.line, out);
      continue;
    }
    if (chunk.kind == Chunk::Kind::copy)
      split_copy_row(record, cells, owned);
    else
      split_row(record, chunk.columns->separator, cells, owned);
    if (cells.size() != chunk.columns->count)
      out.bad.add("row with another number of cells than its header", piece.line, record);
    else
      reader.row(cells, *chunk.columns, record, piece.line, out);
  }
  if (chunk.records.empty() && chunk.columns) reader.empty_table(*chunk.columns, out);
}

struct Framer::Impl {
  Impl(Peekable& from, const Formats& all, bool only_lines) : source(from), formats(all), untouched(!only_lines) {
    if (!only_lines) sniff();
  }

  Peekable& source;
  const Formats& formats;
  Chunk::Kind kind = Chunk::Kind::lines;
  Room buffer;
  std::size_t size = 0;          ///< bytes in the buffer
  std::size_t at = 0;            ///< next byte to frame
  bool ended = false;
  bool untouched;                ///< nothing of the stream was handed over yet
  std::uint64_t line = 1;        ///< number of the line at `at`; of kind lines, counted from the last chunk's end
  std::optional<Error> failure;
  std::shared_ptr<const Columns> columns;
  std::string header;            ///< of a CSV file, once it was passed
  bool cut = false;              ///< the JSON document was cut, and that was said
  bool list = false;             ///< the JSON document is an array
  std::size_t open = 0;          ///< JSON containers that are read piece by piece
  bool dump = false;             ///< a database dump: lines, with tables in between
  bool blocks = false;           ///< ModSecurity's audit log: a record begins with its own kind of line only
  std::vector<Chunk::Fault> faults;
  [[nodiscard]] std::string_view text() const { return {buffer.data(), size}; }

  void sniff() {
    const std::string_view front = source.peek(kSniff);
    const std::string_view body = trim(front);
    const std::string_view line_one = first_line_of(body);
    if (body.starts_with('[') || body.starts_with('{')) {
      const JsonExtent extent = json_extent(line_one);
      const bool json = body.starts_with('{') || trim(body.substr(1)).empty() ||
                        std::string_view("{[\"]").find(trim(body.substr(1)).front()) != std::string_view::npos;
      const bool whole = extent.state == JsonExtent::State::whole && trim(line_one.substr(extent.length)).empty();
      list = body.starts_with('[');
      if (json && (list || !whole)) kind = Chunk::Kind::json;
      return;
    }
    dump = front.find("PostgreSQL database dump") != std::string_view::npos || front.starts_with("COPY ") ||
           front.find("\nCOPY ") != std::string_view::npos;
    if (dump) {
      kind = Chunk::Kind::copy;
      return;
    }
    blocks = !modsecurity_boundary(line_one, 'A').empty();
    columns = columns_of(line_one, formats);
    if (columns) kind = Chunk::Kind::csv;
  }

  /// More bytes behind those that are there; false at the end of the stream.
  bool more() {
    if (ended) return false;
    const std::size_t room = kChunk;
    buffer.reserve(size + room + kJsonPadding, size);
    std::size_t got_all = 0;
    while (got_all < room) {
      auto got = source.read(buffer.data() + size, room - got_all);
      if (!got) failure = got.error();
      if (!got || *got == 0) {
        ended = true;
        break;
      }
      size += *got;
      got_all += *got;
    }
    return got_all > 0;
  }

  /// Hands the first `count` bytes over and keeps the rest.
  void hand_over(Chunk& out, std::size_t count) {
    buffer.reserve(size + kJsonPadding, size);
    out.bytes.reserve(size - count + kChunk + kJsonPadding, 0);
    std::copy_n(buffer.data() + count, size - count, out.bytes.data());
    buffer.swap(out.bytes);
    std::fill_n(out.bytes.data() + count, kJsonPadding, '\0');
    out.size = count;
    out.begins = std::exchange(untouched, false);
    size -= count;
    at = 0;
    out.faults = std::exchange(faults, {});
  }

  std::uint64_t count_lines(std::size_t from, std::size_t to) const {
    return static_cast<std::uint64_t>(std::count(buffer.data() + from, buffer.data() + to, '\n'));
  }

  void fault(const char* reason, std::size_t from, std::size_t to) {
    faults.push_back({reason, line, std::string(text().substr(from, std::min<std::size_t>(to - from, 400)))});
  }

  // --- lines -------------------------------------------------------------------------------------------------------

  bool lines(Chunk& out) {
    if (size < kChunk) more();
    while (true) {
      const std::size_t end = ended ? size : last_boundary();
      if (end > 0) {
        out.first_line = std::exchange(line, 1);
        hand_over(out, end);
        return true;
      }
      if (ended) return only_faults(out);
      if (size > kMaxRecord) skip_line();
      if (!more() && size == 0) return only_faults(out);
    }
  }

  bool only_faults(Chunk& out) {
    if (faults.empty()) return false;
    out.first_line = std::exchange(line, 1);
    hand_over(out, 0);
    return true;
  }

  /// Behind the last line end after which a record begins, or the last syslog frame where there are no lines; 0 when
  /// there is none.
  std::size_t last_boundary() const {
    std::size_t plain = 0;
    for (std::size_t end = size; end > 0;) {
      const std::size_t found = text().rfind('\n', end - 1);
      if (found == std::string_view::npos) break;
      if (plain == 0) plain = found + 1;
      if (found + 1 < size && begins(text().substr(found + 1))) return found + 1;
      end = found;
    }
    if (plain > 0) return size > kMaxRecord ? plain : 0;
    std::size_t frames = 0;
    while (const std::size_t length = octet_frame(text().substr(frames))) frames += length;
    return frames < size ? frames : 0;
  }

  [[nodiscard]] bool begins(std::string_view rest) const {
    return blocks ? !modsecurity_boundary(first_line_of(rest), 'A').empty() : begins_record(rest);
  }

  /// Drops a line that is longer than any record.
  void skip_line() {
    fault("longer than 8 MiB", 0, size);
    while (true) {
      const std::size_t end = text().find('\n');
      if (end != std::string_view::npos) {
        drop(end + 1);
        ++line;
        return;
      }
      size = 0;
      if (!more()) return;
    }
  }

  void drop(std::size_t count) {
    std::copy(buffer.data() + count, buffer.data() + size, buffer.data());
    size -= count;
    at = 0;
  }

  // --- one JSON document, or several ---------------------------------------------------------------------------------

  bool json(Chunk& out) {
    while (at < kChunk) {
      if (at >= size && !more()) break;
      if (!json_step(out)) break;
    }
    if (at == 0 && faults.empty()) return false;
    hand_over(out, at);
    return true;
  }

  void pass(std::size_t to) {
    line += count_lines(at, to);
    at = to;
  }

  /// Takes what stands at `at`; false at the end of the stream.
  bool json_step(Chunk& out) {
    const char c = buffer.data()[at];
    if (c == '{') return json_object(out);
    if (c == '[' && open < kMaxOpen) ++open;
    if ((c == ']' || c == '}') && open > 0) --open;
    if (c == '"') return json_string(out);
    pass(at + 1);
    return true;
  }

  /// A member's name, or a text among the elements: of a document that is one array, a record.
  bool json_string(Chunk& out) {
    std::size_t end = at + 1;
    while (true) {
      for (; end < size && text()[end] != '"' && text()[end] != '\n'; ++end)
        if (text()[end] == '\\') ++end;
      if (end < size || size - at > kMaxRecord || !more()) break;
    }
    if (open == 1 && list && end < size && text()[end] == '"' && end - at > 20) out.records.push_back({at, end + 1, line});
    pass(std::min(end + 1, size));
    return true;
  }

  bool json_object(Chunk& out) {
    while (true) {
      const JsonExtent extent = json_extent(text().substr(at));
      if (extent.state == JsonExtent::State::whole) {
        out.records.push_back({at, at + extent.length, line});
        pass(at + extent.length);
        return true;
      }
      if (extent.state == JsonExtent::State::broken) return json_resync(extent.length);
      if (size - at > kMaxWhole && open < kMaxOpen) {
        ++open;
        pass(at + 1);
        return true;
      }
      if (size - at > kMaxRecord) return json_resync(size - at);
      // Twice as much each time, so that a long object is not looked through once a chunk.
      const std::size_t seen = size - at;
      const std::size_t wanted = std::min(seen * 2, seen > kMaxWhole ? kMaxRecord + 1 : kMaxWhole + 1);
      while (size - at < wanted && more()) {
      }
      if (size - at == seen) return json_cut();
    }
  }

  /// The stream ends inside an object: an envelope's elements are still whole.
  bool json_cut() {
    if (!std::exchange(cut, true)) fault("cut at the end of the file", at, size);
    if (open >= kMaxOpen) {
      pass(size);
      return true;
    }
    ++open;
    pass(at + 1);
    return true;
  }

  bool json_resync(std::size_t length) {
    fault("cut or broken JSON", at, at + length);
    const std::size_t next = text().find('\n', at + std::max<std::size_t>(length, 1) - 1);
    pass(next == std::string_view::npos ? std::min(at + std::max<std::size_t>(length, 1), size) : next + 1);
    return true;
  }

  // --- tables --------------------------------------------------------------------------------------------------------

  bool csv(Chunk& out) {
    out.columns = columns;
    while (at < kChunk) {
      std::size_t end = row_end(text(), at, columns->separator);
      while (end == std::string_view::npos && size - at <= kMaxRecord && more()) end = row_end(text(), at, columns->separator);
      if (end == std::string_view::npos && size - at > kMaxRecord) {
        fault("a quote that is never closed", at, size);
        end = std::min(text().find('\n', at), size - 1) + 1;
        pass(end);
        continue;
      }
      if (end == std::string_view::npos) end = size;
      if (end == at) break;
      const std::string_view row = trim(text().substr(at, end - at));
      if (!row.empty() && !is_header(row)) out.records.push_back({at, end, line});
      pass(end);
    }
    if (at == 0 && faults.empty()) return false;
    hand_over(out, at);
    return true;
  }

  /// The first row, and its like where exports were put one behind the other.
  bool is_header(std::string_view row) {
    if (header.empty()) header = row;
    return row == header;
  }

  bool copy(Chunk& out) {
    out.columns = columns;
    while (at < kChunk) {
      std::size_t end = text().find('\n', at);
      while (end == std::string_view::npos && size - at <= kMaxRecord && more()) end = text().find('\n', at);
      end = end == std::string_view::npos ? size : end + 1;
      if (end == at) break;
      const std::string_view row = trim(text().substr(at, end - at));
      if (columns && row == "\\.") {
        columns.reset();
      } else if (columns) {
        if (columns->count > 0) out.records.push_back({at, end, line});
      } else if (const auto head = copy_head(row)) {
        // One table a chunk.
        pass(end);
        begin_table(*head);
        break;
      }
      pass(end);
    }
    if (at == 0 && faults.empty()) return false;
    hand_over(out, at);
    return true;
  }

  void begin_table(const CopyHead& head) {
    auto made = std::make_shared<Columns>();
    made->separator = '\t';
    made->count = head.columns.size();
    for (const std::string& name : head.columns) made->nodes.push_back(formats.paths().column(name));
    made->table = head.table;
    if (std::none_of(made->nodes.begin(), made->nodes.end(), [](int n) { return n >= 0; })) made->count = 0;
    columns = std::move(made);
  }
};

Framer::Framer(Peekable& source, const Formats& formats, bool only_lines)
    : impl_(std::make_unique<Impl>(source, formats, only_lines)) {}
Framer::~Framer() = default;

Result<bool> Framer::next(Chunk& out) {
  Chunk next;
  next.bytes.swap(out.bytes);
  next.kind = impl_->kind;
  out = std::move(next);
  bool got = false;
  switch (impl_->kind) {
    case Chunk::Kind::lines: got = impl_->lines(out); break;
    case Chunk::Kind::json: got = impl_->json(out); break;
    case Chunk::Kind::csv: got = impl_->csv(out); break;
    case Chunk::Kind::copy: got = impl_->copy(out); break;
  }
  if (!got && impl_->failure) return tl::unexpected(*std::exchange(impl_->failure, std::nullopt));
  return got;
}

}  // namespace ropc::logparsers
