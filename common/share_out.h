#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <thread>
#include <vector>

namespace ropc {

/// Runs `worker(next)` on `jobs` threads, the caller's among them, and returns when all have ended. `next()` hands out
/// the numbers from 0 to `count` - 1, each to one thread only, and then nothing. Which thread gets which number is open:
/// results belong into a place per number. `worker` must not throw.
template <class Worker>
void share_out(std::size_t count, unsigned jobs, const Worker& worker) {
  std::atomic<std::size_t> taken{0};
  const auto next = [&]() -> std::optional<std::size_t> {
    const std::size_t number = taken.fetch_add(1, std::memory_order_relaxed);
    return number < count ? std::optional(number) : std::nullopt;
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < jobs && i < count; ++i) threads.emplace_back([&] { worker(next); });
  worker(next);
}

}  // namespace ropc
