#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"

namespace ropc::cli {

/// One `--format F -o FILE` pair.
struct Output {
  std::string format;
  std::string file;  ///< "-": standard output
};

/// Exactly what was typed, defaults filled in. Nothing is opened or checked against the disk yet.
struct Options {
  std::string command;  ///< "audit", "scan", …; of `rules list`: "rules-list"

  // Inputs.
  std::vector<std::string> code;       ///< folders or files of code
  std::vector<std::string> logs;       ///< sign-in logs: files, folders, "-"
  std::vector<std::string> idp;        ///< exports of identity providers
  std::vector<std::string> inputs;     ///< positional arguments of the other commands
  std::string as_format;               ///< --as: log format id, instead of recognition
  std::string emit;                    ///< --emit: partials go there instead of into the inventory; "-": standard output
  std::string part;                    ///< --part: names the piece that standard input is; empty: by chance
  std::string engine;                  ///< query --engine
  std::string source;                  ///< query --source
  std::string table;                   ///< query --table; empty: the usual one
  bool follow = false;                 ///< --follow: go on reading what is written to the logs
  bool again = false;                  ///< --again: logs are read although they are as they were
  std::string log;                     ///< --log: names the log that standard input is a piece of; empty: "-"

  // What is looked at.
  std::vector<std::string> rule_folders;
  std::vector<std::string> format_folders;
  std::string baseline;
  std::string user_key_file;
  bool no_users = false;
  std::string idp_filter, tenant_filter;
  std::uint32_t quiet_days = 14;       ///< verify: days without use that must be proven
  std::string until;                   ///< verify: last of these days as it was typed; empty: the last day in the logs

  // Where results go.
  std::string db;                      ///< empty: the command's default
  std::vector<std::string> formats;    ///< as typed; outputs() pairs them with files
  std::vector<std::string> files;
  std::optional<Level> fail_on = Level::error;  ///< nothing: never
  unsigned jobs = 0;                   ///< 0: one per core
  bool quiet = false;
  bool atoms = false;                  ///< rules list --atoms
  std::string color = "auto";          ///< auto, always, never
  bool verbose = false;
  bool no_clang = false;

  /// The nth format goes to the nth file, those without one to standard output; `otherwise` when none was asked for.
  [[nodiscard]] std::vector<Output> outputs(const std::string& otherwise) const;
};

/// What the command line came to: options to run with, or an exit code after help, version or an error was printed.
struct Parsed {
  std::optional<Options> options;
  int exit_code = 0;
};

/// Reads the command line. Prints help and version to standard output and errors, with the nearest known word, to
/// standard error.
Parsed parse_command_line(int argc, const char* const* argv);

}  // namespace ropc::cli
