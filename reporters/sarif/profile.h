#pragma once

#include <cstddef>
#include <string_view>

namespace ropc::reporters::sarif {

/// How one consumer of SARIF 2.1.0 wants it; they disagree, so one file does not serve all.
struct Profile {
  std::string_view name;
  /// Findings that a comment hides are kept and marked. GitHub ignores the mark and opens an alert; DefectDojo turns any
  /// mark into a false positive.
  bool suppressed = false;
  /// Findings of the baseline are kept and every result carries its `baselineState`. GitHub and its like know of none and
  /// would open alerts.
  bool baseline = false;
  /// Our fingerprint is the only one, in `fingerprints`: DefectDojo takes the first key there, else all partial
  /// fingerprints joined, of which GitHub's changes with the lines around it.
  bool own_fingerprint_only = false;
  /// `security-severity` on rules. DefectDojo lets it override each result's level.
  bool security_severity = true;
  std::size_t max_results = 0;  ///< worst first, the rest is counted in a notification; 0: no limit
  std::size_t max_tags = 0;     ///< of a rule; 0: no limit
};

/// Everything that SARIF can say.
inline constexpr Profile kPlain = {"plain", true, true, false, true, 0, 0};
/// Code scanning keeps 5,000 results of a run and shows 10 tags of a rule (25,000 and 20 are refused).
inline constexpr Profile kGithub = {"github", false, false, false, true, 5000, 10};
/// Limits of these two are not documented: GitHub's hard ones are kept.
inline constexpr Profile kGitlab = {"gitlab", false, false, false, true, 25'000, 20};
inline constexpr Profile kAzure = {"azure", false, false, false, true, 25'000, 20};
inline constexpr Profile kDefectdojo = {"defectdojo", false, false, true, false, 0, 0};

}  // namespace ropc::reporters::sarif
