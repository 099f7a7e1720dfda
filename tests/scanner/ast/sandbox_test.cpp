#include "scanner/ast/sandbox.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;

namespace {

enum Answer : int { kUnable, kKept, kLeaky, kTooTight };

bool opens(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);
  return file >= 0;
}

/// In a process of its own: there is no way back.
int answer_of_child(const std::string& inside, const std::string& outside) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (!scanner::ast::read_only_below({inside, "/nowhere/at/all"})) ::_exit(kUnable);
    if (opens(outside + "/b", O_RDONLY) || opens(inside + "/a", O_WRONLY) || opens(inside + "/new", O_CREAT | O_WRONLY) ||
        opens(inside + "/link", O_RDONLY))
      ::_exit(kLeaky);
    ::_exit(opens(inside + "/a", O_RDONLY) ? kKept : kTooTight);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a process reads what it may, and nothing else") {
  const test::TempFolder folder;
  folder.write("in/a", "x");
  folder.write("out/b", "x");
  std::filesystem::create_symlink(folder.path() / "out/b", folder.path() / "in/link");
  const int answer = answer_of_child((folder.path() / "in").string(), (folder.path() / "out").string());
  if (answer == kUnable) WARN("this kernel has no Landlock");
  CHECK((answer == kKept || answer == kUnable));
}
