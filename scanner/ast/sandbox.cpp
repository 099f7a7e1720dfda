#include "scanner/ast/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace ropc::scanner::ast {
namespace {

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// All that the first version of Landlock knows, from LANDLOCK_ACCESS_FS_EXECUTE to LANDLOCK_ACCESS_FS_MAKE_SYM.
constexpr std::uint64_t kEverything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

/// Folders that are not there need no leave.
void allow(int rules, const std::string& folder) {
  const int at = ::open(folder.c_str(), O_PATH | O_CLOEXEC | O_DIRECTORY);
  if (at < 0) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = kRead;
  rule.parent_fd = at;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(at);
}

}  // namespace

bool read_only_below(const std::vector<std::string>& folders) {
  landlock_ruleset_attr all{};
  all.handled_access_fs = kEverything;
  const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
  if (rules < 0) return false;
  for (const std::string& folder : folders) allow(rules, folder);
  const bool done = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  ::close(rules);
  return done;
}

}  // namespace ropc::scanner::ast
