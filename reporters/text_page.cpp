#include "reporters/text_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/names.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/summary.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

constexpr std::size_t kNarrowestPage = 60;

std::string_view word_of(Diagnostic::Level level) {
  switch (level) {
    case Diagnostic::Level::note: return "note";
    case Diagnostic::Level::warning: return "warning";
    case Diagnostic::Level::incomplete: break;
  }
  return "NOT READ";
}

/// "certain; client legacy-cli of keycloak/shop; password asked from a person; test code".
std::string context_of(const Finding& f) {
  std::string text(phrase_of(f.confidence));
  if (f.client_id) text += "; client " + shown(*f.client_id);
  const std::string home = home_of({f.idp.value_or(""), f.tenant.value_or(""), ""});
  if (!home.empty()) text += (f.client_id ? " of " : "; ") + shown(home);
  if (f.endpoint) text += "; endpoint " + shown(*f.endpoint);
  const std::string_view source = phrase_of(f.password_from);
  if (!source.empty()) text += fmt::format("; password {}", source);
  if (f.test_code) text += "; test code";
  if (f.sample_code) text += "; sample";
  if (f.vendored) text += "; vendored";
  if (f.suppressed) text += "; suppressed: " + shown(*f.suppressed);
  return text;
}

}  // namespace

TextPage::TextPage(const Style& style)
    : paint_(style.color), width_(std::max<std::size_t>(style.width, kNarrowestPage)) {}

void TextPage::line(std::string_view text) { text_ += without_commands(text) + "\n"; }
void TextPage::blank() { text_ += "\n"; }

void TextPage::heading(std::string_view text) {
  if (!text_.empty()) blank();
  line(paint_(Ink::bold, text));
}

void TextPage::paragraph(std::string_view text, std::string_view first, Ink ink) {
  const std::size_t indent = display_width(first);
  const std::vector<std::string> lines = wrapped(text, width_ > indent + 20 ? width_ - indent : 20);
  for (std::size_t i = 0; i < lines.size(); ++i)
    line((i == 0 ? std::string(first) : std::string(indent, ' ')) + paint_(ink, lines[i]));
}

void TextPage::table(const Table& table) {
  for (const std::string& row : table.lines(width_, paint_)) line(row);
}

Ink ink_of(Level level) {
  return level == Level::error ? Ink::red : level == Level::warning ? Ink::yellow : Ink::cyan;
}

Ink ink_of(ClientStatus status) {
  switch (status) {
    case ClientStatus::in_use: return Ink::red;
    case ClientStatus::contradiction: return Ink::magenta;
    case ClientStatus::disabled: return Ink::green;
    case ClientStatus::code_only: return Ink::cyan;
    case ClientStatus::noise: return Ink::dim;
    default: return Ink::yellow;
  }
}

void add_finding(TextPage& page, const Finding& f) {
  const Painter& paint = page.paint();
  std::string place = shown(place_of(f.where), 400);
  if (f.where.line > 0 && f.where.column > 0) place += ":" + std::to_string(f.where.column);
  page.line(fmt::format("{}: {}: {} [{}]", paint(Ink::bold, place), paint(ink_of(f.level), name_of(f.level)),
                        shown(f.message, 300), shown(f.rule_id)));
  if (!f.excerpt.empty()) page.line("    " + fitted(shown(f.excerpt.str(), 400), page.width() - 4));
  page.paragraph(context_of(f), "    ", Ink::dim);
}

void add_coverage(TextPage& page, const Report& report) {
  page.heading("What was read");
  if (report.scan) page.paragraph(shown(coverage_text(*report.scan), 600), "  code  ");
  for (const ExportCoverage& e : exports_of(report))
    page.paragraph(fmt::format("{}: {} of {}", shown(e.path), count_of(e.clients, "client"), shown(home_of({e.idp, e.tenant, ""}))),
                   "  idp   ");
  for (const LogCoverage& c : report.coverage)
    page.paragraph(fmt::format("{} {}", shown(home_of({c.idp, c.tenant, ""})), shown(coverage_text(c), 600)), "  logs  ");
  for (const std::string& sentence : blind_spots(report)) page.paragraph(shown(sentence, 600), "  -     ");
}

void add_diagnostics(TextPage& page, const Report& report) {
  if (report.diagnostics.empty() && !report.incomplete) return;
  page.heading(report.incomplete ? "NOT COMPLETE: something that had to be read was not" : "Notes on the run");
  for (const Diagnostic& d : report.diagnostics) {
    const std::string place = d.where.path.empty() ? std::string() : shown(place_of(d.where), 200) + ": ";
    page.paragraph(place + shown(d.message, 400), fmt::format("  {}: ", word_of(d.level)),
                   d.level == Diagnostic::Level::incomplete ? Ink::red : Ink::plain);
  }
}

std::string text_report(const Report& report, const Style& style) {
  TextPage page(style);
  switch (style.view) {
    case View::clients: clients_view(page, report, style); break;
    case View::findings: findings_view(page, report); break;
    case View::evidence: evidence_view(page, report); break;
  }
  return page.text();
}

}  // namespace ropc::reporters
