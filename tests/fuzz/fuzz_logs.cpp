// Sign-in logs: any bytes are read, not ours, or broken with a diagnostic, with every format and with one that is
// forced; what a thread more changes is nothing. Framing, wrappers, shapes, JSON and tables are all on this way.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "logparsers/formats.h"
#include "logparsers/read.h"

namespace {

class Events : public ropc::UsageSink {
 public:
  void begin_input(const ropc::InputLabel& /*input*/) override { ++begun; }
  void add(const ropc::LogEvent& event) override {
    if (begun == ended) std::abort();
    if (event.identity == ropc::Digest{} || event.count == 0 || event.client.idp.empty()) std::abort();
    identities.push_back(event.identity);
  }
  void add(const ropc::JoinRules& /*rules*/) override {}
  void add(const ropc::TenantName& /*name*/) override {}
  void add(const ropc::DayCoverage& /*coverage*/) override { ++told; }
  void add(ropc::Diagnostic /*diagnostic*/) override { ++told; }
  void end_input() override { ++ended; }
  void abandon_input() override {
    ++ended;
    identities.clear();
  }
  int begun = 0;
  int ended = 0;
  int told = 0;
  std::vector<ropc::Digest> identities;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using ropc::logparsers::ReadSummary;
  static const auto formats = ropc::logparsers::load_formats({}).value();
  static const ropc::UserDigester users = ropc::UserDigester::without_key();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  ropc::logparsers::ReadOptions options;
  options.formats = formats;
  options.users = &users;
  options.label = "fuzz";
  // The first byte forces a format, or none.
  if (data[0] < formats->all().size()) options.as = formats->all()[data[0]].id;
  Events seen;
  const ReadSummary summary = ropc::logparsers::read_bytes(text, options, seen);
  if (seen.begun != seen.ended) std::abort();
  if (summary.result != ReadSummary::Result::read && (seen.told > 0 || !seen.identities.empty())) std::abort();
  if (summary.result == ReadSummary::Result::failed && summary.problem.empty()) std::abort();
  options.threads = 2;
  Events again;
  ropc::logparsers::read_bytes(text, options, again);
  if (again.identities != seen.identities) std::abort();
  return 0;
}
