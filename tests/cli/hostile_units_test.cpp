// Code that wants to hurt the Clang eye, before the whole program: it costs its own units, the run says so, and the
// findings of the others stay what they are.
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "cli/exit_code.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::cli;
using nlohmann::json;

namespace {

constexpr const char* kGood = "const char* f() { return \"grant_type=password&client_id=till\"; }\n";

/// Instantiates for longer than anybody waits.
const std::string kTimeBomb =
    "template <int N, int M> struct A { static const long v = A<N - 1, M>::v + A<N - 1, M + (1 << (N % 20))>::v; };\n"
    "template <int M> struct A<0, M> { static const long v = M; };\nlong x = A<40, 0>::v;\n";

/// More tokens than fit into any memory.
std::string memory_bomb() {
  std::string out = "#define M0 x,x,x,x,x,x,x,x\n";
  for (int i = 1; i <= 40; ++i)
    out += "#define M" + std::to_string(i) + " M" + std::to_string(i - 1) + " M" + std::to_string(i - 1) + "\n";
  return out + "int a[] = { M40 };\n";
}

json scan(const test::TempFolder& tree, int expected) {
  const auto ran = test::program("scan " + test::quoted(tree.path()) + " --format json --fail-on never 2>/dev/null");
  CHECK(ran.code == expected);
  return json::parse(ran.out, nullptr, false);
}

/// Findings of one file, whatever else the report says.
json findings_of(const json& report, const std::string& path) {
  json out = json::array();
  for (const json& finding : report.value("unattributed", json::array()))
    if (finding["location"]["path"] == path) out.push_back(finding);
  for (const json& client : report.value("clients", json::array()))
    for (const json& finding : client.value("findings", json::array()))
      if (finding["location"]["path"] == path) out.push_back(finding);
  return out;
}

}  // namespace

TEST_CASE("plug-ins and response files of a compile command change nothing but the count") {
  const test::TempFolder tree;
  tree.write("good.cpp", kGood);
  const json before = scan(tree, kDone);
  tree.write("poison.rsp", "-Dgrant_type=x -DPOISON");
  tree.write("compile_commands.json", R"([{"directory": ")" + tree.path().string() +
                                          R"(", "file": "good.cpp", "command": "c++ -fplugin=./evil.so -Xclang -load -Xclang ./evil.so )"
                                          R"(@poison.rsp -MF written.d -o written.o good.cpp"}])");
  const json after = scan(tree, kDone);
  CHECK(findings_of(before, "good.cpp").size() == 1);
  CHECK(findings_of(after, "good.cpp") == findings_of(before, "good.cpp"));
  CHECK(after["scan"]["units"] == json::parse(R"([{"path": "good.cpp", "quality": "full", "why": "", "droppedArguments": 6}])"));
  CHECK_FALSE(std::filesystem::exists(tree.path() / "written.o"));
  CHECK_FALSE(std::filesystem::exists(tree.path() / "written.d"));
}

TEST_CASE("bombs and crashes cost their own units, and the run is incomplete") {
  const test::TempFolder tree;
  tree.write("good.cpp", kGood);
  const json before = scan(tree, kDone);
  tree.write("crash.cpp", std::string("#pragma clang __debug crash\n") + kGood);
  tree.write("time.cpp", kTimeBomb + kGood);
  tree.write("memory.cpp", memory_bomb() + kGood);
  const json after = scan(tree, kIncomplete);
  CHECK(findings_of(after, "good.cpp") == findings_of(before, "good.cpp"));
  for (const char* path : {"crash.cpp", "time.cpp", "memory.cpp"}) {
    INFO(path);
    CHECK(findings_of(after, path).size() == 1);  // by the other eyes
    const std::string text = after["diagnostics"].dump();
    CHECK(text.find(path) != std::string::npos);
  }
  std::string qualities;
  for (const json& unit : after["scan"]["units"]) qualities += unit["path"].get<std::string>() + " " + unit["quality"].get<std::string>() + "; ";
  CHECK(qualities == "crash.cpp text only; good.cpp full; memory.cpp text only; time.cpp text only; ");
}
