// The program alone, without ropc-audit-clang beside it, as it is built without libclang.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include <nlohmann/json.hpp>

#include "cli/exit_code.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::cli;
using nlohmann::json;

TEST_CASE("without its workers' program the Clang eye is shut, the other eyes look, and the report says so") {
  const test::TempFolder folder;
  const char* program = std::getenv("ROPC_PROGRAM");
  REQUIRE(program != nullptr);
  const auto alone = folder.path() / "bin/ropc-audit";
  std::filesystem::create_directory(folder.path() / "bin");
  std::error_code error;
  std::filesystem::create_hard_link(program, alone, error);
  if (error) std::filesystem::copy_file(program, alone);
  folder.write("tree/a.cpp", "const char* f() { return \"grant_type=password&client_id=till\"; }\n");
  const std::string scan = "scan " + test::quoted(folder.path() / "tree") + " --format json --fail-on never 2>/dev/null";
  for (const auto& [arguments, why] : {std::pair{scan, "ropc-audit-clang is missing"}, std::pair{scan + " --no-clang", "the Clang eye is off"}}) {
    INFO(arguments);
    const auto ran = test::program_at(alone, arguments);
    CHECK(ran.code == kDone);
    const json report = json::parse(ran.out, nullptr, false);
    REQUIRE(report.is_object());
    CHECK(report["scan"]["units"] == json::array({{{"path", "a.cpp"}, {"quality", "text only"}, {"why", why}, {"droppedArguments", 0}}}));
    REQUIRE(report["clients"].size() == 1);
    CHECK(report["clients"][0]["clientId"] == "till");
  }
}
