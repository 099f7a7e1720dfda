// Time stamps: any bytes; what is taken must come back as it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/timestamp.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t used = 0;
  const auto parsed = ropc::parse_iso8601(text, &used);
  if (!parsed) return 0;
  if (used > size) std::abort();
  const std::string written = ropc::to_iso8601(parsed->at);
  if (written < "1701" || written > "2259") return 0;  // the zone can carry a moment past the years that are taken
  const auto again = ropc::parse_iso8601(written);
  if (!again || again->at.ns > parsed->at.ns || parsed->at.ns - again->at.ns >= 1'000'000'000) std::abort();
  return 0;
}
