// ropc-audit-clang: the process in which the Clang eye parses units. Started by the scan, no program for people.
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "scanner/ast/worker.h"

namespace {

constexpr int kWrongUsage = 2;

/// A positive number; 0: it is none.
std::uint64_t number(const char* text) {
  errno = 0;
  char* end = nullptr;
  const unsigned long long value = std::strtoull(text, &end, 10);
  return errno == 0 && end != text && *end == '\0' ? value : 0;
}

}  // namespace

/// ropc-audit-clang BYTES SECONDS [RULES-FOLDER…]: limits of memory and processor time, then the run's own rules.
int main(int count, char** words) {
  using ropc::scanner::ast::WorkerLimits;
  if (count < 3 || number(words[1]) == 0 || number(words[2]) == 0) return kWrongUsage;
  WorkerLimits limits;
  limits.memory = number(words[1]);
  limits.cpu = std::chrono::seconds(number(words[2]));
  const auto rules = ropc::rules::load_rules(std::vector<std::string>(words + 3, words + count));
  return rules ? ropc::scanner::ast::run_worker(*rules, limits) : kWrongUsage;
}
