#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace ropc::scanner::ast {

/// What a translation unit is parsed with. Paths are absolute.
struct CompileFlags {
  std::vector<std::string> arguments;  ///< for libclang: only from the allow-list, no file name, no compiler
  bool from_database = false;          ///< false: guessed from the tree
  std::uint32_t dropped = 0;           ///< arguments of the database that were not on the allow-list
  std::vector<std::string> dropped_names;  ///< theirs, without values, sorted, each once, a dozen at most
};

/// Whether a file name is that of a header.
bool is_header(const std::string& path);

/// Folders outside the tree from which headers may come: the toolchain's and the distribution's.
std::span<const std::string_view> toolchain_folders();

/// Whether a unit of the tree `root` may read the file: links resolved, it lies in the tree or in one of the toolchain's
/// folders that does not hold the tree.
bool may_include(const std::string& path, const std::string& root);

/// The commands of a compile_commands.json (https://clang.llvm.org/docs/JSONCompilationDatabase.html). The file comes
/// from the scanned tree, so it is hostile: nothing in it runs, and of its arguments only those on an allow-list are
/// kept (include paths below the tree or the toolchain, -D, -U, -std, -x, target and harmless -f… flags). Plug-ins,
/// -Xclang, response files, output and dependency options and paths elsewhere are dropped and counted.
class CompileDatabase {
 public:
  /// `text` is the JSON; `root` the absolute path of the scanned tree. Fails with ErrorCode::syntax when it is no
  /// array of command objects. Entries of files outside the tree are left out.
  static Result<CompileDatabase> parse(std::string_view text, const std::string& root);

  /// Flags of a file, by its path relative to the root; nullptr: the database does not name it. Where a file stands
  /// several times the first entry counts.
  [[nodiscard]] const CompileFlags* find(const std::string& path) const;
  [[nodiscard]] std::size_t size() const { return units_.size(); }
  /// Paths of all units, relative to the root, sorted.
  [[nodiscard]] std::vector<std::string> units() const;

 private:
  std::map<std::string, CompileFlags> units_;
};

/// The arguments of one command as a compiler would get them: words of `command` by the rules of a POSIX shell, without
/// expansion of any kind.
std::vector<std::string> shell_words(std::string_view command);

/// Keeps what is on the allow-list. `directory` is the absolute folder the command runs in.
CompileFlags allowed_flags(const std::vector<std::string>& arguments, const std::string& directory,
                           const std::string& root);

/// Flags for a file that no database names: language and standard by its name, include folders from the tree's usual
/// places (`include`, `src`, folders of headers). `files` are all paths of the tree, relative, sorted.
CompileFlags guessed_flags(const std::string& path, const std::vector<std::string>& files, const std::string& root);

}  // namespace ropc::scanner::ast
