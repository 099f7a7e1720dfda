#include "cli/file_state.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>
#include <utility>

namespace ropc::cli {
namespace {

constexpr std::uint64_t kEnd = 4 << 10;           ///< bytes at both ends that a file is known by
constexpr std::uint64_t kLongestLine = 8 << 20;

/// An open file.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

  /// The bytes [from, until), fewer when the file has become shorter.
  [[nodiscard]] std::string bytes(std::uint64_t from, std::uint64_t until) const {
    std::string out(static_cast<std::size_t>(until - from), '\0');
    std::size_t have = 0;
    while (have < out.size()) {
      const ssize_t got = ::pread(fd_, out.data() + have, out.size() - have, static_cast<off_t>(from + have));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      have += static_cast<std::size_t>(got);
    }
    out.resize(have);
    return out;
  }

  [[nodiscard]] std::pair<Digest, Digest> ends(std::uint64_t size) const {
    const std::uint64_t length = std::min(size, kEnd);
    return {digest_of(bytes(0, length)), digest_of(bytes(size - length, size))};
  }

  /// Where the last line end before `size` is behind; 0 when a line is longer than any record.
  [[nodiscard]] std::uint64_t last_line_end(std::uint64_t size) const {
    constexpr std::uint64_t kStep = 64 << 10;
    for (std::uint64_t end = size; end > 0 && size - end < kLongestLine;) {
      const std::uint64_t from = end - std::min(end, kStep);
      const std::size_t found = bytes(from, end).rfind('\n');
      if (found != std::string::npos) return from + found + 1;
      end = from;
    }
    return 0;
  }

 private:
  int fd_;
};

}  // namespace

Result<FileState> file_state(const std::string& path, const Digest& way, bool whole_lines) {
  const Descriptor file(path);
  struct stat info {};
  if (file.get() < 0 || ::fstat(file.get(), &info) != 0)
    return fail(ErrorCode::io, std::string("cannot be opened: ") + std::strerror(errno), path);
  if (!S_ISREG(info.st_mode)) return fail(ErrorCode::io, "is no regular file", path);
  FileState out;
  out.size = static_cast<std::uint64_t>(info.st_size);
  if (whole_lines) out.size = file.last_line_end(out.size);
  out.modified = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
  std::tie(out.head, out.tail) = file.ends(out.size);
  out.way = way;
  return out;
}

bool grown(const std::string& path, const FileState& then, const FileState& now) {
  if (now.size <= then.size || now.way != then.way) return false;
  const Descriptor file(path);
  return file.get() >= 0 && file.ends(then.size) == std::make_pair(then.head, then.tail);
}

}  // namespace ropc::cli
