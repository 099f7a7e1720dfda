#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner {

/// What git knows about a folder: which files are tracked and which are ignored. Reads the index and the .gitignore
/// files through libgit2 and nothing else: a repository's own configuration, which can name programs and paths, is
/// never loaded, nor the user's. (libgit2 forgets a `!name` without a wildcard that lifts a rule of a folder above: such
/// a file counts as ignored unless it is tracked.) Not for several threads.
class GitView {
 public:
  /// The view of `root` (absolute, no symbolic links) when it is a work tree or lies in one; nothing otherwise, or when
  /// the work tree ignores `root` itself.
  static std::optional<GitView> open(const std::string& root);

  GitView(GitView&&) noexcept;
  GitView& operator=(GitView&&) noexcept;
  ~GitView();

  /// Whether the file at `path` (relative to the root) is in the index.
  [[nodiscard]] bool tracked(std::string_view path) const;
  /// Whether any tracked file lies below the folder.
  [[nodiscard]] bool tracked_below(std::string_view folder) const;
  /// Whether ignore rules name the path; folders end in '/'. A folder's .gitignore must have been checked by
  /// `trusted_ignore_file` first, by the caller, who walks from the top.
  [[nodiscard]] bool ignored(const std::string& path) const;
  /// False when the index could not be read: then ignored files may be tracked ones.
  [[nodiscard]] bool has_index() const;

 private:
  struct State;
  explicit GitView(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace ropc::scanner
