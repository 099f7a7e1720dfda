#include "scanner/fingerprint.h"

#include <map>
#include <string>

#include "common/digest.h"

namespace ropc::scanner {

void set_fingerprints(std::vector<Finding>& findings) {
  std::map<std::string, unsigned> seen;
  for (Finding& finding : findings) {
    std::string text = finding.rule_id + '\n' + finding.where.path + '\n';
    for (const char c : finding.excerpt.str())
      if (c != ' ' && c != '\t' && c != '\r') text += c;
    const unsigned ordinal = seen[text]++;
    finding.fingerprint = to_hex(digest_of(text + '\n' + std::to_string(ordinal)));
  }
}

}  // namespace ropc::scanner
