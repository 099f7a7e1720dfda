#include "advice/explain.h"

#include "common/text.h"
#include "model/names.h"

namespace ropc::advice {
namespace {

std::string sureness_of(const AdviceInput& input) {
  if (input.value.empty()) return "not known";
  if (input.assumed) return input.value + " (no sign of another)";
  const std::string_view words = input.confidence == Confidence::tentative ? "leaning" : name_of(input.confidence);
  return input.value + " (" + std::string(words) + ")";
}

std::string sign_of(const Reason& reason) {
  std::string out = "    " + printable(reason.text);
  if (reason.where) {
    out += "  " + printable(reason.where->path);
    if (reason.where->line > 0) out += ":" + std::to_string(reason.where->line);
  }
  return out;
}

}  // namespace

std::vector<std::string> chain_of(const Recommendation& recommendation) {
  std::vector<std::string> out;
  for (const AdviceInput& input : recommendation.inputs) {
    out.push_back(input.title + ": " + sureness_of(input));
    for (const Reason& reason : input.reasons) out.push_back(sign_of(reason));
  }
  out.insert(out.end(), recommendation.trail.begin(), recommendation.trail.end());
  out.push_back("so: " + recommendation.flow_title + " (" + std::string(name_of(recommendation.confidence)) + ")");
  return out;
}

}  // namespace ropc::advice
