#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Text in columns of a terminal. All widths are terminal columns, not bytes.

namespace ropc::reporters {

/// Columns that `text` takes: East Asian wide characters and emoji two, combining marks none.
std::size_t display_width(std::string_view text);

/// `text` cut to at most `width` columns, the last of them "…" when something was cut.
std::string fitted(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at blanks; a longer word is cut into pieces.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// ANSI colours of the terminal report; each is empty when colour is off.
enum class Ink { plain, bold, dim, red, yellow, green, magenta, cyan };
class Painter {
 public:
  explicit Painter(bool on) : on_(on) {}
  [[nodiscard]] std::string operator()(Ink ink, std::string_view text) const;

 private:
  bool on_;
};

struct Cell {
  std::string text;
  Ink ink = Ink::plain;
};

/// Rows of cells under a head. One column may shrink so that a line fits; the others are as wide as they need.
class Table {
 public:
  struct Column {
    std::string head;
    bool right = false;    ///< numbers
    bool shrinks = false;  ///< gives way when the table is too wide; all such columns share what is left
  };
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  /// The head, then a line a row, each without trailing blanks and at most `width` columns wide where the columns that
  /// do not shrink leave room for it.
  [[nodiscard]] std::vector<std::string> lines(std::size_t width, const Painter& paint) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace ropc::reporters
