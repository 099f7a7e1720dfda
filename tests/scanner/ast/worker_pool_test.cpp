#include "scanner/ast/worker_pool.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::ast;

namespace {

std::string program() {
  const char* path = std::getenv("ROPC_CLANG_WORKER");
  REQUIRE(path != nullptr);
  return path;
}

Document unit(const std::string& text) { return Document{"unit.cpp", text, "cpp", LineIndex(text)}; }

constexpr const char* kGood = "const char* f() { return \"grant_type=password\"; }\n";
/// Instantiates for longer than anybody waits.
constexpr const char* kTimeBomb =
    "template <int N, int M> struct A { static const long v = A<N - 1, M>::v + A<N - 1, M + (1 << (N % 20))>::v; };\n"
    "template <int M> struct A<0, M> { static const long v = M; };\n"
    "long x = A<40, 0>::v; const char* g() { return \"grant_type=password\"; }\n";

}  // namespace

TEST_CASE("a worker is used again, and a hang costs only its own unit") {
  const test::TempFolder folder;
  WorkerLimits limits;
  limits.cpu = std::chrono::seconds(1);
  WorkerPool pool(program(), {}, limits);
  const Document good = unit(kGood);
  const Document bomb = unit(kTimeBomb);
  const std::string root = folder.path().string();
  for (int again = 0; again < 2; ++again) {
    const auto result = pool.run({&good, root, {"-x", "c++"}});
    REQUIRE(result);
    CHECK(result->findings.size() == 1);
  }
  CHECK_FALSE(pool.run({&bomb, root, {"-x", "c++", "-std=c++20"}}));
  const auto after = pool.run({&good, root, {"-x", "c++"}});
  REQUIRE(after);
  CHECK(after->findings.size() == 1);
}

TEST_CASE("a worker that was killed while it waited costs nothing") {
  const test::TempFolder folder;
  WorkerPool pool(program(), {}, {});
  const Document good = unit(kGood);
  REQUIRE(pool.run({&good, folder.path().string(), {"-x", "c++"}}));
  const std::string own = std::to_string(::getpid());
  std::ifstream children("/proc/" + own + "/task/" + own + "/children");
  pid_t child = 0;
  REQUIRE(children >> child);
  REQUIRE(::kill(child, SIGKILL) == 0);
  siginfo_t gone{};
  REQUIRE(::waitid(P_PID, static_cast<id_t>(child), &gone, WEXITED | WNOWAIT) == 0);
  const auto result = pool.run({&good, folder.path().string(), {"-x", "c++"}});
  REQUIRE(result);
  CHECK(result->findings.size() == 1);
}

TEST_CASE("a program that cannot be started is an error with a sentence") {
  WorkerPool pool("/nonexistent/program", {}, {});
  const Document good = unit(kGood);
  const auto result = pool.run({&good, "/", {}});
  REQUIRE_FALSE(result);
  CHECK_FALSE(result.error().message.empty());
}
