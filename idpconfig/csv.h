#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::idpconfig {

/// Rows of a CSV text: RFC 4180 quoting, and a back-slash escape inside quotes where `backslash` is set (kcadm.sh
/// writes it, databases do not). Fields and rows of any length; one pass.
class CsvReader {
 public:
  CsvReader(std::string_view text, bool backslash) : text_(text), backslash_(backslash) {}

  /// The next row that is not empty; false at the end. `quoted` tells of each field whether it stood in quotes.
  bool next(std::vector<std::string>& fields);
  [[nodiscard]] std::uint32_t line() const { return row_line_; }  ///< of the row's first byte, from 1
  [[nodiscard]] const std::vector<bool>& quoted() const { return quoted_; }
  /// Whether the text ended inside quotes.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  void read_field(std::vector<std::string>& fields);
  void read_quoted(std::string& field);

  std::string_view text_;
  bool backslash_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t row_line_ = 1;
  std::vector<bool> quoted_;
  bool cut_ = false;
};

}  // namespace ropc::idpconfig
