#include "common/line_index.h"

#include <algorithm>

namespace ropc {

LineIndex::LineIndex(std::string_view text) : starts_{0}, size_(text.size()) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

std::uint32_t LineIndex::line(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(after - starts_.begin());
}

std::uint32_t LineIndex::column(std::size_t offset) const {
  return static_cast<std::uint32_t>(offset - start(line(offset)) + 1);
}

std::size_t LineIndex::start(std::uint32_t line) const {
  if (line == 0) return 0;
  return line <= starts_.size() ? starts_[line - 1] : size_;
}

std::string_view line_text(std::string_view text, const LineIndex& index, std::uint32_t line) {
  const std::size_t from = index.start(line);
  std::string_view out = text.substr(from, index.start(line + 1) - from);
  while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.remove_suffix(1);
  return out;
}

}  // namespace ropc
