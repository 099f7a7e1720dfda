#pragma once

#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// Takes the wrappers off one line, in any nesting: colours, byte order marks, the headers of syslog (RFC 5424 with or
/// without octet count, RFC 3164, the two file formats of rsyslog), journalctl, Kubernetes CRI, `kubectl logs
/// --timestamps`, `docker compose logs`. What they say goes to `outer`. Views into `line`.
TextRecord peel_line(std::string_view line);

/// Where in `line`, behind its front, another RFC 5424 header begins: a sender that cuts long messages loses the line
/// end with the rest, and the next record follows on the same line. npos: nowhere.
std::size_t next_syslog_header(std::string_view line, std::size_t from);

/// Length of the syslog frame at the start of `text` with its octet count (RFC 6587 §3.4.1), when the count is right:
/// the text or the line ends there, or the next frame begins. Else 0.
std::size_t octet_frame(std::string_view text);

}  // namespace ropc::logparsers
