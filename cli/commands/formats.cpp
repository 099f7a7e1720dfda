#include <algorithm>
#include <iostream>

#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "common/text.h"
#include "logparsers/read.h"
#include "model/null_usage_sink.h"

namespace ropc::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

/// Says of each file which format it is in, and how much of it could be read.
int try_files(const std::vector<std::string>& paths, const logparsers::ReadOptions& how) {
  int code = kDone;
  for (const std::string& path : paths) {
    NullUsageSink nowhere;
    const auto read = logparsers::read_input(path, how, nowhere);
    if (!read) {
      code = complain(read.error());
      continue;
    }
    if (read->result != logparsers::ReadSummary::Result::read) {
      std::cout << printable(path) << ": no log format recognises it\n";
      code = kIncomplete;
      continue;
    }
    for (const auto& [format, records] : read->formats)
      std::cout << printable(path) << ": " << format << ", " << records << " records\n";
    std::cout << printable(path) << ": " << read->events << " password-grant attempts, " << read->bad_records
              << " bad records\n";
  }
  return code;
}

}  // namespace

int run_formats_list(const Options& options) {
  const auto formats = logparsers::load_formats(options.format_folders);
  if (!formats) return complain(formats.error());
  for (const logparsers::FormatInfo& format : logparsers::list_formats(**formats))
    std::cout << padded(format.id, 32) << padded(format.idp, 16) << padded(format.verified ? "verified" : "unverified", 12)
              << format.title << "; " << format.shows << '\n';
  return kDone;
}

int run_formats_test(const Options& options) {
  const auto formats = logparsers::load_formats(options.format_folders);
  if (!formats) return complain(formats.error());
  if (!options.inputs.empty()) {
    logparsers::ReadOptions how;
    how.formats = *formats;
    return try_files(options.inputs, how);
  }
  const std::vector<std::string> faults = logparsers::test_formats(**formats);
  for (const std::string& fault : faults) std::cout << printable(fault) << '\n';
  std::cout << logparsers::list_formats(**formats).size() << " formats tested, " << faults.size() << " faults\n";
  return faults.empty() ? kDone : kFindings;
}

}  // namespace ropc::cli
