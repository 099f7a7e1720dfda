// Compressed and encoded bytes in any nesting: the stream ends, by its end or by an error, and gives the same whether it
// was looked at before or not.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "logparsers/byte_source.h"

namespace {

constexpr std::size_t kEnough = 4 << 20;  ///< a bomb of a few bytes goes on for long

std::string all_of(std::string_view bytes, bool peek) {
  const auto source = ropc::logparsers::peeled(std::make_unique<ropc::logparsers::Peekable>(ropc::logparsers::memory_source(bytes)));
  if (peek) (void)source->peek(100);
  std::string out;
  char buffer[4096];
  while (out.size() < kEnough) {
    const auto got = source->read(buffer, sizeof buffer);
    if (!got || *got == 0) break;
    if (*got > sizeof buffer) std::abort();
    out.append(buffer, *got);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string one = all_of(bytes, false);
  const std::string other = all_of(bytes, true);
  const std::size_t n = std::min({one.size(), other.size(), kEnough});
  if (one.compare(0, n, other, 0, n) != 0 || (one.size() < kEnough && one.size() != other.size())) std::abort();
  return 0;
}
