#pragma once

#include <string>

#include "model/report.h"
#include "reporters/reporter.h"

// One function a format: the whole document as a string, UTF-8 without a byte order mark. registry.cpp lists them.

namespace ropc::reporters {

/// Logging commands of Azure Pipelines.
std::string azure_report(const Report& report, const Style& style);
/// Table of clients for programs, schema ropc-audit/clients/v1.
std::string clients_json_report(const Report& report, const Style& style);
/// Tables of clients and of findings for spreadsheets, RFC 4180.
std::string clients_csv_report(const Report& report, const Style& style);
std::string findings_csv_report(const Report& report, const Style& style);
/// Generic Findings Import of DefectDojo.
std::string defectdojo_report(const Report& report, const Style& style);
/// Workflow commands of GitHub Actions.
std::string github_report(const Report& report, const Style& style);
/// The Markdown report within the size that a GitHub step summary may have.
std::string github_summary_report(const Report& report, const Style& style);
/// Report types of GitLab CI.
std::string gitlab_codequality_report(const Report& report, const Style& style);
std::string gitlab_sast_report(const Report& report, const Style& style);
/// The checklist as one self-contained page, without scripts and network.
std::string html_report(const Report& report, const Style& style);
/// Everything, schema ropc-audit/report/v1.
std::string json_report(const Report& report, const Style& style);
/// Test results, for GitLab CI and Azure Pipelines alike.
std::string junit_report(const Report& report, const Style& style);
/// The migration checklist that a team reads in a meeting.
std::string markdown_report(const Report& report, const Style& style);
/// Detection Findings of the Open Cybersecurity Schema Framework, a JSON object a line.
std::string ocsf_report(const Report& report, const Style& style);
/// reviewdog's diagnostics, a JSON object a line.
std::string rdjsonl_report(const Report& report, const Style& style);
/// SARIF 2.1.0, see sarif/profile.h; `sarif_report` is GitHub's.
std::string sarif_report(const Report& report, const Style& style);
std::string sarif_plain_report(const Report& report, const Style& style);
std::string sarif_gitlab_report(const Report& report, const Style& style);
std::string sarif_azure_report(const Report& report, const Style& style);
std::string sarif_defectdojo_report(const Report& report, const Style& style);
/// SonarQube's generic issues (10.3 and later).
std::string sonar_report(const Report& report, const Style& style);
/// For terminals, see View.
std::string text_report(const Report& report, const Style& style);

}  // namespace ropc::reporters
