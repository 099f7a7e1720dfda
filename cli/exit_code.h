#pragma once

#include "common/result.h"

namespace ropc::cli {

/// What the program's end says to a pipeline (DESIGN.md §2). "Could not read" is never 0.
enum ExitCode : int {
  kDone = 0,          ///< done, nothing at or over the threshold
  kFindings = 1,      ///< findings at or over it
  kUsage = 2,         ///< wrong usage or configuration
  kIncomplete = 3,    ///< something that had to be read was not; results so far are kept
  kNothing = 4,       ///< nothing to audit
  kInternal = 5       ///< a fault of the program
};

/// The exit code of an operation that could not be done.
inline ExitCode exit_code_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::usage:
    case ErrorCode::syntax:
    case ErrorCode::schema:
    case ErrorCode::unsupported:
      return kUsage;
    default:
      return kIncomplete;
  }
}

}  // namespace ropc::cli
