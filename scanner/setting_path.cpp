#include "scanner/setting_path.h"

#include "common/text.h"

namespace ropc::scanner {
namespace {

std::string folded_part(std::string_view part) {
  return part == "[]" || part == "*" || part == "**" ? std::string(part) : folded_name(part);
}

}  // namespace

SettingPath::SettingPath(std::string_view pattern) {
  for (const std::string_view part : split(pattern, '.')) {
    parts_.emplace_back(part);
    folded_.push_back(folded_part(part));
  }
}

bool SettingPath::fits(std::span<const std::string> folded) const {
  std::size_t g = 0;
  std::size_t p = 0;
  std::size_t stars = std::string::npos;
  std::size_t retry = 0;
  while (p < folded.size()) {
    if (g < folded_.size() && folded_[g] == "**") {
      stars = g++;
      retry = p;
    } else if (g < folded_.size() && (folded_[g] == folded[p] || (folded_[g] == "*" && folded[p] != "[]"))) {
      ++g;
      ++p;
    } else if (stars != std::string::npos) {
      g = stars + 1;
      p = ++retry;
    } else {
      return false;
    }
  }
  while (g < folded_.size() && folded_[g] == "**") ++g;
  return g == folded_.size();
}

std::string_view SettingPath::last() const {
  const std::string& part = folded_.back();
  return part == "*" || part == "**" || part == "[]" ? std::string_view() : std::string_view(part);
}

std::vector<std::string> folded_path(std::span<const std::string> path) {
  std::vector<std::string> out;
  for (const std::string& part : path) {
    if (part == "[]") {
      out.push_back(part);
      continue;
    }
    for (const std::string_view piece : split(part, '.'))
      if (!piece.empty()) out.push_back(folded_name(piece));
  }
  return out;
}

}  // namespace ropc::scanner
