#include "scanner/make_document.h"

#include <cstdint>
#include <utility>

#include "scanner/language.h"

namespace ropc::scanner {
namespace {

void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

}  // namespace

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

std::string from_utf16(std::string_view bytes) {
  const bool big = bytes.starts_with("\xFE\xFF");
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<std::uint8_t>(bytes[at]);
    const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
    return big ? (std::uint32_t{first} << 8U) | second : (std::uint32_t{second} << 8U) | first;
  };
  std::string out;
  out.reserve(bytes.size() / 2);
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const std::uint32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) {
      append_utf8(out, high);
      continue;
    }
    const std::uint32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
      append_utf8(out, 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00));
      at += 2;
    } else {
      append_utf8(out, 0xFFFD);
    }
  }
  return out;
}

Document make_document(std::string path, std::string bytes) {
  if (is_utf16(bytes))
    bytes = from_utf16(bytes);
  else if (bytes.starts_with("\xEF\xBB\xBF"))
    bytes.erase(0, 3);
  const PathClass kind = classify_path(path);
  std::string language(language_of(path, bytes));
  LineIndex lines(bytes);
  const bool minified = looks_minified(language, bytes);
  return Document{.path = std::move(path),
                  .text = std::move(bytes),
                  .language = std::move(language),
                  .lines = std::move(lines),
                  .test_code = kind.test_code,
                  .vendored = kind.vendored || minified,
                  .sample_code = kind.sample_code};
}

}  // namespace ropc::scanner
