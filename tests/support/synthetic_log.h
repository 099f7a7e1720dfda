#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace ropc::bench {

/// What a correct reader counts of one client.
struct Count {
  std::uint64_t success = 0;
  std::uint64_t failure = 0;
  std::uint64_t blocked = 0;
  std::uint64_t users = 0;  ///< distinct, with a success
};

/// A made-up sign-in log of any length, the same each time, with the counts that a correct reader must find. They are
/// kept while it is written, from what was decided and not from what was written. No reader of the program is used.
///
/// Entra: one diagnostic record a line; one in five is the grant, some of those are mail clients or unknown apps, which
/// are no client's use; one in a hundred grants is written twice; a line in 50,000 is cut.
/// Keycloak: a server log at DEBUG; two in five lines are the grant, the rest are browser sign-ins, token requests and
/// other loggers' lines; refused sign-ins that repeat are new ones, repeated token ids are copies.
class SyntheticLog {
 public:
  virtual ~SyntheticLog() = default;
  /// Adds a record, with its line end.
  virtual void append(std::string& out) = 0;
  /// The counts so far, by client id.
  [[nodiscard]] virtual std::map<std::string, Count> counts() const = 0;
  /// The tenant of all clients: its name where the log writes one, else its id.
  [[nodiscard]] virtual std::string_view tenant() const = 0;
};

/// `kind` is "entra" or "keycloak"; nullptr for any other.
std::unique_ptr<SyntheticLog> make_log(std::string_view kind);

}  // namespace ropc::bench
