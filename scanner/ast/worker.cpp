#include "scanner/ast/worker.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "scanner/ast/protocol.h"

namespace ropc::scanner::ast {
namespace {

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// From here on the process may use `time` more of the processor; then the kernel ends it (SIGXCPU).
void limit_cpu_from_now(std::chrono::seconds time) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  const rlimit soft{spent + 1 + static_cast<rlim_t>(time.count()), RLIM_INFINITY};
  ::setrlimit(RLIMIT_CPU, &soft);
}

}  // namespace

/// One process and our end of the socket to it.
class WorkerPool::Worker {
 public:
  Worker(pid_t pid, int socket) : pid_(pid), socket_(socket) {}
  ~Worker() {
    ::close(socket_);
    ::kill(pid_, SIGKILL);
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  [[nodiscard]] int socket() const { return socket_; }

 private:
  pid_t pid_;
  int socket_;
};

WorkerPool::WorkerPool(std::string program, std::vector<std::string> arguments, WorkerLimits limits)
    : program_(std::move(program)), arguments_(std::move(arguments)), limits_(limits) {}

WorkerPool::~WorkerPool() = default;

std::unique_ptr<WorkerPool::Worker> WorkerPool::idle_or_new() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto worker = std::move(idle_.back());
      idle_.pop_back();
      return worker;
    }
  }
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return nullptr;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> words = {program_, kWorkerCommand, "--memory", std::to_string(limits_.memory), "--cpu",
                                    std::to_string(limits_.cpu.count())};
  words.insert(words.end(), arguments_.begin(), arguments_.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  // Nothing of our environment is its business; libclang asks for variables such as CPATH.
  std::array<char*, 1> environment = {nullptr};
  pid_t pid = 0;
  const int failed = ::posix_spawn(&pid, program_.c_str(), &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed != 0) {
    ::close(ends[0]);
    return nullptr;
  }
  return std::make_unique<Worker>(pid, ends[0]);
}

Result<UnitResult> WorkerPool::run(const UnitRequest& request) {
  const std::string& path = request.document->path;
  auto worker = idle_or_new();
  if (!worker) return fail(ErrorCode::io, "no process for the C and C++ eye could be started", path);
  std::string answer;
  UnitResult result;
  const int milliseconds = static_cast<int>(limits_.wait.count());
  if (!send_frame(worker->socket(), encoded(request), milliseconds) ||
      !receive_frame(worker->socket(), answer, milliseconds) || !decode(answer, result))
    return fail(ErrorCode::limit,
                "libclang crashed on it or needed more than " + std::to_string(limits_.cpu.count()) +
                    " s of the processor or its share of memory; the other eyes looked at it",
                path);
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(worker));
  return result;
}

int run_worker(const rules::RuleSet& rules, const WorkerLimits& limits) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they reserve terabytes of address space
  limit(RLIMIT_AS, limits.memory);
#endif
  limit(RLIMIT_NOFILE, 512);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  const RuleMatcher matcher(rules);
  std::string text;
  while (receive_frame(STDIN_FILENO, text, -1)) {
    ReceivedRequest request;
    if (!decode(text, request)) return 1;
    limit_cpu_from_now(limits.cpu);
    const UnitResult result = inspect_unit(request.document, request.root, request.arguments, matcher);
    if (!send_frame(STDIN_FILENO, encoded(result), -1)) return 1;
  }
  return 0;
}

}  // namespace ropc::scanner::ast
