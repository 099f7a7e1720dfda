#include "scanner/ast/compile_flags.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc::scanner::ast;
using Words = std::vector<std::string>;

namespace {

CompileFlags allowed(Words words, const std::string& root = "/tree") {
  words.insert(words.begin(), "c++");
  return allowed_flags(words, root, root);
}

}  // namespace

TEST_CASE("what describes the language stays") {
  const auto flags = allowed({"-Iinclude", "-I", "src", "-DX=1", "-std=c++17", "-isystem", "/usr/include/qt", "-fPIC",
                              "-x", "c++", "-m64", "a.cpp"});
  CHECK(flags.arguments == Words{"-I", "/tree/include", "-I", "/tree/src", "-D", "X=1", "-std=c++17", "-isystem",
                                 "/usr/include/qt", "-fPIC", "-x", "c++", "-m64"});
  CHECK(flags.dropped == 0);
}

TEST_CASE("what loads code, reads arguments from files or writes is dropped and counted") {
  const auto flags = allowed({"-fplugin=/tmp/evil.so", "-Xclang", "-load", "-Xclang", "/tmp/evil.so", "@args.rsp", "-o",
                              "/etc/passwd", "-MF", "x.d", "-MD", "-Wl,-rpath,/x", "-fsanitize=address",
                              "-fmodules-cache-path=/tmp"});
  CHECK(flags.arguments.empty());
  CHECK(flags.dropped == 10);
}

TEST_CASE("warnings and optimisation change nothing and are not counted") {
  const auto flags = allowed({"-Wall", "-O2", "-g", "-c", "-pipe"});
  CHECK(flags.arguments.empty());
  CHECK(flags.dropped == 0);
}

TEST_CASE("include folders outside the tree and the toolchain are dropped, also through links") {
  const ropc::test::TempFolder folder;
  std::filesystem::create_directory(folder.path() / "src");
  std::filesystem::create_symlink("/etc", folder.path() / "src" / "headers");
  const auto flags = allowed({"-I/etc", "-I../..", "-include", "/root/secrets.h", "-Isrc/headers", "-Isrc"},
                             folder.path().string());
  CHECK(flags.dropped == 4);
  REQUIRE(flags.arguments.size() == 2);
  CHECK(flags.arguments[1].ends_with("/src"));
}

TEST_CASE("a command line is split as a shell would, and nothing is expanded") {
  CHECK(shell_words(R"(cc -DA="x y" '-DB=$(rm -rf /)' -DC=\"q\"  a.c)") ==
        Words{"cc", "-DA=x y", "-DB=$(rm -rf /)", "-DC=\"q\"", "a.c"});
}

TEST_CASE("a database gives flags by path; files outside the tree and broken entries are left out") {
  const ropc::test::TempFolder folder;
  const std::string root = folder.path().string();
  const auto database = CompileDatabase::parse(
      R"([{"directory":")" + root + R"(","file":"a.cpp","arguments":["c++","-DA","a.cpp"]},)"
      R"({"directory":")" + root + R"(/sub","file":"../b.cpp","command":"c++ -DB b.cpp"},)"
      R"({"directory":"/","file":"etc/passwd.c","command":"cc"}, 7, {"file":3}])", root);
  REQUIRE(database);
  CHECK(database->units() == Words{"a.cpp", "b.cpp"});
  REQUIRE(database->find("b.cpp") != nullptr);
  CHECK(database->find("b.cpp")->arguments == Words{"-D", "B"});
  CHECK(database->find("c.cpp") == nullptr);
  CHECK_FALSE(CompileDatabase::parse("{}", root));
  CHECK_FALSE(CompileDatabase::parse("[", root));
}

TEST_CASE("without a database the language follows the name and its neighbours") {
  const Words files = {"app/View.m", "app/View.h", "lib/include/net.h"};
  const auto flags = guessed_flags("app/View.h", files, "/tree");
  CHECK(flags.arguments[1] == "objective-c");
  CHECK(std::find(flags.arguments.begin(), flags.arguments.end(), "/tree/lib/include") != flags.arguments.end());
  CHECK(guessed_flags("x.c", {"x.c"}, "/tree").arguments[1] == "c");
  CHECK(guessed_flags("x.h", {"x.h", "x.cpp"}, "/tree").arguments[1] == "c++");
}

TEST_CASE("Objective-C with reference counting names Apple's runtime, which libclang needs for it") {
  const auto names_runtime = [](const std::vector<std::string>& arguments) {
    return std::find(arguments.begin(), arguments.end(), "-fobjc-runtime=macosx") != arguments.end();
  };
  CHECK(names_runtime(guessed_flags("app/View.m", {"app/View.m"}, "/tree").arguments));
  CHECK(names_runtime(guessed_flags("app/View.mm", {"app/View.mm"}, "/tree").arguments));
  CHECK(names_runtime(allowed_flags({"clang", "-x", "objective-c", "-fobjc-arc", "a.m"}, "/tree", "/tree").arguments));
  CHECK_FALSE(names_runtime(allowed_flags({"clang", "-c", "a.c"}, "/tree", "/tree").arguments));
}
