#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/result.h"

namespace ropc::logparsers {

/// A stream of bytes, read once from the front.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills at most `size` bytes; 0 is the end. An error ends the stream too: what was read before it stays valid.
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
};

/// A file, FIFO or device, or standard input for "-". A FIFO that nobody writes to is empty, not endless waiting.
/// Of a file only the bytes [from, until).
Result<std::unique_ptr<ByteSource>> open_path(const std::string& path, std::uint64_t from = 0,
                                              std::uint64_t until = UINT64_MAX);

/// `text` must outlive the source.
std::unique_ptr<ByteSource> memory_source(std::string_view text);

/// Looks at the front of a stream without taking it.
class Peekable final : public ByteSource {
 public:
  explicit Peekable(std::unique_ptr<ByteSource> from) : from_(std::move(from)) {}
  /// Up to `size` bytes, fewer only at the end of the stream or before an error; valid until the next call.
  std::string_view peek(std::size_t size);
  Result<std::size_t> read(char* to, std::size_t size) override;

 private:
  std::unique_ptr<ByteSource> from_;
  std::string front_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

/// Takes off what surrounds the text, in any nesting up to eight deep: gzip (several members too), zstd, a byte order
/// mark, UTF-16. What comes out is UTF-8 or unknown bytes.
std::unique_ptr<Peekable> peeled(std::unique_ptr<Peekable> source);

/// Whether peeled() leaves a stream that begins so as it is.
bool is_bare(std::string_view front);

}  // namespace ropc::logparsers
