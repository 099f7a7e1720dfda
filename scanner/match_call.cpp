#include "scanner/match.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "common/text.h"
#include "scanner/imports.h"
#include "scanner/match_index.h"
#include "scanner/names.h"

namespace ropc::scanner {
namespace {

bool name_fits(const CompiledCall& call, const CallFact& fact) {
  if (call.plain.contains(fact.name)) return true;
  if (call.dotted.empty()) return false;
  const std::string full = plain_dotted(fact.qualifier) + "." + fact.name;
  const std::string typed = plain_dotted(fact.type) + "." + fact.name;
  return std::any_of(call.dotted.begin(), call.dotted.end(), [&](const std::string& name) {
    return fact.name == name || ends_in_parts(full, name) || ends_in_parts(typed, name);
  });
}

bool argument_fits(const CompiledArgument& wanted, const CallFact& fact) {
  int position = -1;
  for (const Argument& argument : fact.arguments) {
    if (argument.name.empty()) ++position;
    const bool named = !wanted.name.empty() && folded_name(argument.name) == wanted.name;
    const bool placed = wanted.match->position && argument.name.empty() && *wanted.match->position == position;
    const bool anywhere = wanted.name.empty() && !wanted.match->position;
    if (!named && !placed && !anywhere) continue;
    if (wanted.values.empty() && wanted.value_names.empty()) return true;
    if (value_fits(argument.value, wanted.values, wanted.value_names)) return true;
  }
  return false;
}

bool arguments_fit(const CompiledCall& call, const CallFact& fact) {
  const auto count = static_cast<int>(std::count_if(fact.arguments.begin(), fact.arguments.end(),
                                                    [](const Argument& argument) { return !argument.option; }));
  if (count < call.match->min_arguments.value_or(0)) return false;
  if (call.match->max_arguments && count > *call.match->max_arguments) return false;
  return std::all_of(call.arguments.begin(), call.arguments.end(), [&](const CompiledArgument& wanted) {
    return argument_fits(wanted, fact) != wanted.match->absent;
  });
}

/// Whether nothing stands before the name: a function of the file itself, or an imported one. A receiver that is an
/// expression has no name, but is there.
bool has_no_receiver(const CallFact& fact, std::string_view text) {
  if (!fact.qualifier.empty() || !text.substr(fact.where.begin).starts_with(fact.name)) return false;
  const std::size_t before = text.substr(0, fact.where.begin).find_last_not_of(" \t\r\n");
  return before == std::string_view::npos || std::string_view(".:>").find(text[before]) == std::string_view::npos;
}

/// The value at the place that a rule's `context` names, in a call.
std::string argument_at(const rules::ContextSource& source, const CallFact& fact) {
  int position = -1;
  for (const Argument& argument : fact.arguments) {
    if (argument.name.empty()) ++position;
    const bool named = !source.name.empty() && folded_name(argument.name) == folded_name(source.name);
    const bool placed = source.position && argument.name.empty() && *source.position == position;
    if ((named || placed) && argument.value.known) return argument.value.text;
  }
  return {};
}

}  // namespace

bool DocumentMatch::imported(const rules::CallMatch& match) const {
  return std::any_of(match.imports.begin(), match.imports.end(), [&](const std::string& wanted) {
    if (!imports_.empty()) return list_imports(imports_, wanted);
    return text_imports(document_->text, wanted) || text_imports(document_->head, wanted);
  });
}

bool DocumentMatch::receiver_fits(const rules::CallMatch& match, const CallFact& fact) const {
  if (match.imports.empty() && match.types.empty()) return true;
  const std::string type = plain_dotted(fact.type);
  const bool typed = !type.empty() && std::any_of(match.types.begin(), match.types.end(), [&](const std::string& wanted) {
    return ends_in_parts(type, plain_dotted(wanted));
  });
  if (typed) return true;
  if (!type.empty() && !match.types.empty()) return false;
  if (!match.types.empty() && !fact.creates && has_no_receiver(fact, document_->text)) return false;
  return imported(match) || std::any_of(match.types.begin(), match.types.end(), [&](const std::string& wanted) {
           const std::string dotted = plain_dotted(wanted);
           const std::string_view name = last_part(dotted);
           // A package or class around the type must be named too: "Server" alone is any server.
           const bool qualified = name.size() == dotted.size() ||
                                  has_word(document_->text, std::string_view(dotted).substr(0, dotted.size() - name.size() - 1));
           return qualified && has_word(document_->text, name);
         });
}

void DocumentMatch::call(const CallFact& fact, const Surroundings& around) {
  const auto& index = *rules_->index_;
  const auto candidates = index.by_call.find(fact.name);
  if (candidates == index.by_call.end()) return;
  for (const std::uint32_t id : candidates->second) {
    const CompiledCall& call = index.calls[id];
    if (!name_fits(call, fact) || !arguments_fit(call, fact) || !possible(call.rule) ||
        !receiver_fits(*call.match, fact))
      continue;
    const rules::Rule& rule = rules_->rules().rules[call.rule];
    Context context = with_constants(around.context(), rule);
    for (const rules::ContextSource& source : rule.context)
      put(context, source.fact, argument_at(source, fact));
    std::vector<const Value*> values;
    for (const Argument& argument : fact.arguments) values.push_back(&argument.value);
    add(call.rule, fact.where, fact.role, fact.creates ? "object-creation" : "library-call", std::move(context), values);
  }
}

}  // namespace ropc::scanner
