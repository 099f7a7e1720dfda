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

/// What a stream is that is not read here, by its first bytes, and what to do with it, as the rest of a sentence: "is
/// compressed with xz, …". Empty for all else.
std::string_view unread_packing(std::string_view front);

}  // namespace ropc::logparsers
