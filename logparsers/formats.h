#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/digest.h"
#include "common/result.h"
#include "common/yaml.h"
#include "logparsers/format.h"
#include "logparsers/paths.h"

namespace ropc::logparsers {

/// All formats, and the paths they ask for. Immutable once loaded; one serves all threads.
class Formats {
 public:
  /// Adds one YAML file, which replaces a format of the same id. Fails with every fault, "path:line: sentence" a line.
  Result<void> add(std::string_view text, const std::string& path);
  /// The same of a file that was parsed; `text`: anything that changes when it does.
  Result<void> add(std::vector<YamlNode> documents, std::string_view text, const std::string& path);

  [[nodiscard]] const std::vector<Format>& all() const { return formats_; }
  [[nodiscard]] const PathSet& paths() const { return paths_; }
  /// Index of a format; -1: none has this id.
  [[nodiscard]] int index_of(std::string_view id) const;
  /// Slots of the members in which collectors put records or texts.
  struct Wrapper {
    std::string name;
    int slot;
  };
  [[nodiscard]] const std::vector<Wrapper>& texts() const { return texts_; }
  [[nodiscard]] const std::vector<Wrapper>& containers() const { return containers_; }
  [[nodiscard]] const std::vector<Wrapper>& clocks() const { return clocks_; }

  /// Slot of the name of the table that a row of a database dump belongs to.
  [[nodiscard]] int table_slot() const { return table_; }
  /// Slot of the line that a JSON object stands in behind other text.
  [[nodiscard]] int line_slot() const { return line_; }
  /// Of all files that were added, in their order.
  [[nodiscard]] const Digest& fingerprint() const { return fingerprint_; }

  Formats();

 private:
  PathSet paths_;
  std::vector<Format> formats_;
  std::map<std::string, YamlNode> documents_;  ///< by id, for formats that extend them
  std::vector<Wrapper> texts_, containers_, clocks_;
  int table_;
  int line_;
  Digest fingerprint_;
};

}  // namespace ropc::logparsers
