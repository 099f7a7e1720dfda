#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "common/redact.h"

namespace {

void redact_form_line(benchmark::State& state) {
  const std::string line =
      R"(  body = {"grant_type": "password", "client_id": "shop-cli", "username": user, "password": "hunter2"})";
  for (auto _ : state) benchmark::DoNotOptimize(ropc::redact(line));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(line.size()));
}
BENCHMARK(redact_form_line);

}  // namespace
