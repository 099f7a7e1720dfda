#pragma once

#include <memory>
#include <ostream>
#include <span>
#include <string_view>

#include "common/result.h"
#include "model/report.h"

namespace ropc::reporters {

struct Style {
  bool color = false;       ///< ANSI colours (text only)
  unsigned width = 100;     ///< columns of the terminal (text only)
  bool verbose = false;
};

/// Writes a finished report in one format. Same report, same bytes.
class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual Result<void> write(const Report& report, const Style& style, std::ostream& out) const = 0;
};

/// A row of the table of formats; `id` is the word after --format.
struct ReporterEntry {
  std::string_view id;
  std::string_view summary;
  std::string_view extension;  ///< of the file in a report set, e.g. "md"
  std::unique_ptr<Reporter> (*make)();
};

/// All formats, sorted by id.
std::span<const ReporterEntry> all_reporters() noexcept;
/// The entry of `id`; nullptr: there is none.
const ReporterEntry* find_reporter(std::string_view id) noexcept;

}  // namespace ropc::reporters
