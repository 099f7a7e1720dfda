#pragma once

#include "model/report.h"

namespace ropc::test {

/// Three clients (in use and in the code; in use and nowhere in the code; enabled and not seen), a row of noise, findings
/// that name no client, a suppressed one, coverage, diagnostics.
Report three_clients();

/// A run that found nothing at all.
Report empty_report();

/// What `scan` hands over: code findings only.
Report scan_only();

/// Controls, ANSI sequences, workflow commands, formulas, Markdown, HTML, direction marks, bytes that are no UTF-8 and
/// identifiers of 10,000 characters in every field that comes from an input.
Report hostile();

}  // namespace ropc::test
