#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/report.h"

namespace ropc::inventory {

/// What the logs say about the end of the password grant at one tenant.
struct QuietProof {
  enum class Verdict : std::uint8_t {
    quiet,    ///< every day could have shown a sign-in, and none did
    used,     ///< somebody still signs in, or tries to, with a user's password
    unproven  ///< no sign-in was seen, but not on every day could one have been seen
  };
  std::string idp;
  std::string tenant;             ///< empty: the log names none
  Verdict verdict = Verdict::unproven;
  DayRange window;                ///< the days asked for
  std::vector<const ClientRecord*> users;  ///< clients with an attempt in the window, of the report that was given
  std::vector<DayRange> blind;    ///< days of the window on which no log could have shown a success
};

/// One proof per tenant that the report knows, in the order of their names. The window ends at `until`, else at the last
/// day any log of that tenant covers, and is `days` long. Attempts that the identity provider refused as not allowed are
/// no use: that is what switching it off looks like. Clients of no known tenant make a proof of their own, which is never
/// quiet while code asks for their tokens.
std::vector<QuietProof> prove_quiet(const Report& report, std::int64_t days, std::optional<std::int64_t> until);

}  // namespace ropc::inventory
