// Exports of identity providers: any bytes are read, not ours, or broken with a diagnostic; memory and time are bounded.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "idpconfig/read.h"

namespace {

class Counter : public ropc::EvidenceSink {
 public:
  void add(ropc::Finding /*finding*/) override { std::abort(); }
  void add(ropc::IdpFact fact) override {
    ++given;
    if (fact.client.client_id.empty() || fact.value.empty()) std::abort();
  }
  void add(ropc::TenantName /*name*/) override { ++given; }
  void add(ropc::Diagnostic /*diagnostic*/) override { ++told; }
  int given = 0;
  int told = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Counter seen;
  const auto result = ropc::idpconfig::read_export(text, "fuzz", seen);
  if (result == ropc::idpconfig::ReadResult::not_mine && seen.given + seen.told > 0) std::abort();
  if (result == ropc::idpconfig::ReadResult::failed && seen.told == 0) std::abort();
  return 0;
}
