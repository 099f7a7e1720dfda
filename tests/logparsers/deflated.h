#pragma once

#include <zlib.h>

#include <string>

#include "tests/support/catch.h"

namespace ropc::test {

/// `text` compressed by zlib; `window_bits` say in which wrapping: -MAX_WBITS none, 16 + MAX_WBITS gzip.
inline std::string deflated(const std::string& text, int window_bits) {
  z_stream s{};
  REQUIRE(deflateInit2(&s, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(compressBound(text.size()) + 64, '\0');
  s.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  s.avail_in = static_cast<uInt>(text.size());
  s.next_out = reinterpret_cast<Bytef*>(out.data());
  s.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&s, Z_FINISH) == Z_STREAM_END);
  out.resize(s.total_out);
  deflateEnd(&s);
  return out;
}

inline std::string gzipped(const std::string& text) { return deflated(text, 16 + MAX_WBITS); }

}  // namespace ropc::test
