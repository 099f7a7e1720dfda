#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reporters/layout.h"
#include "reporters/reporter.h"

namespace ropc::reporters {

/// Collects the lines of a terminal report. Foreign text is made printable by the caller (escape.h, shown()); what CI
/// consoles would take as a command is broken up here, line by line.
class TextPage {
 public:
  explicit TextPage(const Style& style);

  void line(std::string_view text);
  void blank();
  /// A blank line and a bold one.
  void heading(std::string_view text);
  /// `text` wrapped at the page's width: `first` before its first line, as many blanks before the others.
  void paragraph(std::string_view text, std::string_view first = {}, Ink ink = Ink::plain);
  void table(const Table& table);

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] const Painter& paint() const { return paint_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Painter paint_;
  std::size_t width_;
  std::string text_;
};

/// The parts that every view of the terminal report shares.
void add_coverage(TextPage& page, const Report& report);
void add_diagnostics(TextPage& page, const Report& report);
/// `path:line:column: level: message [rule]`, the excerpt, and what else is known.
void add_finding(TextPage& page, const Finding& finding);
Ink ink_of(Level level);
Ink ink_of(ClientStatus status);

/// The three views (reporter.h, View).
void clients_view(TextPage& page, const Report& report, const Style& style);
void findings_view(TextPage& page, const Report& report);
void evidence_view(TextPage& page, const Report& report);

}  // namespace ropc::reporters
