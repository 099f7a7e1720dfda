// Rule files: any bytes are a rule, or faults with their place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "rules/rule_loader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto rule = ropc::rules::load_rule(text, "rules/code/fuzz.yaml");
  if (rule) return 0;
  if (rule.error().empty()) std::abort();
  for (const ropc::Error& error : rule.error())
    if (!error.where.starts_with("rules/code/fuzz.yaml") || error.message.empty()) std::abort();
  return 0;
}
