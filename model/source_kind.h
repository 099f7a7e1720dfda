#pragma once

#include <cstdint>

namespace ropc {

/// Which copy of the sign-ins a record belongs to. Copies of one kind are told apart record by record; between kinds
/// only a token id says that two records are one sign-in, so of the rest the larger number counts.
enum class SourceKind : std::uint8_t {
  log,      ///< lines that the server wrote
  store,    ///< its own store of events: database, REST, export
  listener  ///< what a plug-in or collector wrote beside the log
};

}  // namespace ropc
