#pragma once

#include <string_view>

#include "logparsers/read.h"
#include "tests/logparsers/collecting_usage.h"

namespace ropc::test {

/// The formats of the program, loaded once.
const std::shared_ptr<const logparsers::Formats>& built_in_formats();

/// Options with all formats and a fixed user key.
logparsers::ReadOptions reading_options(unsigned threads = 1);

/// Reads bytes with all formats.
struct Reading {
  logparsers::ReadSummary summary;
  CollectingUsage got;
};
Reading read_log(std::string_view bytes, unsigned threads = 1);

}  // namespace ropc::test
