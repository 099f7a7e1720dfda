#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "logparsers/byte_source.h"

namespace ropc::logparsers {

enum class Utf16 { little, big };

/// UTF-16 by its byte order mark, or by the zero bytes between ASCII characters (PowerShell exports have both kinds).
std::optional<Utf16> utf16_of(std::string_view front);

/// UTF-8 of a UTF-16 stream; half a surrogate pair becomes U+FFFD.
std::unique_ptr<ByteSource> from_utf16(std::unique_ptr<ByteSource> from, Utf16 order);

}  // namespace ropc::logparsers
