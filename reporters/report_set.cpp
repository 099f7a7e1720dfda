#include "reporters/report_set.h"

#include <array>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/file_bytes.h"
#include "common/text.h"

namespace ropc::reporters {
namespace {

/// File name and format.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSet = {{{"report.md", "markdown"},
                                                                                {"report.json", "json"},
                                                                                {"report.sarif", "sarif"},
                                                                                {"clients.csv", "csv"},
                                                                                {"report.html", "html"},
                                                                                {"report.txt", "text"}}};

}  // namespace

Result<std::string> rendered(const Report& report, const std::string& format, const Style& style) {
  const ReporterEntry* entry = find_reporter(format);
  if (entry == nullptr) {
    std::vector<std::string> known;
    for (const ReporterEntry& e : all_reporters()) known.emplace_back(e.id);
    const std::string near = nearest(format, known);
    return fail(ErrorCode::usage, "there is no report format '" + printable(format) + "'" +
                                      (near.empty() ? std::string() : ", did you mean '" + near + "'?"));
  }
  std::ostringstream out;
  if (Result<void> done = entry->make()->write(report, style, out); !done) return fail(done.error());
  return out.str();
}

Result<std::vector<std::string>> write_report_set(const Report& report, const std::string& folder, const Style& style) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail(ErrorCode::io, "the folder cannot be made: " + error.message(), folder);
  Style plain = style;
  plain.color = false;
  std::vector<std::string> written;
  for (const auto& [name, format] : kSet) {
    const Result<std::string> text = rendered(report, std::string(format), plain);
    if (!text) return fail(text.error());
    std::string path = (std::filesystem::path(folder) / name).string();
    if (Result<void> done = write_file(path, *text); !done) return fail(done.error());
    written.push_back(std::move(path));
  }
  return written;
}

}  // namespace ropc::reporters
