#pragma once

#include <map>
#include <string>
#include <vector>

#include "scanner/document.h"
#include "scanner/syntax/sight.h"

namespace ropc::scanner::syntax {

/// A parameter of a function whose value becomes the value of a key: a call that gives it the wanted value is a finding.
struct Sink {
  std::string function;          ///< name by which it is called; a constructor's is its type's
  std::string container;         ///< type that it is a method of; empty: none
  std::size_t index = 0;         ///< of the parameter
  std::string parameter;
  std::string key;               ///< text of the key
  std::string fallback;          ///< the parameter's default, where `has_fallback`
  bool has_fallback = false;
  std::vector<RelatedPlace> onward;  ///< where the value goes from there, to the place that it is sent from
  auto operator<=>(const Sink&) const = default;
};

/// By function name.
using Sinks = std::map<std::string, std::vector<Sink>>;

/// The sinks that a sight shows: pairs whose value is what a parameter gets.
std::vector<Sink> sinks_of(const Sight& sight, const Values& values, const Document& document);

/// Adds to `sight` the calls of sinks: a pair for each, with the value that the call gives. Functions of this file that
/// only hand a parameter on are sinks too; they are followed, within bounds, and added to `sinks`.
void follow_calls(Sinks& sinks, const Values& values, const Document& document, Sight& sight);

}  // namespace ropc::scanner::syntax
