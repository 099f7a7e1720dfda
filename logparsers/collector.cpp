#include "logparsers/collector.h"

#include <algorithm>
#include <utility>

namespace ropc::logparsers {
namespace {

constexpr std::uint64_t kHopelessBatches = 256;  ///< of about 1 MiB each

/// More than this much that cannot be read is a part of the log missing, not a scratch.
bool too_many(std::uint64_t bad, std::uint64_t records) { return bad * 20 > records && (bad > 20 || bad * 2 > records); }

}  // namespace

Collector::Collector(const Formats& formats, InputLabel label, const std::optional<ReadBefore>& before, UsageSink& sink)
    : formats_(formats), label_(std::move(label)), sink_(sink), total_(formats.all().size()) {
  if (!before) return;
  total_.lines = before->lines;
  if (const int known = formats.index_of(before->format); known >= 0) total_.tallies[static_cast<std::size_t>(known)].proofs = 1;
}

std::size_t Collector::formats_seen() const {
  return static_cast<std::size_t>(
      std::count_if(total_.tallies.begin(), total_.tallies.end(), [](const auto& t) { return t.proofs > 0; }));
}

/// The same words each time that a growing log is read on, so that they are kept once.
std::string Collector::amount(std::uint64_t count) const { return label_.continues ? "further" : std::to_string(count); }

void Collector::begin() {
  if (begun_) return;
  begun_ = true;
  sink_.begin_input(label_);
  for (const Format& format : formats_.all())
    if (!format.join_rules.empty()) sink_.add(JoinRules{format.id, format.join_rules});
}

void Collector::take(const Batch& batch) {
  ++batches_;
  if (!batch.events.empty()) {
    begin();
    for (const LogEvent& event : batch.events) sink_.add(event);
  }
  total_.add(batch);
}

bool Collector::needs_order() const {
  for (std::size_t i = 0; i < total_.tallies.size(); ++i) {
    const Format& format = formats_.all()[i];
    if (total_.tallies[i].proofs > 0 && format.shape && format.shape->state() != nullptr) return true;
  }
  return false;
}

bool Collector::hopeless() const {
  return batches_ >= kHopelessBatches &&
         std::all_of(total_.tallies.begin(), total_.tallies.end(), [](const Batch::Tally& t) { return t.proofs == 0; });
}

ReadSummary Collector::finish(const std::optional<Error>& failure, bool bare) {
  ReadSummary out;
  const std::size_t seen = formats_seen();
  out.from_start = label_.continues && seen != 1;
  if ((seen == 0 && !total_.known_table) || out.from_start) {
    if (begun_) sink_.abandon_input();
    if (failure) {
      out.result = ReadSummary::Result::failed;
      out.problem = failure->message;
    }
    return out;
  }
  begin();
  out.result = ReadSummary::Result::read;
  give_coverage(out);
  for (const TenantName& name : total_.names) sink_.add(name);
  give_diagnostics(failure, out);
  const bool can_go_on = bare && seen == 1 && !total_.spans && !total_.open_end && !needs_order();
  if (!failure) sink_.whole(can_go_on ? std::optional(total_.lines) : std::nullopt);
  sink_.end_input();
  return out;
}

void Collector::give_coverage(ReadSummary& out) {
  std::size_t main = 0;
  for (std::size_t i = 0; i < total_.tallies.size(); ++i)
    if (total_.tallies[i].proofs > total_.tallies[main].proofs) main = i;
  const Format& format = formats_.all()[main];
  if (!format.plain_lines && !format.recognise.empty()) total_.bad.add(total_.plain, 0);
  out.bad_records = total_.bad.total();
  for (std::size_t i = 0; i < total_.tallies.size(); ++i) {
    const Batch::Tally& tally = total_.tallies[i];
    if (tally.proofs == 0) continue;
    const Format& f = formats_.all()[i];
    DayCoverage c;
    c.idp = f.idp;
    c.format = f.id;
    c.source = f.source;
    c.why_shown = f.why_shown;
    c.why_hidden = f.why_hidden;
    if (i == main && out.bad_records > 0) {
      c.bad_records = out.bad_records;
      sink_.add(c);
      c.bad_records = 0;
    }
    for (const auto& [key, counts] : tally.days) {
      c.tenant = key.first;
      c.day = key.second;
      c.records = counts.records;
      c.events = counts.events;
      c.shows_success = counts.shows_success;
      const bool timed = counts.from <= counts.to;
      c.from = TimePoint{timed ? counts.from : 0};
      c.to = TimePoint{timed ? counts.to : 0};
      sink_.add(c);
      out.formats[f.id] += counts.records;
      out.records += counts.records;
      out.events += counts.events;
    }
  }
}

void Collector::give_diagnostics(const std::optional<Error>& failure, ReadSummary& out) {
  Location where;
  where.path = label_.label;
  const bool many = too_many(out.bad_records, out.records);
  for (const auto& [reason, kind] : total_.bad.kinds()) {
    where.line = static_cast<std::uint32_t>(std::min<std::uint64_t>(kind.first_line, UINT32_MAX));
    sink_.add(Diagnostic{many ? Diagnostic::Level::incomplete : Diagnostic::Level::warning,
                         std::to_string(kind.count) + " of the records could not be read (" + reason +
                             "); the first: " + kind.sample.str(),
                         where});
  }
  where.line = 0;
  if (total_.zoneless > 0)
    sink_.add(Diagnostic{Diagnostic::Level::note,
                         "the times of " + amount(total_.zoneless) +
                             " sign-ins name no zone and are read as UTC unless another source tells the zone",
                         where});
  if (total_.leaks > 0)
    sink_.add(Diagnostic{Diagnostic::Level::warning,
                         amount(total_.leaks) +
                             " requests carried a password in the address: it stands in this log, and in every other log on the way",
                         where});
  if (failure) sink_.add(Diagnostic{Diagnostic::Level::incomplete, failure->message, where});
  out.incomplete = many || failure.has_value();
}

}  // namespace ropc::logparsers
