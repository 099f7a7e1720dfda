#include "cli/file_state.h"

#include <sys/stat.h>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::cli;

TEST_CASE("a file that has grown begins with what it was") {
  const test::TempFolder folder;
  const std::string path = folder.write("a.log", std::string(10'000, 'a') + "\n");
  const FileState then = file_state(path, {}).value();
  CHECK(file_state(path, {}).value() == then);
  CHECK(file_state(path, digest_of("other")).value() != then);
  CHECK_FALSE(grown(path, then, then));
  folder.write("a.log", std::string(10'000, 'a') + "\nmore\n");
  CHECK(grown(path, then, file_state(path, {}).value()));
  CHECK_FALSE(grown(path, then, file_state(path, digest_of("other")).value()));
  folder.write("a.log", "b" + std::string(9'999, 'a') + "\nmore\n");
  CHECK_FALSE(grown(path, then, file_state(path, {}).value()));
  folder.write("a.log", std::string(9'999, 'a') + "b\nmore\n");
  CHECK_FALSE(grown(path, then, file_state(path, {}).value()));
}

TEST_CASE("whole lines end before a line that is being written") {
  const test::TempFolder folder;
  CHECK(file_state(folder.write("a.log", "one\ntwo\nthr"), {}, true).value().size == 8);
  CHECK(file_state(folder.write("b.log", "one"), {}, true).value().size == 0);
  CHECK(file_state(folder.write("c.log", "one\n" + std::string(200'000, 'x')), {}, true).value().size == 4);
}

TEST_CASE("what is no file has no state") {
  const test::TempFolder folder;
  const std::string pipe = (folder.path() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_FALSE(file_state(pipe, {}));
  CHECK_FALSE(file_state((folder.path() / "missing").string(), {}));
}
