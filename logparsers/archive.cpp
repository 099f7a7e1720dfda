#include "logparsers/archive.h"

#include <zlib.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace ropc::logparsers {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::uint64_t kNoLimit = UINT64_MAX;

/// Takes exactly `size` bytes, or says that the archive is cut.
Result<std::string> take(Peekable& source, std::size_t size) {
  std::string out(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    auto got = source.read(out.data() + have, size - have);
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return fail(ErrorCode::syntax, "the archive ends early; what stands before the cut was read");
    have += *got;
  }
  return out;
}

Result<void> skip(Peekable& source, std::uint64_t size) {
  std::vector<char> buffer(64 << 10);
  while (size > 0) {
    auto got = source.read(buffer.data(), static_cast<std::size_t>(std::min<std::uint64_t>(size, buffer.size())));
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return fail(ErrorCode::syntax, "the archive ends early; what stands before the cut was read");
    size -= *got;
  }
  return {};
}

std::uint64_t little(std::string_view bytes) {
  std::uint64_t out = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) out = (out << 8U) | static_cast<unsigned char>(bytes[i - 1]);
  return out;
}

/// A number of a tar header: octal digits, or base 256 with the highest bit set (GNU).
std::uint64_t tar_number(std::string_view field) {
  std::uint64_t out = 0;
  if ((static_cast<unsigned char>(field.front()) & 0x80U) != 0) {
    for (const char c : field.substr(field.size() - 8)) out = (out << 8U) | static_cast<unsigned char>(c);
    return out;
  }
  for (const char c : field) {
    if (c < '0' || c > '7') {
      if (c == ' ' && out == 0) continue;
      break;
    }
    out = out * 8 + static_cast<std::uint64_t>(c - '0');
  }
  return out;
}

class TarArchive final : public Archive {
 public:
  explicit TarArchive(Peekable& source) : source_(source) {}

  Result<bool> next() override {
    if (auto ok = skip(source_, left_ + padding_); !ok) return tl::unexpected(ok.error());
    left_ = padding_ = 0;
    while (true) {
      const std::string_view front = source_.peek(kBlock);
      if (front.empty() || front.find_first_not_of('\0') == std::string_view::npos) return false;
      const auto header = take(source_, kBlock);
      if (!header) return tl::unexpected(header.error());
      if (!is_tar(*header)) return fail(ErrorCode::syntax, "the tar archive is damaged; what stands before the damage was read");
      const std::uint64_t size = tar_number(std::string_view(*header).substr(124, 12));
      if (size > (std::uint64_t{1} << 50U)) return fail(ErrorCode::syntax, "the tar archive is damaged; what stands before the damage was read");
      const std::uint64_t padding = (kBlock - size % kBlock) % kBlock;
      const char kind = (*header)[156];
      if (kind == '0' || kind == '\0') {
        left_ = size;
        padding_ = padding;
        return true;
      }
      if (auto ok = skip(source_, size + padding); !ok) return tl::unexpected(ok.error());
    }
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (left_ == 0) return std::size_t{0};
    auto got = source_.read(to, static_cast<std::size_t>(std::min<std::uint64_t>(left_, size)));
    if (!got) return got;
    if (*got == 0) return fail(ErrorCode::syntax, "the archive ends early; what stands before the cut was read");
    left_ -= *got;
    return got;
  }

 private:
  Peekable& source_;
  std::uint64_t left_ = 0;
  std::uint64_t padding_ = 0;
};

