#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "common/result.h"
#include "inventory/usage_row.h"

namespace ropc::inventory {

/// One event as an input holds it, and how often.
struct CountedEvent {
  UsageEvent event;
  std::int64_t count = 1;
};

/// Puts the events of one input into the order of their key (identity, record), so that the database is written from
/// its front to its end once. Bounded memory: what is more goes, as sorted runs, to a file without a name in the folder
/// for temporary files ($TMPDIR, else /var/tmp or /tmp); where there is no such folder, the events are given out in
/// several sorted passes instead. One thread.
class EventRuns {
 public:
  /// Gets the events; those of one key in one pass come one behind the other.
  using Take = std::function<void(const CountedEvent&)>;

  /// `most`: events that are kept in memory.
  explicit EventRuns(Take take, std::size_t most = std::size_t{128} << 10U);
  ~EventRuns();
  EventRuns(const EventRuns&) = delete;
  EventRuns& operator=(const EventRuns&) = delete;

  /// One more event, to be filled; valid until the next call.
  CountedEvent& add();
  /// Gives out what was added, and forgets it. Fails when the temporary file cannot be read back.
  Result<void> finish();
  /// Forgets what was added.
  void clear();

 private:
  struct Run;
  void sort();
  void make_room();
  bool spill();
  Result<void> merge();

  Take take_;
  std::size_t most_;
  std::vector<CountedEvent> events_;
  std::vector<std::uint32_t> order_;  ///< places in events_, sorted
  std::vector<Run> runs_;
  int file_ = -1;
  std::uint64_t written_ = 0;
};

}  // namespace ropc::inventory
