#include "logparsers/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "logparsers/decompress.h"
#include "logparsers/utf16.h"

namespace ropc::logparsers {
namespace {

class DescriptorSource final : public ByteSource {
 public:
  DescriptorSource(int fd, bool owned, std::string path, std::uint64_t most)
      : fd_(fd), owned_(owned), path_(std::move(path)), left_(most) {}
  ~DescriptorSource() override {
    if (owned_) ::close(fd_);
  }
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    while (true) {
      const ssize_t got = ::read(fd_, to, static_cast<std::size_t>(std::min<std::uint64_t>(size, left_)));
      if (got >= 0) {
        left_ -= static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno == EAGAIN || errno == EWOULDBLOCK) {
        pollfd waiting{fd_, POLLIN, 0};
        ::poll(&waiting, 1, -1);
      } else if (errno != EINTR) {
        return fail(ErrorCode::io, std::string("cannot be read: ") + std::strerror(errno), path_);
      }
    }
  }

 private:
  int fd_;
  bool owned_;
  std::string path_;
  std::uint64_t left_;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view text) : rest_(text) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    const std::size_t n = std::min(size, rest_.size());
    std::copy_n(rest_.begin(), n, to);
    rest_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view rest_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_path(const std::string& path, std::uint64_t from, std::uint64_t until) {
  if (path == "-") return std::make_unique<DescriptorSource>(STDIN_FILENO, false, path, UINT64_MAX);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return fail(ErrorCode::io, std::string("cannot be opened: ") + std::strerror(errno), path);
  auto source = std::make_unique<DescriptorSource>(fd, true, path, until - std::min(from, until));
  struct stat info {};
  if (::fstat(fd, &info) != 0) return fail(ErrorCode::io, std::string("cannot be read: ") + std::strerror(errno), path);
  if (S_ISDIR(info.st_mode)) return fail(ErrorCode::io, "is a folder, a file is needed", path);
  if (from > 0 && ::lseek(fd, static_cast<off_t>(from), SEEK_SET) < 0)
    return fail(ErrorCode::io, std::string("cannot be read: ") + std::strerror(errno), path);
  return source;
}

std::unique_ptr<ByteSource> memory_source(std::string_view text) { return std::make_unique<MemorySource>(text); }

std::string_view Peekable::peek(std::size_t size) {
  constexpr std::size_t kStep = 64 << 10;
  if (at_ > 0) front_.erase(0, std::exchange(at_, 0));
  while (front_.size() < size && !ended_) {
    const std::size_t have = front_.size();
    front_.resize(have + kStep);
    const Result<std::size_t> got = from_->read(front_.data() + have, kStep);
    // The error comes again from the next read().
    front_.resize(have + got.value_or(0));
    if (got.value_or(0) == 0) ended_ = true;
  }
  return std::string_view(front_).substr(0, size);
}

Result<std::size_t> Peekable::read(char* to, std::size_t size) {
  if (at_ == front_.size()) return from_->read(to, size);
  const std::size_t n = std::min(size, front_.size() - at_);
  std::copy_n(front_.data() + at_, n, to);
  at_ += n;
  if (at_ == front_.size()) {
    front_.clear();
    front_.shrink_to_fit();
    at_ = 0;
  }
  return n;
}

bool is_bare(std::string_view front) {
  return !is_gzip(front) && !is_zstd(front) && !utf16_of(front) && !front.starts_with("\xEF\xBB\xBF");
}

std::unique_ptr<Peekable> peeled(std::unique_ptr<Peekable> source) {
  constexpr int kDeepest = 8;
  std::unique_ptr<Peekable> out = std::move(source);
  for (int depth = 0; depth < kDeepest; ++depth) {
    const std::string_view front = out->peek(4096);
    std::unique_ptr<ByteSource> inner;
    if (is_gzip(front))
      inner = gunzip(std::move(out));
    else if (is_zstd(front))
      inner = unzstd(std::move(out));
    else if (const auto encoding = utf16_of(front))
      inner = from_utf16(std::move(out), *encoding);
    else
      break;
    out = std::make_unique<Peekable>(std::move(inner));
  }
  if (out->peek(3) == "\xEF\xBB\xBF") {
    char mark[3];
    (void)out->read(mark, sizeof mark);
  }
  return out;
}

}  // namespace ropc::logparsers
