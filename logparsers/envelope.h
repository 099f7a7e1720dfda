#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::logparsers {

/// Whether a member of this name is where collectors keep the original line or record: "message", "_raw", "RawData",
/// "log_message", "@rawstring" … Letter case and signs do not count. Other texts may be a visitor's own words, and a
/// record in them would be forged.
bool names_a_text(std::string_view member);

/// Whether a member of this name may hold a record in base64: "data" (Kinesis, Pub/Sub), "value" (Kafka), "body" ….
bool names_coded_text(std::string_view member);

/// The bytes of base64 (RFC 4648 §4 and §5, padded or not, on one line) that decode to text or to gzip data; gzip is
/// taken off, up to 8 MiB. Nothing for anything else.
std::optional<std::string> decoded_text(std::string_view base64);

/// Whether the text is one JSON string and nothing else: `"{\"a\":1}"`.
bool is_json_string(std::string_view text);

/// The text that an array of its bytes is, as journald writes what is no UTF-8: `[123,34,…]`. Nothing for other arrays.
std::optional<std::string> text_of_numbers(const std::vector<std::string_view>& elements);

}  // namespace ropc::logparsers
