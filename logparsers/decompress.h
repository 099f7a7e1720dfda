#pragma once

#include <memory>
#include <string_view>

#include "logparsers/byte_source.h"

namespace ropc::logparsers {

/// By the first bytes (RFC 1952 §2.3.1, RFC 8878 §3.1.1).
bool is_gzip(std::string_view front);
bool is_zstd(std::string_view front);

/// Decompress while reading, with bounded memory; members and frames one after the other are one stream. A stream
/// that ends early or is damaged gives what could be read, then an error.
std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> from);
std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> from);

}  // namespace ropc::logparsers
