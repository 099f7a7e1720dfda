#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "model/location.h"

namespace ropc {

/// Something a person should know about the run itself: an unreadable file, a skipped record. `incomplete` means
/// that something that had to be read was not: it turns the exit code into 3.
struct Diagnostic {
  enum class Level : std::uint8_t { note, warning, incomplete };
  Level level = Level::warning;
  std::string message;  ///< one sentence: what, and what to do
  Location where;
  auto operator<=>(const Diagnostic&) const = default;
};

}  // namespace ropc
