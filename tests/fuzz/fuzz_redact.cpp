// Redaction: a marked secret never survives, whatever stands around it. The input's two halves become what stands
// before and after each spelling of the secret.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/redact.h"

namespace {

constexpr std::string_view kMark = "MarkedSecret42";

void must_not_survive(const std::string& line) {
  if (ropc::redact(line).str().find(kMark) != std::string::npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text.find("Marked") != std::string_view::npos) return 0;  // the mark itself, not marked as a secret
  const std::string before(text.substr(0, size / 2));
  const std::string after(text.substr(size / 2));
  const std::string mark(kMark);
  must_not_survive(before + "&password=" + mark + "&" + after);
  must_not_survive(before + " client_secret=" + mark + " " + after);
  must_not_survive(before + ", \"password\": \"" + mark + "\"" + after);
  must_not_survive(before + " form.add(\"username\", \"" + mark + "\");" + after);
  must_not_survive(before + " 'password' => '" + mark + "'" + after);
  must_not_survive(before + " --password " + mark + " " + after);
  must_not_survive(before + " Authorization: Bearer " + mark + " " + after);
  must_not_survive(before + " https://anna:" + mark + "@id.example.com/ " + after);
  return 0;
}
