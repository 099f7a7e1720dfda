// YAML: any bytes are a document, or an error that says where.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/yaml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto documents = ropc::parse_yaml(text, "fuzz.yaml");
  if (!documents && !documents.error().where.starts_with("fuzz.yaml")) std::abort();
  return 0;
}
