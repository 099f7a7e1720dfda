#pragma once

#include <string>
#include <string_view>

#include "scanner/ast/unit_result.h"
#include "scanner/ast/worker_pool.h"

// What goes over the socket between the scan and its workers: frames of four bytes of length (host order, both ends are
// one machine) and JSON.

namespace ropc::scanner::ast {

/// A request as a worker gets it; the document owned.
struct ReceivedRequest {
  Document document{{}, {}, {}, LineIndex("")};
  std::string root;
  std::vector<std::string> arguments;
};

std::string encoded(const UnitRequest& request);
std::string encoded(const UnitResult& result);
/// False: the text is no message of ours. A worker that hostile code has taken over can answer anything.
bool decode(std::string_view text, ReceivedRequest& out);
bool decode(std::string_view text, UnitResult& out);

/// Writes or reads one frame on a socket. `deadline_ms` < 0: no limit. False: closed, failed, too long or too late.
bool send_frame(int socket, std::string_view text, int deadline_ms);
bool receive_frame(int socket, std::string& text, int deadline_ms);

}  // namespace ropc::scanner::ast
