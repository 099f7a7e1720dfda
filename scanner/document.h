#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/line_index.h"

namespace ropc::scanner {

/// One file of a code tree, whole and owned.
struct Document {
  std::string path;      ///< relative to the tree's root, with '/'
  std::string text;      ///< UTF-8 (UTF-16 with a byte order mark is converted), as read
  std::string language;  ///< id of scanner/language; empty: not known
  LineIndex lines;       ///< of `text`
  std::string inner_name{};  ///< file name of a piece taken out of another document (scanner/embedded.h); globs ask it too
  std::vector<std::pair<std::string, std::string>> variables{};  ///< environment that a piece runs in, nearest first
  std::string head{};  ///< of a section of a long document (scanner/sections.h): how the whole begins, for what it imports
  std::vector<bool> possible{};  ///< by index of the rule: its atoms occur (scanner/gate); empty: not asked, all are possible
  bool packed = false;  ///< a section of packed code, where a tree costs much and tells little
  bool test_code = false;
  bool vendored = false;
  bool sample_code = false;
};

}  // namespace ropc::scanner
