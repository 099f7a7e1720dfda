#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/byte_source.h"
#include "logparsers/formats.h"
#include "logparsers/record_reader.h"
#include "logparsers/room.h"

namespace ropc::logparsers {

/// Some whole records, with their bytes. Any two chunks of an input can be read by different threads.
struct Chunk {
  enum class Kind : std::uint8_t { lines, json, csv, copy };
  struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t line = 0;
  };
  struct Fault {
    std::string reason;
    std::uint64_t line = 0;
    std::string text;
  };

  Kind kind = Kind::lines;
  Room bytes;                          ///< kJsonPadding longer than `size`
  std::size_t size = 0;
  bool begins = false;                 ///< nothing of the stream stands before it
  std::uint64_t first_line = 1;        ///< of kind lines; there all numbers count from the end of the chunk before
  std::vector<Piece> records;          ///< of all kinds but lines
  std::shared_ptr<const Columns> columns;
  std::vector<Fault> faults;           ///< what could not even be framed

  [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

/// Reads a chunk's records with `reader`.
void read_chunk(const Chunk& chunk, RecordReader& reader, Batch& out);

/// Cuts a stream into chunks. What the stream is (lines, one JSON document, a table with a header, a database dump) is
/// seen from its first bytes. Bounded memory: a longer record is a fault.
class Framer {
 public:
  /// `only_lines`: the stream is the rest of one that was read as lines.
  Framer(Peekable& source, const Formats& formats, bool only_lines = false);
  ~Framer();
  Framer(const Framer&) = delete;
  Framer& operator=(const Framer&) = delete;

  /// The next chunk; false at the end. After an error the chunks so far stay valid. The room of a chunk that was read
  /// is used again.
  Result<bool> next(Chunk& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ropc::logparsers
