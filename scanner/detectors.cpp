#include "scanner/detectors.h"

#include "scanner/config/config_detector.h"
#include "scanner/text/text_detector.h"

namespace ropc::scanner {

std::vector<std::unique_ptr<Detector>> detectors(const RuleMatcher& rules) {
  std::vector<std::unique_ptr<Detector>> out;
  out.push_back(std::make_unique<ConfigDetector>(rules));
  out.push_back(std::make_unique<TextDetector>(rules));
  return out;
}

}  // namespace ropc::scanner
