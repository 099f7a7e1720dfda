// How fast sign-in logs are read: into nothing, and into an inventory in memory.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "inventory/inventory.h"
#include "logparsers/read.h"
#include "model/null_usage_sink.h"
#include "tests/support/synthetic_log.h"

namespace {

std::string text_of(const char* kind) {
  const auto log = ropc::bench::make_log(kind);
  std::string out;
  while (out.size() < (32U << 20U)) log->append(out);
  return out;
}

ropc::logparsers::ReadOptions options(const benchmark::State& state) {
  static const auto formats = ropc::logparsers::load_formats({}).value();
  static const ropc::UserDigester users = ropc::UserDigester::without_key();
  ropc::logparsers::ReadOptions out;
  out.formats = formats;
  out.users = &users;
  out.threads = static_cast<unsigned>(state.range(0));
  out.label = "bench";
  return out;
}

void counted(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void read_log(benchmark::State& state, const char* kind) {
  const std::string text = text_of(kind);
  ropc::NullUsageSink sink;
  for (auto _ : state) benchmark::DoNotOptimize(ropc::logparsers::read_bytes(text, options(state), sink));
  counted(state, text);
}

void ingest_log(benchmark::State& state, const char* kind) {
  const std::string text = text_of(kind);
  for (auto _ : state) {
    const auto inventory = ropc::inventory::Inventory::open(":memory:").value();
    benchmark::DoNotOptimize(ropc::logparsers::read_bytes(text, options(state), inventory->usage()));
  }
  counted(state, text);
}

BENCHMARK_CAPTURE(read_log, entra, "entra")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_log, keycloak, "keycloak")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ingest_log, entra, "entra")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ingest_log, keycloak, "keycloak")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
