#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/redact.h"
#include "model/idp_fact.h"
#include "model/log_event.h"

namespace ropc::logparsers {

/// Counts of one format, tenant and day; see DayCoverage.
struct DayCounts {
  std::uint64_t records = 0;
  std::uint64_t events = 0;
  std::uint64_t shows_success = 0;
  std::int64_t from = INT64_MAX;
  std::int64_t to = INT64_MIN;

  void add(const DayCounts& other);
};

/// Records that could not be read, by reason, with a few of them redacted.
class BadRecords {
 public:
  void add(std::string_view reason, std::uint64_t line, std::string_view text);
  /// `lines`: how many stand before those that `other` counts from.
  void add(const BadRecords& other, std::uint64_t lines);
  [[nodiscard]] std::uint64_t total() const;

  struct Kind {
    std::uint64_t count = 0;
    std::uint64_t first_line = 0;
    RedactedText sample;
  };
  [[nodiscard]] const std::map<std::string, Kind, std::less<>>& kinds() const { return kinds_; }

 private:
  std::map<std::string, Kind, std::less<>> kinds_;
};

/// Events whose texts keep their room when the list is cleared.
class EventList {
 public:
  /// One more event at the end, with whatever an earlier one left in it.
  LogEvent& add() {
    if (used_ == all_.size()) all_.emplace_back();
    return all_[used_++];
  }
  void clear() { used_ = 0; }
  [[nodiscard]] bool empty() const { return used_ == 0; }
  [[nodiscard]] const LogEvent* begin() const { return all_.data(); }
  [[nodiscard]] const LogEvent* end() const { return all_.data() + used_; }

 private:
  std::vector<LogEvent> all_;
  std::size_t used_ = 0;
};

/// Everything that a run of records says, in an order that does not matter: batches add up.
class Batch {
 public:
  struct Tally {
    std::map<std::pair<std::string, std::int64_t>, DayCounts> days;  ///< by tenant and day
    std::uint64_t proofs = 0;       ///< records that only this format writes
  };

  explicit Batch(std::size_t formats) : tallies(formats) {}

  /// Counts one record of format `index`, which holds so many attempts.
  void count(std::size_t index, std::string_view tenant, const std::optional<Timestamp>& time, std::uint64_t attempts,
             bool shows, bool proof);
  /// What follows on this batch, but for its events.
  void add(const Batch& other);
  /// Makes it as new.
  void clear();
  /// Whether no record was counted yet.
  [[nodiscard]] bool empty() const { return last_ == nullptr && bad.kinds().empty(); }

  EventList events;
  std::vector<Tally> tallies;        ///< by index of the format
  std::set<TenantName> names;
  BadRecords bad;
  BadRecords plain;                  ///< lines that are no record of any format: in many logs nothing unusual
  std::uint64_t foreign_records = 0; ///< whole JSON objects or rows that no format knows
  std::uint64_t leaks = 0;           ///< records with a password in clear
  std::uint64_t zoneless = 0;        ///< events whose time names no zone
  std::uint64_t lines = 0;           ///< lines up to its end, where the numbers of its records count from its start
  bool known_table = false;          ///< the header of a table without rows, which a format asks for
  bool begins = false;               ///< nothing of the stream stands before it
  bool spans = false;                ///< a record took several lines, or is no line
  bool open_end = false;             ///< the last line may go on: it has no end, or its record has none

 private:
  DayCounts* last_ = nullptr;
  std::size_t last_format_ = SIZE_MAX;
  std::int64_t last_day_ = 0;
  std::string last_tenant_;
};

}  // namespace ropc::logparsers
