#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace ropc::scanner {

/// Why a file was not looked at; the words of ScanCoverage::skipped. Each points to a literal.
namespace skipped {
inline constexpr std::string_view kSymlink = "symbolic link";
inline constexpr std::string_view kSpecial = "not a regular file";
inline constexpr std::string_view kUnreadable = "cannot be read";
inline constexpr std::string_view kTooLarge = "too large";
inline constexpr std::string_view kBinary = "binary";
inline constexpr std::string_view kIgnored = "ignored by git";
inline constexpr std::string_view kTooDeep = "folders nested too deep";
}  // namespace skipped

/// The files of one tree: of a git work tree those that are tracked or not ignored, of another folder all; of a single
/// file that one. Symbolic links are not followed, ".git" and its like are not entered. Reading is for many threads.
class TreeSource {
 public:
  /// Lists the tree without the files and folders `exclude` (paths on disk, absolute or from the working directory).
  /// Fails when `root` does not exist or cannot be listed. `jobs`: threads that list.
  static Result<TreeSource> open(const std::string& root, std::uint64_t max_file_size,
                                 const std::vector<std::string>& exclude = {}, unsigned jobs = 1);

  TreeSource(TreeSource&& other) noexcept;
  TreeSource& operator=(TreeSource&&) = delete;
  ~TreeSource();

  /// Relative to the root, with '/', sorted by bytes.
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
  [[nodiscard]] const std::map<std::string_view, std::uint64_t>& skipped() const { return skipped_; }
  /// Files and folders that could not be read while listing.
  [[nodiscard]] const std::vector<std::string>& unreadable() const { return unreadable_; }

  /// Reads a file into `buffer`, whose memory is used again: no allocation once it is large enough. The answer is empty,
  /// or one of the words of namespace skipped (then `buffer` holds nothing of use). A file that starts with a UTF-16
  /// byte order mark is text.
  std::string_view read(const std::string& path, std::string& buffer) const;

 private:
  TreeSource(int folder, std::uint64_t max_file_size) : folder_(folder), max_file_size_(max_file_size) {}
  friend class Walk;

  int folder_;  ///< descriptor of the root (of a single file: of its folder)
  std::uint64_t max_file_size_;
  std::vector<std::string> files_;
  std::vector<std::string> unreadable_;
  std::map<std::string_view, std::uint64_t> skipped_;
};

/// Whether bytes are those of a binary file: a NUL among the first 8,000, without a UTF-16 byte order mark.
bool looks_binary(std::string_view bytes);

}  // namespace ropc::scanner
