#include "common/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using ropc::ErrorCode;
using ropc::read_file;
using ropc::write_file;

TEST_CASE("files are read whole, all bytes") {
  const ropc::test::TempFolder folder;
  const std::string bytes("a\0b\r\n\xff", 6);
  const std::string path = folder.write("file", bytes);
  const auto read = read_file(path, 100);
  REQUIRE(read);
  CHECK(*read == bytes);
  CHECK(read_file(folder.write("empty", ""), 0).value() == "");
}

TEST_CASE("the limit is the largest size that is read") {
  const ropc::test::TempFolder folder;
  const std::string path = folder.write("file", "12345");
  CHECK(read_file(path, 5));
  const auto read = read_file(path, 4);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::limit);
  CHECK(read.error().where == path);
}

TEST_CASE("what is no regular file is refused without waiting") {
  const ropc::test::TempFolder folder;
  const std::string fifo = (folder.path() / "fifo").string();
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  for (const std::string& path : {fifo, folder.path().string(), (folder.path() / "missing").string()}) {
    const auto read = read_file(path, 100);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::io);
    CHECK(read.error().where == path);
  }
}

TEST_CASE("files are written whole or not at all") {
  const ropc::test::TempFolder folder;
  const std::string path = folder.write("report", "old");
  REQUIRE(write_file(path, "new"));
  CHECK(read_file(path, 100).value() == "new");
  const auto written = write_file((folder.path() / "missing" / "report").string(), "x");
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::io);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator()) == 1);
}

TEST_CASE("a link stays a link, and a FIFO is written to") {
  const ropc::test::TempFolder folder;
  const std::string path = folder.write("report", "old");
  const std::string link = (folder.path() / "link").string();
  std::filesystem::create_symlink(path, link);
  REQUIRE(write_file(link, "new"));
  CHECK(std::filesystem::is_symlink(link));
  CHECK(read_file(path, 100).value() == "new");

  const std::string fifo = (folder.path() / "fifo").string();
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(reader >= 0);
  REQUIRE(write_file(fifo, "piped"));
  char got[8] = {};
  CHECK(::read(reader, got, sizeof got) == 5);
  CHECK(std::string(got) == "piped");
  ::close(reader);
  CHECK(std::filesystem::is_fifo(fifo));
}
