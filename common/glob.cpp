#include "common/glob.h"


#include "common/text.h"

namespace ropc {
namespace {

/// One part against one part; the last star is where a mismatch goes back to, which is enough.
bool part_matches(std::string_view glob, std::string_view part) {
  std::size_t g = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (p < part.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      retry = p;
    } else if (g < glob.size() && (glob[g] == '?' || lower(glob[g]) == lower(part[p]))) {
      ++g;
      ++p;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      p = ++retry;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace

bool glob_matches(std::string_view glob, std::string_view path) {
  const auto globs = split(glob, '/');
  const auto parts = split(path, '/');
  std::size_t g = 0;
  std::size_t p = 0;
  std::size_t stars = std::string_view::npos;
  std::size_t retry = 0;
  while (p < parts.size()) {
    if (g < globs.size() && globs[g] == "**") {
      stars = g++;
      retry = p;
    } else if (g < globs.size() && part_matches(globs[g], parts[p])) {
      ++g;
      ++p;
    } else if (stars != std::string_view::npos) {
      g = stars + 1;
      p = ++retry;
    } else {
      return false;
    }
  }
  while (g < globs.size() && globs[g] == "**") ++g;
  return g == globs.size();
}

}  // namespace ropc
