#include "inventory/day_store.h"

#include <string_view>

#include "common/text.h"

namespace ropc::inventory {
namespace {

std::string statement(std::string_view records, std::string_view events, std::string_view bad, std::string_view shows) {
  std::string out =
      "INSERT INTO usage_day (input, part, idp, tenant, format, day, records, events, bad, shows, first, last) "
      "VALUES (?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET ";
  out.append("records = ").append(records).append(", events = ").append(events);
  out.append(", bad = ").append(bad).append(", shows = ").append(shows);
  return out + ", first = min(first, excluded.first), last = max(last, excluded.last)";
}

}  // namespace

DayStore::DayStore(Database& database)
    : larger_(database.prepare(statement("max(records, excluded.records)", "max(events, excluded.events)",
                                         "max(bad, excluded.bad)", "max(shows, excluded.shows)"))),
      sum_(database.prepare(statement("records + excluded.records", "events + excluded.events", "bad + excluded.bad",
                                      "shows + excluded.shows"))),
      format_(database.prepare("INSERT INTO usage_format (format, source, shown, hidden) VALUES (?,?,?,?) "
                               "ON CONFLICT DO UPDATE SET shown = max(shown, excluded.shown), "
                               "hidden = max(hidden, excluded.hidden)")) {}

void DayStore::add(std::int64_t input, const std::string& part, const DayCoverage& c, bool grows) {
  const bool timed = c.from <= c.to && c.from.ns != 0;
  format_.bind(c.format).bind(static_cast<int>(c.source)).bind(c.why_shown).bind(c.why_hidden).run();
  Statement& to = grows ? sum_ : larger_;
  to.bind(input).bind(part).bind(c.idp).bind(valid_utf8(c.tenant)).bind(c.format).bind(c.day);
  to.bind(c.records).bind(c.events).bind(c.bad_records).bind(c.shows_success);
  to.bind(timed ? c.from.ns : INT64_MAX).bind(timed ? c.to.ns : INT64_MIN).run();
}

}  // namespace ropc::inventory
