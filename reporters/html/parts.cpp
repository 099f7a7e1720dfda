#include "reporters/html/parts.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/text.h"
#include "common/timestamp.h"
#include "model/names.h"
#include "reporters/escape.h"
#include "reporters/rule_book.h"
#include "reporters/words.h"

namespace ropc::reporters::html {
namespace {

constexpr std::int64_t kDayNs = std::int64_t{86'400} * 1'000'000'000;
constexpr std::int64_t kMaxDays = 1500;  // beyond that a bar is thinner than a pixel
constexpr int kHeight = 100;

/// Days since 1970 of "2026-03-02"; -1 for other text.
std::int64_t day_number(const std::string& day) {
  const auto at = parse_iso8601(day + "T00:00:00Z");
  return at ? at->at.ns / kDayNs : -1;
}

std::string bar(std::int64_t x, double y, double height, std::string_view css) {
  return height <= 0 ? std::string() : fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{:.2f}\" width=\"0.9\" height=\"{:.2f}\"/>", css, x, y, height);
}

}  // namespace

std::string escaped(std::string_view text, std::size_t limit) { return html_text(shortened(printable(text), limit)); }

std::string code(std::string_view text, std::size_t limit) {
  return text.empty() ? std::string("(empty)") : "<code>" + escaped(text, limit) + "</code>";
}

std::string prose(std::string_view text) {
  std::string out;
  const std::string line = shortened(printable(text), 1000);
  std::string_view rest = line;
  while (!rest.empty()) {
    const std::size_t open = rest.find('`');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('`', open + 1);
    if (close == std::string_view::npos || close == open + 1) {
      const std::size_t end = close == std::string_view::npos ? rest.size() : close + 1;
      out += html_text(rest.substr(0, end));
      rest.remove_prefix(end);
      continue;
    }
    out += html_text(rest.substr(0, open)) + "<code>" + html_text(rest.substr(open + 1, close - open - 1)) + "</code>";
    rest.remove_prefix(close + 1);
  }
  return out;
}

std::string link(std::string_view words, std::string_view url) {
  if (!is_web_address(url)) return code(url);
  return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", html_text(url), escaped(words));
}

std::string badge(ClientStatus status) {
  return fmt::format("<span class=\"badge {}\">{}</span>", name_of(status), title_of(status));
}

std::string finding(const Finding& f) {
  std::string text = fmt::format("<li>{} {} <span class=\"soft\">({}; {}{}{}{}; rule {})</span>", code(place_of(f.where), 300),
                                 phrase_of(f.kind), name_of(f.level), phrase_of(f.confidence), f.test_code ? "; test code" : "",
                                 f.sample_code ? "; sample" : "", f.vendored ? "; vendored" : "", escaped(f.rule_id, 120));
  const std::string_view source = phrase_of(f.password_from);
  if (!source.empty()) text += fmt::format(" the password is {}", source);
  if (f.endpoint) text += ", endpoint " + code(*f.endpoint, 200);
  if (f.suppressed) text += "; accepted: " + escaped(*f.suppressed, 300);
  if (!f.excerpt.empty()) text += "<pre>" + escaped(f.excerpt.str(), 400) + "</pre>";
  return text + "</li>\n";
}

std::string chart(const Report& report) {
  std::map<std::int64_t, OutcomeCounts> days;
  for (const ClientRecord& c : report.clients) {
    if (c.status == ClientStatus::noise || !c.usage) continue;
    for (const auto& [day, counts] : c.usage->by_day) {
      const std::int64_t number = day_number(day);
      if (number < 0) continue;
      days[number].success += counts.success;
      days[number].failure += counts.failure + counts.blocked;
    }
  }
  if (days.empty()) return {};
  const std::int64_t first = days.begin()->first;
  const std::int64_t span = days.rbegin()->first - first + 1;
  std::uint64_t most = 1;
  for (const auto& [day, counts] : days) most = std::max(most, counts.success + counts.failure);
  if (span > kMaxDays) return {};
  std::string bars;
  for (const auto& [day, counts] : days) {
    const double success = kHeight * static_cast<double>(counts.success) / static_cast<double>(most);
    const double refused = kHeight * static_cast<double>(counts.failure) / static_cast<double>(most);
    bars += fmt::format("<g><title>{}: {} successful, {} refused</title>", to_day({day * kDayNs}), number_of(counts.success),
                        number_of(counts.failure));
    bars += bar(day - first, kHeight - success, success, "success") + bar(day - first, kHeight - success - refused, refused, "refused") + "</g>\n";
  }
  const std::string from = to_day({first * kDayNs});
  const std::string to = to_day({(first + span - 1) * kDayNs});
  return fmt::format("<svg viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Password sign-ins per day\">\n{}</svg>\n"
                     "<p class=\"soft\">Password sign-ins per day, {} to {}; the highest bar is {}. Coloured: successful, grey: refused.</p>\n",
                     span, kHeight, bars, from, to, number_of(most));
}

}  // namespace ropc::reporters::html
