#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner {

/// A key path of a `setting` rule: parts between '.'; '*' is any one part, '**' any number of parts (none too), "[]" an
/// item of a list. Parts are compared folded.
class SettingPath {
 public:
  explicit SettingPath(std::string_view pattern);

  /// Whether the path fits; `folded` are the folded parts, as folded_path() makes them.
  [[nodiscard]] bool fits(std::span<const std::string> folded) const;
  /// The last part when it is a name, else empty: what an index can look up.
  [[nodiscard]] std::string_view last() const;
  /// The pattern's parts as written.
  [[nodiscard]] const std::vector<std::string>& parts() const { return parts_; }

 private:
  std::vector<std::string> parts_;
  std::vector<std::string> folded_;
};

/// Parts of a document's path as they are compared. A part that holds dots counts as several ("spring.security" of a
/// properties file or a YAML key).
std::vector<std::string> folded_path(std::span<const std::string> path);

}  // namespace ropc::scanner
