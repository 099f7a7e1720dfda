#include "cli/follow.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ctime>
#include <utility>

#include "model/evidence_sink.h"

namespace ropc::cli {
namespace {

/// Files come and go: what is not there now is looked for again.
class Nothing final : public EvidenceSink {
 public:
  void add(Finding /*finding*/) override {}
  void add(IdpFact /*fact*/) override {}
  void add(TenantName /*name*/) override {}
  void add(Diagnostic /*diagnostic*/) override {}
};

std::int64_t nanoseconds(const timespec& at) { return static_cast<std::int64_t>(at.tv_sec) * 1'000'000'000 + at.tv_nsec; }

}  // namespace

Follower::Follower(std::vector<std::string> inputs, Ingester& ingester) : inputs_(std::move(inputs)), ingester_(ingester) {}

Follower::~Follower() {
  for (auto& [path, file] : files_) drop(file);
}

void Follower::drop(Followed& file) {
  if (file.fd >= 0) ::close(file.fd);
  file = {};
}

bool Follower::read_on(const std::string& path, Followed& file, bool whole_lines) {
  return file.fd >= 0 && ingester_.read_on("/proc/self/fd/" + std::to_string(file.fd), path, whole_lines);
}

bool Follower::look(const std::string& path) {
  struct stat now {};
  if (::stat(path.c_str(), &now) != 0 || !S_ISREG(now.st_mode)) return false;
  Followed& file = files_[path];
  const bool moved = file.fd >= 0 && (file.device != now.st_dev || file.inode != now.st_ino);
  const bool rest = moved && read_on(path, file, false);
  if (moved) drop(file);
  if (file.fd < 0) {
    file.fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    file.device = now.st_dev;
    file.inode = now.st_ino;
  }
  const std::int64_t modified = nanoseconds(now.st_mtim);
  if (file.size == now.st_size && file.modified == modified) return rest;
  file.size = now.st_size;
  file.modified = modified;
  return read_on(path, file, true) || rest;
}

std::size_t Follower::step() {
  Nothing nothing;
  std::size_t out = 0;
  for (const std::string& path : files_of(inputs_, nothing)) out += look(path) ? 1 : 0;
  return out;
}

void Follower::finish() {
  step();
  for (auto& [path, file] : files_) read_on(path, file, false);
}

EndSignals::EndSignals() {
  sigemptyset(&set_);
  sigaddset(&set_, SIGINT);
  sigaddset(&set_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set_, nullptr);
}

EndSignals::~EndSignals() { pthread_sigmask(SIG_UNBLOCK, &set_, nullptr); }

bool EndSignals::came() {
  const timespec second{1, 0};
  return sigtimedwait(&set_, nullptr, &second) > 0;
}

}  // namespace ropc::cli
