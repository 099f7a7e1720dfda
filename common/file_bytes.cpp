#include "common/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ropc {
namespace {

/// Closes the descriptor it holds.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

std::string reason() { return std::strerror(errno); }

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t limit) {
  // O_NONBLOCK: opening a FIFO without a writer must not hang.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return fail(ErrorCode::io, "cannot be opened: " + reason(), path);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return fail(ErrorCode::io, "cannot be read: " + reason(), path);
  if (S_ISDIR(info.st_mode)) return fail(ErrorCode::io, "is a folder, a file is needed", path);
  if (!S_ISREG(info.st_mode)) return fail(ErrorCode::io, "is not a regular file", path);
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > limit)
    return fail(ErrorCode::limit,
                "has " + std::to_string(size) + " bytes, more than the limit of " + std::to_string(limit), path);
  std::string bytes(size, '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::io, "cannot be read: " + reason(), path);
    if (got == 0) break;  // the file shrank while it was read
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

Result<void> write_file(const std::string& path, const std::string& text) {
  std::string temporary = path + ".XXXXXX";
  const int fd = ::mkstemp(temporary.data());
  if (fd < 0) return fail(ErrorCode::io, "cannot be written: " + reason(), path);
  const Descriptor file(fd);
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t put = ::write(fd, text.data() + done, text.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) {
      const std::string why = reason();
      ::unlink(temporary.c_str());
      return fail(ErrorCode::io, "cannot be written: " + why, path);
    }
    done += static_cast<std::size_t>(put);
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(fd, 0666U & ~mask) != 0 || ::rename(temporary.c_str(), path.c_str()) != 0) {
    const std::string why = reason();
    ::unlink(temporary.c_str());
    return fail(ErrorCode::io, "cannot be written: " + why, path);
  }
  return {};
}

}  // namespace ropc
