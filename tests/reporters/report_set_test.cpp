#include "reporters/report_set.h"

#include <filesystem>

#include "common/file_bytes.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("the set is written into a folder that it makes") {
  const test::TempFolder temp;
  const std::string folder = (temp.path() / "a" / "b").string();
  const auto written = write_report_set(test::three_clients(), folder, {});
  REQUIRE(written);
  CHECK(written->front() == folder + "/report.md");
  for (const std::string& path : *written) {
    const Result<std::string> text = read_file(path, 1U << 20U);
    REQUIRE(text);
    CHECK_FALSE(text->empty());
  }
  CHECK(write_report_set(test::empty_report(), folder, {}));  // again, over the first
}

TEST_CASE("the files hold no colours whatever the terminal's style is") {
  const test::TempFolder temp;
  Style style;
  style.color = true;
  REQUIRE(write_report_set(test::three_clients(), temp.path().string(), style));
  CHECK(read_file((temp.path() / "report.txt").string(), 1U << 20U)->find('\x1b') == std::string::npos);
}

TEST_CASE("a folder that cannot be made is an error that names it") {
  const test::TempFolder temp;
  const std::string file = (temp.path() / "file").string();
  REQUIRE(write_file(file, "x"));
  const auto written = write_report_set(test::empty_report(), file + "/sub", {});
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::io);
  CHECK(written.error().where == file + "/sub");
}

TEST_CASE("an unknown format is told with the nearest known one") {
  const auto text = rendered(test::empty_report(), "markdwon", {});
  REQUIRE_FALSE(text);
  CHECK(text.error().code == ErrorCode::usage);
  CHECK(text.error().message == "there is no report format 'markdwon', did you mean 'markdown'?");
}
