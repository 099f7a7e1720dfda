#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "common/result.h"
#include "inventory/inventory.h"

namespace ropc::cli {

struct Ingested {
  std::uint64_t logs = 0;       ///< inputs that were sign-in logs
  std::uint64_t exports = 0;    ///< inputs that were IdP configuration
  std::uint64_t events = 0;     ///< password-grant attempts in the logs, copies included
  std::uint64_t unchanged = 0;  ///< logs that are as they were when they were read
  std::uint64_t unreadable = 0; ///< inputs that were neither, or broken
  bool incomplete = false;      ///< a part of some input could not be read
};

/// Reads inputs into an inventory, one after the other.
class Ingester {
 public:
  /// Fails on wrong options. Both must outlive it.
  static Result<std::unique_ptr<Ingester>> make(const Options& options, inventory::Inventory& inventory);
  ~Ingester();
  Ingester(const Ingester&) = delete;
  Ingester& operator=(const Ingester&) = delete;

  /// A log or an export; see ingest().
  void read(const std::string& path);
  /// What a log has grown by since it was read under this label, or all of it; `whole_lines`: up to its last line end.
  /// False when there was nothing to read, or it is no log.
  bool read_on(const std::string& path, const std::string& label, bool whole_lines);
  [[nodiscard]] const Ingested& sum() const;

 private:
  struct Impl;
  explicit Ingester(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Reads sign-in logs and IdP exports (files, folders, "-") into the inventory; each input is recognised by its
/// content. A log that was read whole and is the same is not read again, and one that has grown is read on where it can be
/// (options.again: all of it is read). What cannot be read becomes a diagnostic that makes the run incomplete, and the rest is read all the
/// same. Fails only on wrong options and on database errors.
Result<Ingested> ingest(const std::vector<std::string>& inputs, const Options& options,
                        inventory::Inventory& inventory);

/// Reads sign-in logs alone and writes partials (inventory/usage_partial.h) to options.emit instead. A file that is
/// no log is named on standard error and makes the run incomplete; standard input may be a piece without a record. Fails on wrong options, and when the file cannot be written.
Result<Ingested> emit_partials(const std::vector<std::string>& inputs, const Options& options);

/// All regular files below the inputs, folders sorted and taken recursively, links not followed; "-" stays.
/// What does not exist or is unreadable is told to `out`.
std::vector<std::string> files_of(const std::vector<std::string>& inputs, EvidenceSink& out);

}  // namespace ropc::cli
