#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace ropc {

/// What kind of obstacle an Error is; the exit code hangs on it (cli/exit_code.h).
enum class ErrorCode { io, syntax, schema, usage, unsupported, limit, database };

/// Why an operation that the caller asked for could not be done.
struct Error {
  ErrorCode code = ErrorCode::io;
  std::string message;  ///< one lower-case sentence without a final full stop: what, and what to do
  std::string where;    ///< "path" or "path:line"; empty when no file is to blame

  /// "where: message", or the message alone.
  [[nodiscard]] std::string text() const { return where.empty() ? message : where + ": " + message; }
};

/// A value, or the reason why there is none. No exception crosses a module border.
template <class T>
using Result = tl::expected<T, Error>;

/// Returns an Error as any Result: `return fail(ErrorCode::io, "cannot be opened", path);`
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

}  // namespace ropc
