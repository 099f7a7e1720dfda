#include "logparsers/batch.h"

#include <algorithm>
#include <utility>

#include "model/coverage.h"

namespace ropc::logparsers {

void DayCounts::add(const DayCounts& other) {
  records += other.records;
  events += other.events;
  shows_success += other.shows_success;
  from = std::min(from, other.from);
  to = std::max(to, other.to);
}

void BadRecords::add(std::string_view reason, std::uint64_t line, std::string_view text) {
  const auto known = kinds_.find(reason);
  if (known != kinds_.end()) {
    ++known->second.count;
    return;
  }
  kinds_.emplace(std::string(reason), Kind{1, line, redact(text.substr(0, 1000))});
}

void BadRecords::add(const BadRecords& other, std::uint64_t lines) {
  for (const auto& [reason, kind] : other.kinds_) {
    const auto [here, fresh] = kinds_.emplace(reason, kind);
    if (fresh)
      here->second.first_line += lines;
    else
      here->second.count += kind.count;
  }
}

std::uint64_t BadRecords::total() const {
  std::uint64_t out = 0;
  for (const auto& [reason, kind] : kinds_) out += kind.count;
  return out;
}

void Batch::count(std::size_t index, std::string_view tenant, const std::optional<Timestamp>& time,
                  std::uint64_t attempts, bool shows, bool proof) {
  const std::int64_t day = time ? day_of(time->at) : DayCoverage::kNoDay;
  if (last_ == nullptr || last_format_ != index || last_day_ != day || last_tenant_ != tenant) {
    last_format_ = index;
    last_day_ = day;
    last_tenant_ = tenant;
    last_ = &tallies[index].days[{last_tenant_, day}];
  }
  ++last_->records;
  last_->events += attempts;
  last_->shows_success += shows ? 1 : 0;
  tallies[index].proofs += proof ? 1 : 0;
  if (time) {
    last_->from = std::min(last_->from, time->at.ns);
    last_->to = std::max(last_->to, time->at.ns);
  }
}

void Batch::add(const Batch& other) {
  last_ = nullptr;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    tallies[i].proofs += other.tallies[i].proofs;
    for (const auto& [key, counts] : other.tallies[i].days) tallies[i].days[key].add(counts);
  }
  names.insert(other.names.begin(), other.names.end());
  if (other.begins) lines = 0;
  bad.add(other.bad, lines);
  plain.add(other.plain, lines);
  lines += other.lines;
  foreign_records += other.foreign_records;
  leaks += other.leaks;
  zoneless += other.zoneless;
  known_table |= other.known_table;
  spans |= other.spans;
  open_end = other.open_end;
}

void Batch::clear() {
  EventList room = std::move(events);
  *this = Batch(tallies.size());
  events = std::move(room);
  events.clear();
}

}  // namespace ropc::logparsers
