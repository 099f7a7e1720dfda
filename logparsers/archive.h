#pragma once

#include <memory>
#include <string_view>

#include "logparsers/byte_source.h"

namespace ropc::logparsers {

/// Reads the files of an archive one after the other, while it streams.
class Archive {
 public:
  virtual ~Archive() = default;
  /// Goes to the next file, past the rest of the last one; false at the end. An error ends the archive.
  virtual Result<bool> next() = 0;
  /// Bytes of the file; 0 is its end.
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
};

/// By the first 512 bytes: POSIX tar (ustar, pax, GNU), zip (stored and deflated files).
bool is_tar(std::string_view front);
bool is_zip(std::string_view front);

/// The archive that `source` begins with; nullptr when it is none. `source` must outlive it.
std::unique_ptr<Archive> archive_of(Peekable& source);

}  // namespace ropc::logparsers
