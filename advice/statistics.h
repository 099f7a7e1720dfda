#pragma once

#include <map>
#include <string>

#include "model/report.h"

namespace ropc::advice {

/// Numbers that signals look at, by name; a number that the usage cannot give is missing.
///   successes, failures, blocked  attempts
///   users                         distinct users with a success
///   days-used                     distinct UTC days with an attempt
///   per-user-day                  successes per user and day with an attempt
///   weekend-percent               share of attempts on Saturday and Sunday (UTC)
///   failure-percent               share of failures among all attempts
std::map<std::string, double> statistics_of(const ClientUsage& usage);

/// Replaces each {name} in `text` by its number, rounded; names that are not there stay as they are.
std::string with_numbers(std::string text, const std::map<std::string, double>& numbers);

}  // namespace ropc::advice
