#include "common/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

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

/// False: errno says why.
bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(fd, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

/// The file that a link stands for, so that the link stays one; the path itself where there is none.
std::string target_of(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : path;
}

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
  struct stat info {};
  // A device or a FIFO (-o /dev/null) is written to; a file of that name must not take its place.
  if (::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) {
    const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.get() >= 0 && write_all(device.get(), text)) return {};
    return fail(ErrorCode::io, "cannot be written: " + reason(), path);
  }
  const std::string target = target_of(path);
  std::string temporary = target + ".XXXXXX";
  const Descriptor file(::mkstemp(temporary.data()));
  if (file.get() < 0) return fail(ErrorCode::io, "cannot be written: " + reason(), path);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (write_all(file.get(), text) && ::fchmod(file.get(), 0666U & ~mask) == 0 &&
      ::rename(temporary.c_str(), target.c_str()) == 0)
    return {};
  const std::string why = reason();
  ::unlink(temporary.c_str());
  return fail(ErrorCode::io, "cannot be written: " + why, path);
}

}  // namespace ropc
