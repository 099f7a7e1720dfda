// Partials of a distributed run: any bytes are added up or refused, and an input that begins also ends.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "inventory/usage_partial.h"

namespace {

class Inputs : public ropc::UsageSink {
 public:
  void begin_input(const ropc::InputLabel& /*input*/) override { open(false); }
  void add(const ropc::LogEvent& event) override { use(event.count > 0); }
  void add(const ropc::JoinRules& /*rules*/) override { use(true); }
  void add(const ropc::TenantName& /*name*/) override { use(true); }
  void add(const ropc::DayCoverage& /*coverage*/) override { use(true); }
  void add(ropc::Diagnostic /*diagnostic*/) override { use(true); }
  void end_input() override { open(true); }
  void abandon_input() override { open(true); }
  bool is_open = false;

 private:
  void open(bool before) {
    if (is_open != before) std::abort();
    is_open = !before;
  }
  void use(bool right) const {
    if (!is_open || !right) std::abort();
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  Inputs seen;
  const auto result = ropc::inventory::read_partial(in, "fuzz", seen);
  if (seen.is_open || (!result && result.error().message.empty())) std::abort();
  return 0;
}
