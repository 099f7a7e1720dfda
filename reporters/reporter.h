#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string_view>

#include "common/result.h"
#include "common/timestamp.h"
#include "model/report.h"

namespace ropc::reporters {

/// What the terminal report shows.
enum class View : std::uint8_t {
  clients,   ///< the table of clients, then what names no client (audit, clients, report)
  findings,  ///< every finding in a line of its own (scan)
  evidence   ///< each client's whole chain of evidence (explain)
};

struct Style {
  View view = View::clients;  ///< text only
  bool color = false;         ///< ANSI colours (text only)
  unsigned width = 100;       ///< columns of the terminal (text only); below 60 counts as 60
  bool verbose = false;       ///< long lists are not cut (text only)
  /// When the run was, for the formats that must say so (GitLab SAST, OCSF). 0: the latest time that the evidence
  /// shows, so that the same inputs give the same bytes.
  TimePoint made_at{};
};

/// Writes a finished report in one format. Same report, same bytes.
class Reporter {
 public:
  virtual ~Reporter() = default;
  /// Fails with ErrorCode::io when the stream does.
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
