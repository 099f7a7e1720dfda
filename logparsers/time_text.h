#pragma once

#include <optional>
#include <string_view>

#include "common/timestamp.h"

namespace ropc::logparsers {

/// A time as logs and exports write it: ISO 8601, epoch seconds to nanoseconds (by the number of digits, with or
/// without a fraction), `1/9/2007 9:41:00 AM +01:00` and its relatives (month first), `21/Nov/2026:13:07:08 +0100`,
/// `Sat Nov 21 11:20:56 UTC 2026`, `Sat, 21 Nov 2026 11:20:56 GMT`, `20260302091407.311`. Nothing for other text and
/// for impossible times (a published record has 65 seconds).
std::optional<Timestamp> parse_time(std::string_view text);

/// `21/Nov/2026:13:07:08.123 +0100` at the start of `text`; `*used` gets its length.
std::optional<Timestamp> parse_clf_time(std::string_view text, std::size_t* used);

/// `Nov 21 13:28:40` at the start of `text` (RFC 3164 §4.1.2: no year). `*used` gets its length.
bool skip_syslog_time(std::string_view text, std::size_t* used);

}  // namespace ropc::logparsers
