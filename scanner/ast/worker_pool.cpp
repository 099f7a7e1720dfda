#include "scanner/ast/worker_pool.h"

#include <fcntl.h>
#include <spawn.h>
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

WorkerPool::WorkerPool(std::string program, std::vector<std::string> rule_folders, WorkerLimits limits)
    : program_(std::move(program)), rule_folders_(std::move(rule_folders)), limits_(limits) {}

WorkerPool::~WorkerPool() = default;

std::unique_ptr<WorkerPool::Worker> WorkerPool::idle() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return nullptr;
  auto worker = std::move(idle_.back());
  idle_.pop_back();
  return worker;
}

std::unique_ptr<WorkerPool::Worker> WorkerPool::start() const {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return nullptr;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> words = {program_, std::to_string(limits_.memory), std::to_string(limits_.cpu.count())};
  words.insert(words.end(), rule_folders_.begin(), rule_folders_.end());
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
  std::string answer;
  UnitResult result;
  const int milliseconds = static_cast<int>(limits_.wait.count());
  auto worker = idle();
  // One that somebody has killed since is no fault of this unit.
  if (!worker || !send_frame(worker->socket(), encoded(request), milliseconds)) {
    worker = start();
    if (!worker) return fail(ErrorCode::io, "no process for the C and C++ eye could be started", path);
    if (!send_frame(worker->socket(), encoded(request), milliseconds)) worker.reset();
  }
  if (!worker || !receive_frame(worker->socket(), answer, milliseconds) || !decode(answer, result))
    return fail(ErrorCode::limit,
                "libclang crashed on it or needed more than " + std::to_string(limits_.cpu.count()) +
                    " s of the processor or its share of memory; the other eyes looked at it",
                path);
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(worker));
  return result;
}

}  // namespace ropc::scanner::ast
