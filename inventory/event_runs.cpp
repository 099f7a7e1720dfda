#include "inventory/event_runs.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <queue>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ropc::inventory {
namespace {

static_assert(std::is_trivially_copyable_v<CountedEvent>, "runs are written and read as bytes");

constexpr std::size_t kBlock = 512;  ///< events that are written or read at once

bool before(const CountedEvent& a, const CountedEvent& b) {
  return std::tie(a.event.identity, a.event.record) < std::tie(b.event.identity, b.event.record);
}

/// A file that goes with its descriptor; -1 when no folder takes one.
int nameless_file() {
  for (const char* folder : {static_cast<const char*>(std::getenv("TMPDIR")), "/var/tmp", "/tmp"}) {
    if (folder == nullptr) continue;
    const int file = ::open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
  }
  return -1;
}

bool write_all(int file, const CountedEvent* events, std::size_t count, std::uint64_t at) {
  const char* from = reinterpret_cast<const char*>(events);
  std::size_t left = count * sizeof(CountedEvent);
  auto to = static_cast<off_t>(at * sizeof(CountedEvent));
  while (left > 0) {
    const ssize_t done = ::pwrite(file, from, left, to);
    if (done <= 0) return false;
    from += done;
    to += done;
    left -= static_cast<std::size_t>(done);
  }
  return true;
}

}  // namespace

/// A sorted part of the file; the next events of it are in memory.
struct EventRuns::Run {
  std::uint64_t next = 0;
  std::uint64_t end = 0;
  std::vector<CountedEvent> block = {};
  std::size_t at = 0;

  /// False at the end. Fails when the file cannot be read.
  Result<bool> step(int file) {
    if (++at < block.size()) return true;
    block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, end - next)));
    const std::size_t bytes = block.size() * sizeof(CountedEvent);
    std::size_t have = 0;
    while (have < bytes) {
      const ssize_t got = ::pread(file, reinterpret_cast<char*>(block.data()) + have, bytes - have,
                                  static_cast<off_t>(next * sizeof(CountedEvent) + have));
      if (got <= 0) return fail(ErrorCode::io, "the temporary file of sorted sign-ins cannot be read back");
      have += static_cast<std::size_t>(got);
    }
    next += block.size();
    at = 0;
    return !block.empty();
  }
};

EventRuns::EventRuns(Take take, std::size_t most) : take_(std::move(take)), most_(most) {}

EventRuns::~EventRuns() { clear(); }

CountedEvent& EventRuns::add() {
  if (events_.size() == most_) make_room();
  return events_.emplace_back();
}

void EventRuns::sort() {
  order_.resize(events_.size());
  std::iota(order_.begin(), order_.end(), 0U);
  std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
    if (before(events_[a], events_[b])) return true;
    return !before(events_[b], events_[a]) && a < b;
  });
}

void EventRuns::make_room() {
  sort();
  if (!spill())
    for (const std::uint32_t i : order_) take_(events_[i]);
  events_.clear();
}

/// Writes the sorted events as a run; false when there is no file for them.
bool EventRuns::spill() {
  if (file_ < 0) file_ = nameless_file();
  if (file_ < 0) return false;
  std::vector<CountedEvent> block;
  std::uint64_t at = written_;
  for (std::size_t i = 0; i < order_.size(); i += block.size()) {
    block.clear();
    for (std::size_t j = i; j < std::min(i + kBlock, order_.size()); ++j) block.push_back(events_[order_[j]]);
    if (!write_all(file_, block.data(), block.size(), at)) return false;
    at += block.size();
  }
  Run& run = runs_.emplace_back();
  run.next = written_;
  run.end = written_ = at;
  return true;
}

Result<void> EventRuns::finish() {
  sort();
  if (runs_.empty() || !spill())
    for (const std::uint32_t i : order_) take_(events_[i]);
  auto merged = merge();
  clear();
  return merged;
}

/// Of the runs' first events the least, again and again.
Result<void> EventRuns::merge() {
  const auto later = [this](std::size_t a, std::size_t b) {
    const CountedEvent& x = runs_[a].block[runs_[a].at];
    const CountedEvent& y = runs_[b].block[runs_[b].at];
    return before(y, x) || (!before(x, y) && b < a);
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> heads(later);
  const auto advance = [&](std::size_t run) -> Result<void> {
    const auto more = runs_[run].step(file_);
    if (!more) return tl::unexpected(more.error());
    if (*more) heads.push(run);
    return {};
  };
  for (std::size_t i = 0; i < runs_.size(); ++i)
    if (auto ok = advance(i); !ok) return ok;
  while (!heads.empty()) {
    const std::size_t least = heads.top();
    heads.pop();
    take_(runs_[least].block[runs_[least].at]);
    if (auto ok = advance(least); !ok) return ok;
  }
  return {};
}

void EventRuns::clear() {
  events_.clear();
  runs_.clear();
  written_ = 0;
  if (file_ >= 0) ::close(std::exchange(file_, -1));
}

}  // namespace ropc::inventory
