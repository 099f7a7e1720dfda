#include "logparsers/utf16.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ropc::logparsers {
namespace {

void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

constexpr std::uint32_t kReplacement = 0xFFFD;

class Utf16Source final : public ByteSource {
 public:
  Utf16Source(std::unique_ptr<ByteSource> from, Utf16 order) : from_(std::move(from)), order_(order), raw_(64 << 10) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    while (at_ == text_.size()) {
      if (ended_) return std::size_t{0};
      auto got = from_->read(raw_.data() + kept_, raw_.size() - kept_);
      if (!got) return got;
      convert(*got);
    }
    const std::size_t n = text_.copy(to, size, at_);
    at_ += n;
    return n;
  }

 private:
  void convert(std::size_t got) {
    text_.clear();
    at_ = 0;
    ended_ = got == 0;
    const std::size_t have = kept_ + got;
    for (std::size_t i = 0; i + 1 < have; i += 2) unit(i);
    if (ended_ && (high_ != 0 || have % 2 != 0)) append_utf8(text_, kReplacement);
    kept_ = have % 2;
    if (kept_ != 0) raw_[0] = raw_[have - 1];
  }

  void unit(std::size_t i) {
    const auto first = static_cast<std::uint8_t>(raw_[i]);
    const auto second = static_cast<std::uint8_t>(raw_[i + 1]);
    const std::uint32_t u = order_ == Utf16::little ? first | (second << 8U) : (first << 8U) | second;
    const bool low = u >= 0xDC00 && u <= 0xDFFF;
    if (high_ != 0 && low) {
      append_utf8(text_, 0x10000 + ((high_ - 0xD800) << 10U) + (u - 0xDC00));
      high_ = 0;
      return;
    }
    if (high_ != 0) append_utf8(text_, kReplacement);
    high_ = u >= 0xD800 && u <= 0xDBFF ? u : 0;
    if (high_ == 0) append_utf8(text_, low ? kReplacement : u);
  }

  std::unique_ptr<ByteSource> from_;
  Utf16 order_;
  std::vector<char> raw_;
  std::size_t kept_ = 0;
  std::string text_;
  std::size_t at_ = 0;
  std::uint32_t high_ = 0;
  bool ended_ = false;
};

}  // namespace

std::optional<Utf16> utf16_of(std::string_view front) {
  if (front.starts_with("\xFF\xFE")) return Utf16::little;
  if (front.starts_with("\xFE\xFF")) return Utf16::big;
  if (front.size() < 8) return std::nullopt;
  // JSON, CSV and log lines begin with ASCII characters.
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < 8; i += 2) {
    even += front[i] == '\0' ? 1U : 0U;
    odd += front[i + 1] == '\0' ? 1U : 0U;
  }
  if (odd == 4 && even == 0) return Utf16::little;
  if (even == 4 && odd == 0) return Utf16::big;
  return std::nullopt;
}

std::unique_ptr<ByteSource> from_utf16(std::unique_ptr<ByteSource> from, Utf16 order) {
  return std::make_unique<Utf16Source>(std::move(from), order);
}

}  // namespace ropc::logparsers
