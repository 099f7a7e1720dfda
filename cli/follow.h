#pragma once

#include <csignal>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cli/ingest.h"

namespace ropc::cli {

/// Reads logs that grow, as far as they have got: whole lines only. A log that was moved away (rotation) is read to its
/// end before the new file of its name is, one that was cut short is read anew. What is told twice counts once.
class Follower {
 public:
  /// `inputs`: files and folders, which may get new files. `ingester` must outlive it.
  Follower(std::vector<std::string> inputs, Ingester& ingester);
  ~Follower();
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

  /// Looks at all files once and reads what is new; how many logs had something new.
  std::size_t step();
  /// What is left of the files, lines without an end too.
  void finish();

 private:
  struct Followed {
    int fd = -1;               ///< holds the file although its name goes to another
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = -1;    ///< when it was looked at last
    std::int64_t modified = 0;
  };
  bool look(const std::string& path);
  bool read_on(const std::string& path, Followed& file, bool whole_lines);
  static void drop(Followed& file);

  std::vector<std::string> inputs_;
  Ingester& ingester_;
  std::map<std::string, Followed> files_;
};

/// From now on SIGINT and SIGTERM wait until they are asked for, so that they cut nothing that is being read.
class EndSignals {
 public:
  EndSignals();
  ~EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  /// Whether one came; waits a second for it.
  bool came();

 private:
  sigset_t set_{};
};

}  // namespace ropc::cli