/// Files as their local headers name them (PKWARE APPNOTE 4.3.7), so that an archive can be read from a pipe.
class ZipArchive final : public Archive {
 public:
  explicit ZipArchive(Peekable& source) : source_(source) {}
  ~ZipArchive() override { close(); }
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  Result<bool> next() override {
    if (auto ok = pass_rest(); !ok) return tl::unexpected(ok.error());
    if (!is_zip(source_.peek(4))) return false;  // the directory at the end
    const auto header = take(source_, 30);
    if (!header) return tl::unexpected(header.error());
    const std::string_view h = *header;
    const std::uint64_t flags = little(h.substr(6, 2));
    const std::uint64_t method = little(h.substr(8, 2));
    left_ = little(h.substr(18, 4));
    const auto name = take(source_, static_cast<std::size_t>(little(h.substr(26, 2))));
    const auto extra = take(source_, static_cast<std::size_t>(little(h.substr(28, 2))));
    if (!name || !extra) return fail(ErrorCode::syntax, "the archive ends early; what stands before the cut was read");
    if (left_ == 0xFFFFFFFFU) left_ = long_size(*extra);
    if ((flags & 1U) != 0) return fail(ErrorCode::syntax, "the zip archive is encrypted");
    described_ = (flags & 8U) != 0;
    deflated_ = method == 8;
    if (!deflated_ && (method != 0 || described_))
      return fail(ErrorCode::syntax, "the zip archive is packed by a method that is not known here");
    if (described_) left_ = kNoLimit;
    ended_ = false;
    if (deflated_) open_ = ::inflateInit2(&stream_, -MAX_WBITS) == Z_OK;
    return true;
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (!deflated_) {
      auto got = source_.read(to, static_cast<std::size_t>(std::min<std::uint64_t>(left_, size)));
      if (got) left_ -= *got;
      return got;
    }
    if (ended_ || !open_ || size == 0) return std::size_t{0};
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
    const std::size_t wanted = stream_.avail_out;
    while (stream_.avail_out == wanted && !ended_)
      if (auto ok = step(); !ok) return tl::unexpected(ok.error());
    return wanted - stream_.avail_out;
  }

 private:
  /// Inflates what can be peeked, and takes only what was used: the next header follows at once.
  Result<void> step() {
    constexpr std::size_t kPiece = 64 << 10;
    const std::string_view piece = source_.peek(static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, left_)));
    if (piece.empty()) return fail(ErrorCode::syntax, "the archive ends early; what stands before the cut was read");
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
    stream_.avail_in = static_cast<uInt>(piece.size());
    const int code = ::inflate(&stream_, Z_NO_FLUSH);
    const std::size_t used = piece.size() - stream_.avail_in;
    if (auto ok = skip(source_, used); !ok) return ok;
    if (left_ != kNoLimit) left_ -= used;
    ended_ = code == Z_STREAM_END;
    if (code == Z_OK || code == Z_STREAM_END || (code == Z_BUF_ERROR && used > 0)) return {};
    return fail(ErrorCode::syntax, "the zip archive is damaged; what stands before the damage was read");
  }

  Result<void> pass_rest() {
    std::vector<char> buffer(64 << 10);
    while (deflated_ && open_ && !ended_) {
      auto got = read(buffer.data(), buffer.size());
      if (!got) return tl::unexpected(got.error());
      if (*got == 0) break;
    }
    close();
    if (left_ != kNoLimit)
      if (auto ok = skip(source_, left_); !ok) return ok;
    left_ = 0;
    if (!std::exchange(described_, false)) return {};
    // Behind a file of unknown size: a check sum and sizes of 4 or 8 bytes each, with a mark before them or not.
    for (int i = 0; i < 25; ++i) {
      const std::string_view front = source_.peek(4);
      if (front.size() < 4 || is_zip(front) || front == "PK\x01\x02") break;
      if (auto ok = skip(source_, 1); !ok) return ok;
    }
    return {};
  }

  void close() {
    if (std::exchange(open_, false)) ::inflateEnd(&stream_);
  }

  /// The packed size in a zip64 extra field: it follows the unpacked one.
  static std::uint64_t long_size(std::string_view extra) {
    while (extra.size() >= 4) {
      const std::uint64_t id = little(extra.substr(0, 2));
      const auto length = static_cast<std::size_t>(little(extra.substr(2, 2)));
      if (id == 1 && length >= 16 && extra.size() >= 20) return little(extra.substr(12, 8));
      extra.remove_prefix(std::min(extra.size(), length + 4));
    }
    return 0;
  }

  Peekable& source_;
  z_stream stream_{};
  std::uint64_t left_ = 0;  ///< packed bytes of this file; kNoLimit: not told
  bool described_ = false;
  bool deflated_ = false;
  bool open_ = false;
  bool ended_ = true;
};

}  // namespace

bool is_tar(std::string_view front) { return front.size() >= kBlock && front.substr(257, 5) == "ustar"; }
bool is_zip(std::string_view front) { return front.starts_with("PK\x03\x04"); }

std::unique_ptr<Archive> archive_of(Peekable& source) {
  const std::string_view front = source.peek(kBlock);
  if (is_zip(front)) return std::make_unique<ZipArchive>(source);
  if (is_tar(front)) return std::make_unique<TarArchive>(source);
  return nullptr;
}

}  // namespace ropc::logparsers
