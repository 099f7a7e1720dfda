#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ropc {

/// Turns byte offsets of a text into lines and columns. Lines end at LF; a CR before it belongs to the line.
/// Does not keep the text.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// Line of the byte at `offset`, from 1. Offsets past the end are in the last line.
  [[nodiscard]] std::uint32_t line(std::size_t offset) const;
  /// Column of the byte at `offset`, in bytes from 1.
  [[nodiscard]] std::uint32_t column(std::size_t offset) const;
  /// Offset of the first byte of `line` (from 1); the text's length for lines past the end.
  [[nodiscard]] std::size_t start(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  std::vector<std::size_t> starts_;
  std::size_t size_;
};

/// The text of `line` (from 1) without its line end; empty past the end. The view is into `text`.
std::string_view line_text(std::string_view text, const LineIndex& index, std::uint32_t line);

}  // namespace ropc
