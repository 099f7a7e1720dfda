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
constexpr std::array<ReporterEntry, 22> kReporters = {{
    {"azure", "annotations of an Azure Pipelines run (logging commands)", "txt", make<azure_report>},
    {"clients-json", "table of clients for programs (ropc-audit/clients/v1)", "json", make<clients_json_report>},
    {"csv", "table of clients for spreadsheets", "csv", make<clients_csv_report>},
    {"defectdojo", "DefectDojo Generic Findings Import: clients and findings", "json", make<defectdojo_report>},
    {"findings-csv", "table of findings for spreadsheets", "csv", make<findings_csv_report>},
    {"github", "annotations of a GitHub Actions run (workflow commands)", "txt", make<github_report>},
    {"github-summary", "Markdown within the size of a GitHub step summary", "md", make<github_summary_report>},
    {"gitlab-codequality", "GitLab Code Quality report", "json", make<gitlab_codequality_report>},
    {"gitlab-sast", "GitLab SAST report", "json", make<gitlab_sast_report>},
    {"html", "the checklist as one self-contained page", "html", make<html_report>},
    {"json", "everything, for programs (ropc-audit/report/v1)", "json", make<json_report>},
    {"junit", "JUnit test results for GitLab and Azure Pipelines", "xml", make<junit_report>},
    {"markdown", "migration checklist for the people who do the work", "md", make<markdown_report>},
    {"ocsf", "OCSF Detection Findings, a JSON object a line", "jsonl", make<ocsf_report>},
    {"rdjsonl", "reviewdog diagnostics, a JSON object a line", "jsonl", make<rdjsonl_report>},
    {"sarif", "SARIF 2.1.0 for GitHub code scanning", "sarif", make<sarif_report>},
    {"sarif-azure", "SARIF 2.1.0 for Azure DevOps Advanced Security", "sarif", make<sarif_azure_report>},
    {"sarif-defectdojo", "SARIF 2.1.0 for DefectDojo", "sarif", make<sarif_defectdojo_report>},
    {"sarif-gitlab", "SARIF 2.1.0 for GitLab", "sarif", make<sarif_gitlab_report>},
    {"sarif-plain", "SARIF 2.1.0 with suppressed findings, without limits", "sarif", make<sarif_plain_report>},
    {"sonar", "SonarQube generic issues", "json", make<sonar_report>},
    {"text", "table of clients for a terminal", "txt", make<text_report>},
}};

}  // namespace

std::span<const ReporterEntry> all_reporters() noexcept { return kReporters; }

const ReporterEntry* find_reporter(std::string_view id) noexcept {
  const auto found = std::find_if(kReporters.begin(), kReporters.end(), [&](const ReporterEntry& e) { return e.id == id; });
  return found == kReporters.end() ? nullptr : &*found;
}

}  // namespace ropc::reporters
