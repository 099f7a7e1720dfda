#pragma once

#include <cstdint>
#include <string>

#include "common/result.h"

namespace ropc {

/// Reads a whole regular file. Fails with ErrorCode::limit when it is longer than `limit` bytes, and with
/// ErrorCode::io when it is no regular file (a FIFO or device is never opened for reading) or cannot be read.
Result<std::string> read_file(const std::string& path, std::uint64_t limit);

/// Writes `text` to a new temporary neighbour of the file and renames it, so that a reader never sees half a file. A link
/// stays a link; a device or FIFO is written to as it is.
Result<void> write_file(const std::string& path, const std::string& text);

}  // namespace ropc
