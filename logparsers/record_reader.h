#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/batch.h"
#include "logparsers/format.h"
#include "logparsers/formats.h"
#include "logparsers/json_walk.h"
#include "logparsers/pairs.h"

namespace ropc::logparsers {

/// A table's columns, known from its header or its dump statement.
struct Columns {
  char separator = ',';
  std::vector<int> nodes;          ///< by column: index of its PathSet node, or -1
  std::size_t count = 0;           ///< 0: nobody asks for this table
  std::string table;               ///< its name in a dump; empty: not told
};

/// Reads records, one after the other, into a batch: takes wrappers off, finds the format, applies it. One per
/// thread; reused. Texts given to it must be followed by kJsonPadding readable bytes.
class RecordReader {
 public:
  RecordReader(const Formats& formats, const UserDigester* users, int only);
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// A run of whole lines; JSON values may take several of them. `first_line` counts from 1; `begins`: nothing of the
  /// input stands before it.
  void lines(std::string_view text, std::uint64_t first_line, bool begins, Batch& out);
  /// One whole JSON value.
  void json(std::string_view text, std::uint64_t line, Batch& out);
  /// One row of a table, with its cells as they are meant.
  void row(const std::vector<std::string_view>& cells, const Columns& columns, std::string_view raw, std::uint64_t line,
           Batch& out);
  /// A table with a header and no rows: notes whether a format asks for such rows.
  void empty_table(const Columns& columns, Batch& out);

 private:
  struct Depth;
  enum class Seen : std::uint8_t { no, foreign, known, broken };

  std::size_t line(std::string_view text, std::size_t at, std::size_t end, std::uint64_t number, Batch& out);
  Seen object(std::string_view text, const Outer& outer, int depth, Batch& out);
  Seen text(std::string_view text, const Outer& outer, int depth, Batch& out);
  Seen plain(TextRecord& record, int depth, Batch& out);
  Seen shaped(TextRecord& record, Batch& out);
  Seen laid_out(const TextRecord& record, int depth, Batch& out);
  Seen with_json(TextRecord& record, int depth, Batch& out);
  Seen with_pairs(const TextRecord& record, int depth, Batch& out);
  void fill(int node, std::string_view value);
  Seen classify(std::string_view raw, const Outer& outer, int depth, Batch& out);
  bool fields_derived(std::string_view raw, const Outer& outer, std::size_t texts, int depth, const Outer& inner,
                      Batch& out, Seen& seen);
  Seen elements(std::string_view array, bool texts, const Outer& outer, int depth, Batch& out);
  Seen unfold(std::string_view raw, const Outer& outer, int depth, Batch& out);
  Seen token_text(std::string_view name, std::string_view token, const Outer& outer, int depth, Batch& out);
  Seen quoted(std::string_view token, const Outer& outer, int depth, Batch& out);
  Seen coded(std::string_view line, const Outer& outer, int depth, Batch& out);
  Seen inner_lines(std::string_view text, const Outer& outer, int depth, Batch& out);
  Seen fields(std::string_view raw, const Outer& outer, bool derived, Batch& out);
  Seen take(std::size_t format, Verdict verdict, Batch& out);
  void note_bad(std::string_view reason, std::string_view text, Batch& out);

  const Formats& formats_;
  FormatReader reader_;
  JsonWalker walker_;
  FieldTable table_;
  Reading reading_;
  std::vector<std::unique_ptr<Depth>> depths_;
  std::vector<std::unique_ptr<ShapeState>> states_;  ///< by index of the format; null where its shape has none
  std::vector<Pair> pairs_;
  std::deque<std::string> pair_texts_;
  int only_;
  std::size_t last_fields_ = 0;
  std::size_t last_text_ = 0;
  std::uint64_t line_ = 0;
  bool begun_ = false;  ///< these are not the first lines of the input
};

}  // namespace ropc::logparsers
