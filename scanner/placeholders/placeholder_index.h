#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/placeholders/definitions.h"

namespace ropc::scanner {

/// What the placeholders of a tree stand for. Nothing is read before the first question; then only the files whose
/// names say that they tell values, and of those only the ones that hold the asked word are parsed. The nearest folder
/// wins; of one folder the more general file; two different values of the same standing are no answer. Answers depend
/// on the tree alone. For many threads.
class PlaceholderIndex {
 public:
  /// Reads a file; nothing when it cannot be read. Called under a lock, from any thread.
  using Read = std::function<std::optional<std::string>(const std::string& path)>;

  /// `files`: paths of the tree, relative with '/', sorted.
  PlaceholderIndex(const std::vector<std::string>& files, Read read);

  /// The value of `name` for the document `from`.
  [[nodiscard]] std::optional<std::string> find(std::string_view name, std::string_view from);

 private:
  struct File {
    std::string path;
    std::string folder;
    DefinitionKind kind;
    int rank;
    bool read = false;
    bool parsed = false;
    std::vector<std::uint32_t> words;  ///< hashes of its words, sorted
    std::vector<Definition> definitions;
  };
  struct Best;

  void load(File& file);
  void ask(File& file, const std::string& wanted, const std::vector<std::uint32_t>& words, std::string_view from, Best& best);

  Read read_;
  std::mutex mutex_;
  std::vector<File> files_;
  std::map<std::string, std::optional<std::string>> known_;  ///< by folder and name
};

}  // namespace ropc::scanner
