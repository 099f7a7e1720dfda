#pragma once

#include <cstdint>
#include <string>

#include "common/result.h"
#include "model/usage_sink.h"

namespace ropc::cli {

/// What a regular file is now, or (`whole_lines`) what its whole lines are. Digests are taken of 4 KiB at both ends.
/// `way` is FileState::way. Fails when it cannot be read or is no regular file.
Result<FileState> file_state(const std::string& path, const Digest& way, bool whole_lines = false);

/// Whether the file, `now` larger than it was, begins with what it was then, as far as both ends of that tell.
bool grown(const std::string& path, const FileState& then, const FileState& now);

}  // namespace ropc::cli
