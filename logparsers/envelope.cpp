#include "logparsers/envelope.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>

#include "common/text.h"
#include "logparsers/byte_source.h"
#include "logparsers/decompress.h"

namespace ropc::logparsers {
namespace {

constexpr std::size_t kShortest = 20;             ///< of a text that can hold a record
constexpr std::size_t kMostInflated = 8U << 20U;

constexpr std::array<std::string_view, 48> kTexts = {
    "auditdata",  "body",       "cloudtrailevent", "content",    "entry",         "event",       "eventdata",   "eventoriginal",
    "eventxml",   "fulllog",    "fullmessage",     "line",       "log",           "logentry",    "logevent",    "logline",
    "logmessage", "logmsg",     "lograw",          "logs",       "m",             "message",     "messages",    "msg",
    "original",   "originalevent", "originallog",  "originalmessage", "payload",  "raw",         "rawdata",     "rawevent",
    "rawline",    "rawlog",     "rawmessage",      "rawstring",  "record",        "records",     "resultdescription", "rows",
    "columns",    "shortmessage", "syslogmessage", "text",       "textpayload",   "userdata",    "utf8payload", "values"};
constexpr std::array<std::string_view, 8> kCoded = {"data", "value", "body", "rawlog", "raw", "payload", "content", "message"};

/// The name without case and signs; of a path with dots, all of it.
std::string plain_name(std::string_view name) {
  std::string out;
  for (const char c : name)
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (c >= 'A' && c <= 'Z')
      out += lower(c);
  return out;
}

int digit_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

std::optional<std::string> bytes_of(std::string_view base64) {
  while (base64.ends_with('=')) base64.remove_suffix(1);
  std::string out;
  out.reserve(base64.size() * 3 / 4);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : base64) {
    const int digit = digit_of(c);
    if (digit < 0) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>((bits >> static_cast<unsigned>(held)) & 0xFFU);
  }
  return out;
}

bool printable(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\x1b';
  });
}

std::string inflated(std::string_view bytes) {
  const std::unique_ptr<ByteSource> source = gunzip(memory_source(bytes));
  std::string out;
  constexpr std::size_t kStep = 64 << 10;
  while (out.size() < kMostInflated) {
    const std::size_t have = out.size();
    out.resize(have + kStep);
    const auto got = source->read(out.data() + have, kStep);
    out.resize(have + got.value_or(0));
    if (got.value_or(0) == 0) break;
  }
  return out;
}

}  // namespace

bool names_a_text(std::string_view member) {
  const std::string name = plain_name(member);
  return std::find(kTexts.begin(), kTexts.end(), name) != kTexts.end();
}

bool names_coded_text(std::string_view member) {
  const std::string name = plain_name(member);
  return std::find(kCoded.begin(), kCoded.end(), name) != kCoded.end();
}

std::optional<std::string> decoded_text(std::string_view base64) {
  if (base64.size() < kShortest) return std::nullopt;
  std::optional<std::string> bytes = bytes_of(base64);
  if (!bytes) return std::nullopt;
  if (is_gzip(*bytes)) bytes = inflated(*bytes);
  if (bytes->size() < kShortest / 2 || !printable(*bytes)) return std::nullopt;
  return bytes;
}

bool is_json_string(std::string_view text) {
  if (text.size() < kShortest || text.front() != '"' || text.back() != '"') return false;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] == '"') return false;
    if (text[at] != '\\') continue;
    ++at;
    if (at + 1 == text.size()) return false;
  }
  return true;
}

std::optional<std::string> text_of_numbers(const std::vector<std::string_view>& elements) {
  if (elements.size() < kShortest) return std::nullopt;
  std::string out;
  out.reserve(elements.size());
  for (const std::string_view element : elements) {
    unsigned value = 256;
    const auto end = std::from_chars(element.data(), element.data() + element.size(), value);
    if (end.ptr != element.data() + element.size() || value > 255) return std::nullopt;
    out += static_cast<char>(value);
  }
  return out;
}

}  // namespace ropc::logparsers
