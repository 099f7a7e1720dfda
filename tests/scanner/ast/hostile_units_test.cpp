// What a tree can put before libclang to hurt the scan: each costs its own unit and nothing else.
#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include "scanner/ast/worker_pool.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::ast;

namespace {

constexpr const char* kGood = "const char* f() { return \"grant_type=password\"; }\n";

std::string program() {
  const char* path = std::getenv("ROPC_CLANG_WORKER");
  REQUIRE(path != nullptr);
  return path;
}

WorkerLimits tight() {
  WorkerLimits limits;
  limits.cpu = std::chrono::seconds(2);
  return limits;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

/// 2^levels copies of a token.
std::string macro_bomb(int levels) {
  std::string out = "#define M0 x,x,x,x,x,x,x,x\n";
  for (int i = 1; i <= levels; ++i)
    out += "#define M" + std::to_string(i) + " M" + std::to_string(i - 1) + " M" + std::to_string(i - 1) + "\n";
  return out + "int a[] = { M" + std::to_string(levels) + " };\n";
}

/// A tree on disk with one unit that does no harm.
class Units {
 public:
  Units() : pool_(program(), {}, tight()) { folder_.write("self.h", "#include \"self.h\"\n#include \"self.h\"\n"); }

  Result<UnitResult> look(const std::string& text) {
    const Document document{"unit.cpp", text, "cpp", LineIndex(text)};
    return pool_.run({&document, folder_.path().string(), {"-x", "c++", "-std=c++20"}});
  }

  void good_is_still_found() {
    const auto result = look(kGood);
    REQUIRE(result);
    CHECK(result->findings.size() == 1);
    CHECK(result->quality == Quality::full);
  }

 private:
  test::TempFolder folder_;
  WorkerPool pool_;
};

}  // namespace

TEST_CASE("a unit that crashes libclang costs itself") {
  Units units;
  for (const char* pragma : {"crash", "llvm_fatal_error", "overflow_stack", "assert"}) {
    INFO(pragma);
    const auto result = units.look(std::string("#pragma clang __debug ") + pragma + "\n" + kGood);
    CHECK((!result || result->quality != Quality::full || result->findings.size() == 1));
    units.good_is_still_found();
  }
}

TEST_CASE("bombs of templates, macros, nesting and inclusion cost their own unit") {
  Units units;
  const std::vector<std::string> bombs = {
      macro_bomb(40),
      "template <int N, int M> struct A { static const long v = A<N - 1, M>::v + A<N - 1, M + (1 << (N % 20))>::v; };\n"
      "template <int M> struct A<0, M> { static const long v = M; };\nlong x = A<40, 0>::v;\n",
      "int n = " + repeated("(", 100'000) + "1" + repeated(")", 100'000) + ";\n",
      "void f() " + repeated("{", 100'000) + repeated("}", 100'000) + "\n",
      "#include \"self.h\"\n",
      "constexpr int f(int n) { int s = 0; for (;;) s ^= n++; return s; }\nconstexpr int v = f(0);\n",
  };
  for (const std::string& bomb : bombs) {
    INFO(bomb.substr(0, 60));
    const auto result = units.look(bomb + kGood);
    CHECK((!result || result->quality != Quality::full));
    units.good_is_still_found();
  }
}

TEST_CASE("an include of a device or of a file outside the tree shows nothing of it") {
  Units units;
  for (const char* path : {"/dev/zero", "/dev/stdin", "/proc/self/environ", "/etc/passwd"}) {
    INFO(path);
    const auto result = units.look(std::string("#include \"") + path + "\"\n" + kGood);
    if (result)
      for (const Finding& finding : result->findings) CHECK(finding.where.path == "unit.cpp");
    units.good_is_still_found();
  }
}
