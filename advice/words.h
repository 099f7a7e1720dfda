#pragma once

#include <map>
#include <string>
#include <vector>

#include "advice/decide.h"
#include "advice/evidence.h"

namespace ropc::advice {

/// What stands for {client}, {tenant}, … in the texts of advice.
struct Names {
  std::map<std::string, std::string> text;     ///< printable, for sentences
  std::map<std::string, std::string> command;  ///< quoted for a POSIX shell; a name that cannot be is left as <name>
};

Names names_of(const Evidence& evidence);

/// Replaces each {name} that is known; other braces stay as they are.
std::string filled(const std::string& text, const std::map<std::string, std::string>& names);

/// One argument of a POSIX shell; empty when the text holds control characters, which no line to copy should have.
std::string shell_quoted(const std::string& text);

/// The question about an input with what follows from each answer; ends with what is known so far when witnesses
/// contradict each other.
std::string question_for(const InputInfo& input, const Inputs& inputs, const Knowledge& knowledge, const Idp& idp,
                         const Names& names);

/// The title of a flow in words; for "decide" what happens instead.
std::string title_of_flow(const std::string& flow, const Knowledge& knowledge);

}  // namespace ropc::advice
