#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "common/result.h"
#include "common/timestamp.h"
#include "model/diagnostic.h"
#include "reporters/reporter.h"

namespace ropc::cli {

/// "ropc-audit: <error>" on standard error, made printable; answers the error's exit code.
int complain(const Error& error);
int complain(const std::vector<Error>& errors);

/// One line each on standard error, worst first, at most 50 and then a count; notes only when `verbose`.
void show(const std::vector<Diagnostic>& diagnostics, bool verbose);

/// A line on standard error unless --quiet.
void say(const Options& options, const std::string& line);

/// Shows how far a long step is, on standard error, only when that is a terminal and --quiet was not given.
class Progress {
 public:
  Progress(const Options& options, std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void at(const std::string& item);

 private:
  bool on_;
  std::string what_;
  std::size_t count_ = 0;
};

/// When this run is, for the few formats that must say so; SOURCE_DATE_EPOCH (seconds since 1970) where it is set, so
/// that a build or a test can repeat it to the byte.
TimePoint time_of_run();

/// Colour, width and view for an output file ("-": standard output).
reporters::Style style_for(const Options& options, const std::string& file);

}  // namespace ropc::cli
