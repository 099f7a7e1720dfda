#include "logparsers/table_row.h"

#include <algorithm>

#include "common/text.h"

namespace ropc::logparsers {
namespace {

/// The quote that closes the quoted cell opened at `at`, or npos.
std::size_t closing_quote(std::string_view text, std::size_t at) {
  for (std::size_t end = text.find('"', at + 1); end != std::string_view::npos; end = text.find('"', end + 2))
    if (end + 1 >= text.size() || text[end + 1] != '"') return end;
  return std::string_view::npos;
}

std::string_view without_line_end(std::string_view row) {
  while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) row.remove_suffix(1);
  return row;
}

std::string unquoted(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
  }
  return out;
}

/// RFC-less, but documented: PostgreSQL, COPY, "Text Format".
std::string unescaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    switch (const char c = text[++i]) {
      case 'n': out += '\n'; break;
      case 't': out += '\t'; break;
      case 'r': out += '\r'; break;
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'v': out += '\v'; break;
      default: out += c; break;
    }
  }
  return out;
}

constexpr std::size_t kMostCells = 500;

/// Where the cell that opens with the quote or bracket at the front of `text` closes; npos: nowhere.
std::size_t closing(std::string_view text) {
  const char close = text.front() == '[' ? ']' : '"';
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '\\' && close == '"')
      ++at;
    else if (text[at] == close && (at + 1 == text.size() || text[at + 1] == ' '))
      return at;
  }
  return std::string_view::npos;
}

bool split_at_blanks(std::string_view line, std::vector<std::string_view>& cells) {
  while (!(line = trim(line)).empty()) {
    if (cells.size() == kMostCells) return false;
    const bool held = line.front() == '"' || line.front() == '[';
    const std::size_t close = held ? closing(line) : std::string_view::npos;
    const std::size_t end = close != std::string_view::npos ? close + 1 : std::min(line.find(' '), line.size());
    cells.push_back(close != std::string_view::npos ? line.substr(1, close - 1) : line.substr(0, end));
    line.remove_prefix(end);
  }
  return true;
}

}  // namespace

bool split_cells(std::string_view line, std::string_view separator, std::vector<std::string_view>& cells) {
  cells.clear();
  if (separator == " ") return split_at_blanks(line, cells);
  while (cells.size() < kMostCells) {
    const std::size_t end = line.find(separator);
    cells.push_back(trim(line.substr(0, end)));
    if (end == std::string_view::npos) return true;
    line.remove_prefix(end + separator.size());
  }
  return false;
}

std::size_t row_end(std::string_view text, std::size_t at, char separator) {
  bool cell_begins = true;
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && cell_begins) {
      const std::size_t close = closing_quote(text, i);
      if (close == std::string_view::npos) return std::string_view::npos;
      i = close;
      cell_begins = false;
    } else if (c == '\n') {
      return i + 1;
    } else {
      cell_begins = c == separator;
    }
  }
  return std::string_view::npos;
}

void split_row(std::string_view row, char separator, std::vector<std::string_view>& cells, std::deque<std::string>& owned) {
  cells.clear();
  owned.clear();
  row = without_line_end(row);
  std::size_t at = 0;
  while (true) {
    if (at < row.size() && row[at] == '"') {
      const std::size_t close = closing_quote(row, at);
      const std::size_t end = std::min(close, row.size());
      const std::string_view inside = row.substr(at + 1, end - at - 1);
      cells.push_back(inside.find('"') == std::string_view::npos ? inside : owned.emplace_back(unquoted(inside)));
      at = std::min(row.find(separator, end), row.size());
    } else {
      const std::size_t end = std::min(row.find(separator, at), row.size());
      cells.push_back(row.substr(at, end - at));
      at = end;
    }
    if (at >= row.size()) return;
    ++at;
    if (at == row.size()) {
      cells.emplace_back();
      return;
    }
  }
}

void split_copy_row(std::string_view row, std::vector<std::string_view>& cells, std::deque<std::string>& owned) {
  cells.clear();
  owned.clear();
  row = without_line_end(row);
  std::size_t at = 0;
  while (at <= row.size()) {
    const std::size_t end = std::min(row.find('\t', at), row.size());
    std::string_view cell = row.substr(at, end - at);
    if (cell == "\\N")
      cell = {};
    else if (cell.find('\\') != std::string_view::npos)
      cell = owned.emplace_back(unescaped(cell));
    cells.push_back(cell);
    at = end + 1;
  }
}

}  // namespace ropc::logparsers
