#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace ropc {

/// What stands in a report in place of a secret.
inline constexpr std::string_view kRedacted = "[redacted]";

/// Text from an input that has been through redact(). Nothing else can make one, so an unredacted line in a report
/// is a compile error rather than an incident.
class RedactedText {
 public:
  RedactedText() = default;
  [[nodiscard]] const std::string& str() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  /// From an inventory or a partial, where it was written by str().
  static RedactedText stored(std::string text) { return RedactedText(std::move(text)); }
  auto operator<=>(const RedactedText&) const = default;

 private:
  friend RedactedText redact(std::string_view line);
  explicit RedactedText(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// One line of an input, made fit for a report: the values of password, secret, user name, token, key and
/// authorization fields (in code, JSON, form bodies, headers, command lines, URLs) are replaced by kRedacted, as are
/// tokens and keys recognised by their own shape; invalid UTF-8 is replaced, and the length is bounded (240 bytes).
RedactedText redact(std::string_view line);

}  // namespace ropc
