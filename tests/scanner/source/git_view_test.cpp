#include "scanner/source/git_view.h"

#include <git2.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "scanner/source/tree_source.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::scanner;
using test::TempFolder;
namespace fs = std::filesystem;

namespace {

/// Makes the folder a repository in whose index the given files are.
void make_repository(const fs::path& root, const std::vector<std::string>& tracked) {
  git_libgit2_init();
  git_repository* repository = nullptr;
  REQUIRE(git_repository_init(&repository, root.c_str(), 0) == 0);
  const std::unique_ptr<git_repository, decltype(&git_repository_free)> owned(repository, &git_repository_free);
  git_index* index = nullptr;
  REQUIRE(git_repository_index(&index, repository) == 0);
  const std::unique_ptr<git_index, decltype(&git_index_free)> owned_index(index, &git_index_free);
  for (const std::string& path : tracked) REQUIRE(git_index_add_bypath(index, path.c_str()) == 0);
  REQUIRE(git_index_write(index) == 0);
}

std::vector<std::string> files_of(const fs::path& root) {
  const auto source = TreeSource::open(root, 1000);
  REQUIRE(source);
  return source->files();
}

}  // namespace

TEST_CASE("a work tree's files are those tracked or not ignored") {
  const TempFolder tree;
  tree.write(".gitignore", "*.log\n/build/\nsecret.txt\n");
  tree.write("src/.gitignore", "gen/\n!keep*.log\n");
  for (const char* name : {"a.py", "a.log", "build/x.py", "build/kept.py", "src/gen/y.py", "src/keep.log", "secret.txt", "new.py"})
    tree.write(name, "x");
  make_repository(tree.path(), {"a.py", "build/kept.py", "secret.txt"});
  CHECK(files_of(tree.path()) == std::vector<std::string>{".gitignore", "a.py", "build/kept.py", "new.py", "secret.txt",
                                                          "src/.gitignore", "src/keep.log"});
  CHECK(files_of(tree.path() / "src") == std::vector<std::string>{".gitignore", "keep.log"});
}

TEST_CASE("a folder that its work tree ignores is a plain one") {
  const TempFolder tree;
  tree.write(".gitignore", "out/\n*.py\n");
  tree.write("out/a.py", "x");
  make_repository(tree.path(), {".gitignore"});
  CHECK_FALSE(GitView::open((fs::canonical(tree.path()) / "out").string()));
  CHECK(files_of(tree.path() / "out") == std::vector<std::string>{"a.py"});
}

TEST_CASE("a work tree within is a plain folder, its .git is not entered") {
  const TempFolder tree;
  tree.write("a.py", "x");
  tree.write("inner/.git", "gitdir: /etc\n");
  tree.write("inner/b.log", "x");
  tree.write(".gitignore", "*.log\n");
  make_repository(tree.path(), {"a.py"});
  CHECK(files_of(tree.path()) == std::vector<std::string>{".gitignore", "a.py", "inner/.git", "inner/b.log"});
}

TEST_CASE("a hostile repository names no path, runs nothing and does not hang") {
  const TempFolder tree;
  const TempFolder outside;
  outside.write("other.py", "x");
  tree.write("a.py", "x");
  make_repository(tree.path(), {"a.py"});
  const std::string marker = (outside.path() / "ran").string();
  const std::string pipe = (outside.path() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::ofstream(tree.path() / ".git/config")
      << "[core]\n\tworktree = " << outside.path().string() << "\n\tfsmonitor = touch " << marker
      << "\n\texcludesFile = " << pipe << "\n\thooksPath = " << outside.path().string() << "\n[include]\n\tpath = " << pipe << "\n";
  tree.write("sub/b.py", "x");
  REQUIRE(::mkfifo((tree.path() / "sub/.gitignore").c_str(), 0600) == 0);
  CHECK(files_of(tree.path()) == std::vector<std::string>{"a.py", "sub/b.py"});
  CHECK_FALSE(fs::exists(marker));
}

TEST_CASE("an index that cannot be read is no reason to lose files") {
  const TempFolder tree;
  tree.write("a.py", "x");
  make_repository(tree.path(), {"a.py"});
  std::ofstream(tree.path() / ".git/index") << "no index";
  const auto view = GitView::open(fs::canonical(tree.path()).string());
  REQUIRE(view);
  CHECK_FALSE(view->has_index());
  CHECK(files_of(tree.path()) == std::vector<std::string>{"a.py"});
}
