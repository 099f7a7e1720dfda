#include "inventory/usage_coverage.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace ropc::inventory {
namespace {

/// Coverage of one tenant and format, while it is added up.
struct Covered {
  LogCoverage sum;
  std::set<std::int64_t> inputs;
  std::map<std::int64_t, bool> days;  ///< day → whether an input that shows successes holds it
  bool dateless_shown = false;
  std::map<std::int64_t, DayRange> showing;  ///< input → its days, of inputs that show successes
};

/// Ranges that touch or overlap become one.
std::vector<DayRange> merged(std::vector<DayRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<DayRange> out;
  for (const DayRange& range : ranges)
    if (!out.empty() && range.first <= out.back().last + 1)
      out.back().last = std::max(out.back().last, range.last);
    else
      out.push_back(range);
  return out;
}

void add_day(Covered& c, std::int64_t input, std::int64_t day, bool shown) {
  c.days[day] |= shown;
  if (!shown) return;
  DayRange& range = c.showing.try_emplace(input, DayRange{day, day}).first->second;
  range = {std::min(range.first, day), std::max(range.last, day)};
}

}  // namespace

TenantNames tenant_names(Database& database) {
  TenantNames out;
  Statement rows = database.prepare("SELECT idp, id, max(name) FROM tenant_name GROUP BY idp, id HAVING count(*) = 1");
  while (rows.next()) out[{rows.text(0), rows.text(1)}] = rows.text(2);
  return out;
}

std::vector<LogCoverage> count_coverage(Database& database) {
  struct About {
    int source = 0;
    std::string shown, hidden;
  };
  std::map<std::string, About> formats;
  Statement about = database.prepare("SELECT format, source, shown, hidden FROM usage_format");
  while (about.next()) formats[about.text(0)] = {static_cast<int>(about.integer(1)), about.text(2), about.text(3)};

  const auto names = tenant_names(database);
  std::set<std::pair<std::int64_t, std::string>> showing;
  Statement shows = database.prepare("SELECT input, format FROM usage_day GROUP BY input, format HAVING sum(shows) > 0");
  while (shows.next()) showing.emplace(shows.integer(0), shows.text(1));

  std::map<std::tuple<std::string, std::string, std::string>, Covered> all;
  std::map<std::pair<std::string, std::string>, std::set<int>> sources;  // of a tenant with events
  Statement rows = database.prepare(
      "SELECT input, idp, tenant, format, day, records, events, bad, first, last FROM usage_day ORDER BY idp, tenant");
  while (rows.next()) {
    std::string tenant = rows.text(2);
    if (const auto name = names.find({rows.text(1), tenant}); name != names.end()) tenant = name->second;
    Covered& c = all[{rows.text(1), tenant, rows.text(3)}];
    c.inputs.insert(rows.integer(0));
    c.sum.records += rows.count(5);
    c.sum.events += rows.count(6);
    c.sum.bad_records += rows.count(7);
    if (rows.count(6) > 0) sources[{rows.text(1), tenant}].insert(formats[rows.text(3)].source);
    const bool shown = showing.contains({rows.integer(0), rows.text(3)});
    if (rows.integer(4) == DayCoverage::kNoDay)
      c.dateless_shown |= shown;
    else
      add_day(c, rows.integer(0), rows.integer(4), shown);
    if (rows.integer(8) > rows.integer(9)) continue;
    if (c.sum.from.ns == 0 || rows.integer(8) < c.sum.from.ns) c.sum.from.ns = rows.integer(8);
    c.sum.to.ns = std::max(c.sum.to.ns, rows.integer(9));
  }

  std::vector<LogCoverage> out;
  for (auto& [key, c] : all) {
    std::tie(c.sum.idp, c.sum.tenant, c.sum.format) = key;
    c.sum.files = c.inputs.size();
    c.sum.days = c.days.size();
    std::vector<DayRange> ranges;
    for (const auto& [input, range] : c.showing) ranges.push_back(range);
    c.sum.success_days = merged(std::move(ranges));
    c.sum.successes_visible = c.days.empty() ? c.dateless_shown
                                             : std::all_of(c.days.begin(), c.days.end(), [](const auto& d) { return d.second; });
    const About& words = formats[c.sum.format];
    c.sum.why = c.sum.successes_visible ? words.shown : words.hidden;
    if (sources[{c.sum.idp, c.sum.tenant}].size() > 1)
      c.sum.why += "; log and stored events hold the same sign-ins: a success counts once by its token id, of the rest "
                   "the larger number per client and day";
    out.push_back(std::move(c.sum));
  }
  return out;
}

}  // namespace ropc::inventory
