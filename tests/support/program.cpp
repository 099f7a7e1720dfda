#include "tests/support/program.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

namespace ropc::test {

Ran program(const std::string& arguments) {
  const char* path = std::getenv("ROPC_PROGRAM");
  REQUIRE(path != nullptr);
  return program_at(path, arguments);
}

Ran program_at(const std::filesystem::path& path, const std::string& arguments) {
  const std::string command = "cd " + quoted(source_dir()) + " && " + quoted(path) + " " + arguments;
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Ran ran;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) ran.out.append(buffer.data(), got);
  const int status = ::pclose(pipe);
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

}  // namespace ropc::test
