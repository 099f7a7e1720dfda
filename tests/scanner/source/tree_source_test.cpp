#include "scanner/source/tree_source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::scanner;
using test::TempFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kLimit = 1000;

TreeSource source_of(const std::string& path, const std::vector<std::string>& exclude = {}) {
  auto source = TreeSource::open(path, kLimit, exclude);
  REQUIRE(source);
  return *std::move(source);
}

}  // namespace

TEST_CASE("a plain folder is listed whole, sorted by bytes") {
  const TempFolder tree;
  for (const char* name : {"b.txt", "a/z.txt", "a.txt", ".hidden/x", "a-b/y", ".git2/y"}) tree.write(name, "x");
  const TreeSource source = source_of(tree.path());
  CHECK(source.files() == std::vector<std::string>{".git2/y", ".hidden/x", "a-b/y", "a.txt", "a/z.txt", "b.txt"});
}

TEST_CASE("links are not followed, what is no file is not opened") {
  const TempFolder tree;
  const TempFolder outside;
  tree.write("a.txt", "x");
  outside.write("secret.txt", "x");
  fs::create_symlink(outside.path() / "secret.txt", tree.path() / "file_link");
  fs::create_directory_symlink(tree.path(), tree.path() / "loop");
  fs::create_directory_symlink(outside.path(), tree.path() / "out");
  REQUIRE(::mkfifo((tree.path() / "pipe").c_str(), 0600) == 0);
  const TreeSource source = source_of(tree.path());
  CHECK(source.files() == std::vector<std::string>{"a.txt"});
  CHECK(source.skipped().at(skipped::kSymlink) == 3);
  CHECK(source.skipped().at(skipped::kSpecial) == 1);
  std::string buffer;
  CHECK(source.read("file_link", buffer) == skipped::kSymlink);
  CHECK(source.read("pipe", buffer) == skipped::kSpecial);
}

TEST_CASE("long, binary and missing files are told apart") {
  const TempFolder tree;
  tree.write("long", std::string(kLimit + 1, 'x'));
  tree.write("fits", std::string(kLimit, 'x'));
  tree.write("binary", std::string("ab\0cd", 5));
  tree.write("wide", std::string("\xFF\xFE" "a\0", 4));
  tree.write("empty", "");
  const TreeSource source = source_of(tree.path());
  std::string buffer;
  CHECK(source.read("long", buffer) == skipped::kTooLarge);
  CHECK(source.read("binary", buffer) == skipped::kBinary);
  CHECK(source.read("gone", buffer) == skipped::kUnreadable);
  CHECK(source.read("fits", buffer).empty());
  CHECK(buffer.size() == kLimit);
  CHECK(source.read("wide", buffer).empty());
  CHECK(source.read("empty", buffer).empty());
  CHECK(buffer.empty());
}

TEST_CASE("files and folders can be left out") {
  const TempFolder tree;
  for (const char* name : {"logs/a.log", "logs/b.log", "idp/realm.json", "code/a.py"}) tree.write(name, "x");
  const TreeSource source = source_of(tree.path(), {(tree.path() / "logs").string(), (tree.path() / "idp/realm.json").string()});
  CHECK(source.files() == std::vector<std::string>{"code/a.py"});
  CHECK(source.skipped().empty());
}

TEST_CASE("a single file is a tree of one") {
  const TempFolder tree;
  const std::string path = tree.write("a/b.py", "x = 1");
  const TreeSource source = source_of(path);
  CHECK(source.files() == std::vector<std::string>{"b.py"});
  std::string buffer;
  CHECK(source.read("b.py", buffer).empty());
  CHECK(buffer == "x = 1");
}

TEST_CASE("folders nested without end stop at a depth, and it is told") {
  const TempFolder tree;
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "d/";
  tree.write(deep + "x.txt", "x");
  const TreeSource source = source_of(tree.path());
  CHECK(source.files().empty());
  CHECK(source.skipped().at(skipped::kTooDeep) == 1);
  CHECK(source.unreadable().size() == 1);
}

TEST_CASE("what cannot be scanned at all is an error with a reason") {
  const auto gone = TreeSource::open("/no/such/tree", kLimit);
  REQUIRE_FALSE(gone);
  CHECK(gone.error().text() == "/no/such/tree: cannot be scanned: No such file or directory");
  const TempFolder tree;
  REQUIRE(::mkfifo((tree.path() / "pipe").c_str(), 0600) == 0);
  CHECK_FALSE(TreeSource::open((tree.path() / "pipe").string(), kLimit));
}
