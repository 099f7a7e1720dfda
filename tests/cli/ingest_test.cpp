#include "cli/ingest.h"

#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::cli;

namespace {

std::unique_ptr<inventory::Inventory> memory() {
  auto opened = inventory::Inventory::open(":memory:");
  REQUIRE(opened);
  return std::move(*opened);
}

}  // namespace

TEST_CASE("folders are read sorted and recursively, links are not followed") {
  const test::TempFolder folder;
  folder.write("b.log", "x");
  folder.write("a/c.log", "x");
  REQUIRE(::symlink("/etc", (folder.path() / "link").c_str()) == 0);
  const auto inventory = memory();
  const auto files = files_of({folder.path().string()}, inventory->evidence());
  REQUIRE(files.size() == 2);
  CHECK(files[0].ends_with("a/c.log"));
  CHECK(files[1].ends_with("b.log"));
}

TEST_CASE("what is not there or is nothing we know makes the run incomplete, and the rest is read") {
  const test::TempFolder folder;
  folder.write("notes.txt", "just some words\n");
  const auto inventory = memory();
  const auto sum = ingest({(folder.path() / "notes.txt").string(), (folder.path() / "missing").string()}, Options{}, *inventory);
  REQUIRE(sum);
  CHECK(sum->unreadable == 1);
  const auto report = inventory->report();
  REQUIRE(report);
  CHECK(report->incomplete);
  CHECK(report->diagnostics.size() == 2);
}
