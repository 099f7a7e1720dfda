#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "inventory/sqlite.h"
#include "model/usage_sink.h"

namespace ropc::inventory {

/// A log as it was when it was read to its end.
struct KnownLog {
  FileState file;
  std::optional<std::uint64_t> lines;  ///< nothing: what it grows by cannot be read alone
  std::string format;                  ///< of its records, where they have one alone; else empty
  std::int64_t reading = 0;            ///< usage_event.reading of its events
};

/// Which logs were read to their end, and as what.
class LogFiles {
 public:
  explicit LogFiles(Database& database);
  /// The log that was read under this label the last time.
  std::optional<KnownLog> find(const std::string& label);
  /// What the input is now; replaces what it was. Part of the input's transaction.
  void set(std::int64_t input, const FileState& file, std::optional<std::uint64_t> lines, std::int64_t reading);
  void forget(std::int64_t input);

 private:
  Statement find_, formats_, set_, forget_;
};

}  // namespace ropc::inventory
