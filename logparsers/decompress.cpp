#include "logparsers/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace ropc::logparsers {
namespace {

constexpr std::size_t kBuffer = 256 << 10;

/// Compressed bytes in pieces.
class Feed {
 public:
  explicit Feed(std::unique_ptr<ByteSource> from) : from_(std::move(from)), buffer_(kBuffer) {}
  /// The next piece when the last one is used up; empty at the end.
  Result<void> refill() {
    if (at < end) return {};
    auto got = from_->read(buffer_.data(), buffer_.size());
    if (!got) return tl::unexpected(got.error());
    at = 0;
    end = *got;
    return {};
  }
  [[nodiscard]] bool empty() const { return at == end; }
  char* data() { return buffer_.data() + at; }
  std::size_t at = 0;
  std::size_t end = 0;

 private:
  std::unique_ptr<ByteSource> from_;
  std::vector<char> buffer_;
};

class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> from) : feed_(std::move(from)) {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    ready_ = ::inflateInit2(&stream_, kGzipOnly) == Z_OK;
  }
  ~GzipSource() override {
    if (ready_) ::inflateEnd(&stream_);
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (!ready_) return fail(ErrorCode::limit, "there is not enough memory to decompress it");
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
    const std::size_t wanted = stream_.avail_out;
    while (stream_.avail_out == wanted && !ended_) {
      if (failure_) return tl::unexpected(*failure_);
      if (auto ok = step(); !ok) failure_ = ok.error();
    }
    return wanted - stream_.avail_out;
  }

 private:
  Result<void> step() {
    if (auto ok = feed_.refill(); !ok) return ok;
    if (feed_.empty()) {
      ended_ = between_;
      if (ended_) return {};
      return fail(ErrorCode::syntax, "the gzip data ends early; what stands before the cut was read");
    }
    if (between_ && !next_member()) return {};
    stream_.next_in = reinterpret_cast<Bytef*>(feed_.data());
    stream_.avail_in = static_cast<uInt>(feed_.end - feed_.at);
    const int code = ::inflate(&stream_, Z_NO_FLUSH);
    feed_.at = feed_.end - stream_.avail_in;
    if (code == Z_STREAM_END) {
      between_ = true;
      ::inflateReset(&stream_);
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      return fail(ErrorCode::syntax, "the gzip data is damaged; what stands before the damage was read");
    }
    return {};
  }

  /// At the start of a member; zero bytes after the last one are padding of a tape or block device.
  bool next_member() {
    if (members_ == 0 || *feed_.data() == '\x1f') {
      between_ = false;
      ++members_;
      return true;
    }
    if (*feed_.data() == '\0')
      ++feed_.at;
    else
      failure_ = Error{ErrorCode::syntax, "after the gzip data stands something else, which was not read", {}};
    return false;
  }

  Feed feed_;
  z_stream stream_{};
  bool ready_ = false;
  bool between_ = true;
  bool ended_ = false;
  std::uint64_t members_ = 0;
  std::optional<Error> failure_;
};

class ZstdSource final : public ByteSource {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> from) : feed_(std::move(from)), stream_(ZSTD_createDStream()) {
    constexpr int kWindowLog = 25;  // 32 MiB: the memory bar
    if (stream_ != nullptr) ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kWindowLog);
  }
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (stream_ == nullptr) return fail(ErrorCode::limit, "there is not enough memory to decompress it");
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      if (failure_) return tl::unexpected(*failure_);
      if (auto ok = feed_.refill(); !ok) return tl::unexpected(ok.error());
      if (feed_.empty()) {
        if (hint_ == 0) return std::size_t{0};
        return fail(ErrorCode::syntax, "the zstd data ends early; what stands before the cut was read");
      }
      ZSTD_inBuffer in{feed_.data(), feed_.end - feed_.at, 0};
      hint_ = ZSTD_decompressStream(stream_, &out, &in);
      feed_.at += in.pos;
      if (ZSTD_isError(hint_) != 0U)
        failure_ = Error{ErrorCode::syntax, "the zstd data is damaged, or needs more than 32 MiB; what stands before it was read", {}};
    }
    return out.pos;
  }

 private:
  Feed feed_;
  ZSTD_DStream* stream_;
  std::size_t hint_ = 0;
  std::optional<Error> failure_;
};

struct Packing {
  std::string_view magic;
  std::string_view words;
};
constexpr std::array<Packing, 8> kPackings = {{
    {std::string_view("\xfd\x37zXZ\0", 6), "is compressed with xz, which is not read here: unpack it first (xz -dk)"},
    {"BZh", "is compressed with bzip2, which is not read here: unpack it first (bzip2 -dk)"},
    {"\x04\x22\x4d\x18", "is compressed with lz4, which is not read here: unpack it first (lz4 -d)"},
    {"7z\xbc\xaf\x27\x1c", "is a 7z archive, which is not read here: unpack it first"},
    {"PAR1", "is a Parquet file, which is not read here: export the table as JSON lines or CSV"},
    {std::string_view("Obj\x01"), "is an Avro file, which is not read here: export it as JSON lines"},
    {std::string_view("ElfFile\0", 8), "is a Windows event log file, which is not read here: export it as XML (wevtutil qe FILE /lf:true /f:xml)"},
    {"SQLite format 3", "is an SQLite database, which is not read here: export the table as CSV"},
}};

}  // namespace

std::string_view unread_packing(std::string_view front) {
  const auto known = std::find_if(kPackings.begin(), kPackings.end(), [&](const Packing& p) { return front.starts_with(p.magic); });
  return known == kPackings.end() ? std::string_view() : known->words;
}

bool is_gzip(std::string_view front) { return front.starts_with("\x1f\x8b\x08"); }
bool is_zstd(std::string_view front) { return front.starts_with("\x28\xb5\x2f\xfd"); }
std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> from) {
  return std::make_unique<GzipSource>(std::move(from));
}
std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> from) {
  return std::make_unique<ZstdSource>(std::move(from));
}

}  // namespace ropc::logparsers
