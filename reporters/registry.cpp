#include <algorithm>
#include <array>

#include "reporters/formats.h"
#include "reporters/reporter.h"

namespace ropc::reporters {
namespace {

/// A format that is one function.
template <std::string (*Render)(const Report&, const Style&)>
class Rendered final : public Reporter {
 public:
  Result<void> write(const Report& report, const Style& style, std::ostream& out) const override {
    out << Render(report, style);
    out.flush();
    if (!out) return fail(ErrorCode::io, "the report could not be written");
    return {};
  }
};

template <std::string (*Render)(const Report&, const Style&)>
std::unique_ptr<Reporter> make() {
  return std::make_unique<Rendered<Render>>();
}

// Sorted by id.
constexpr std::array<ReporterEntry, 6> kReporters = {{
    {"clients-json", "table of clients for programs (ropc-audit/clients/v1)", "json", make<clients_json_report>},
    {"csv", "table of clients for spreadsheets", "csv", make<clients_csv_report>},
    {"findings-csv", "table of findings for spreadsheets", "csv", make<findings_csv_report>},
    {"json", "everything, for programs (ropc-audit/report/v1)", "json", make<json_report>},
    {"markdown", "migration checklist for the people who do the work", "md", make<markdown_report>},
    {"text", "table of clients for a terminal", "txt", make<text_report>},
}};

}  // namespace

std::span<const ReporterEntry> all_reporters() noexcept { return kReporters; }

const ReporterEntry* find_reporter(std::string_view id) noexcept {
  const auto found = std::find_if(kReporters.begin(), kReporters.end(), [&](const ReporterEntry& e) { return e.id == id; });
  return found == kReporters.end() ? nullptr : &*found;
}

}  // namespace ropc::reporters
