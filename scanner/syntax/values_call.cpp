#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/syntax/format_hole.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/values.h"

// What a call comes to: well-known functions, formats, builders, and functions of the same file.

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxReturns = 8;

Meaning empty_text() {
  Meaning out;
  out.known = true;
  return out;
}

/// Part of a meaning's text, with the places it came from.
Meaning part_of(const Meaning& whole, std::size_t begin, std::size_t end) {
  Meaning out = empty_text();
  out.at = whole.at;
  out.source = whole.source;
  out.through = whole.through;
  out.foreign = whole.foreign;
  out.text = whole.text.substr(begin, end - begin);
  Mark start;
  for (const Mark& mark : whole.marks) {
    if (mark.text <= begin) start = {0, mark.source + (begin - mark.text)};
    if (mark.text > begin && mark.text < end) out.marks.push_back({mark.text - begin, mark.source});
  }
  out.marks.insert(out.marks.begin(), start);
  for (Gap gap : whole.gaps) {
    if (gap.text < begin || gap.text >= end) continue;
    gap.text -= begin;
    out.gaps.push_back(std::move(gap));
    out.known = false;
  }
  return out;
}

std::size_t last_dot(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? 0 : dot + 1;
}

}  // namespace

bool holds_settings(std::string_view name) {
  const std::string low = lower(name);
  return low.find("conf") != std::string::npos || low.find("setting") != std::string::npos || low.find("propert") != std::string::npos;
}

Values::Meanings Values::of_format(NodeId format, const std::vector<NodeId>& arguments, int depth) const {
  const Meaning pattern = follow(format, depth + 1).front();
  if (pattern.text.empty()) return {unknown(format)};
  Meanings out{empty_text()};
  std::size_t next = 0;
  std::size_t from = 0;
  const bool braces = pattern.text.find('{') != std::string::npos;
  const auto value_of = [&](const FormatHole& hole) -> Meanings {
    if (!hole.name.empty()) {
      for (const NodeId argument : arguments) {
        const NodeId holder = tree_.parent(argument);
        const NodeId label = tree_.form(holder) == Form::argument || tree_.form(holder) == Form::pair ? tree_.slot(holder, 0) : kNone;
        if (label != kNone && tree_.name(label) == hole.name) return follow(argument, depth + 1);
      }
      const std::string last = hole.name.substr(last_dot(hole.name));
      Meanings found = of_definitions(definitions_.visible(last, format), format, depth + 1);
      if (!found.empty()) return found;
      Meaning open = unknown(kNone);
      open.name = hole.name;
      return {open};
    }
    const std::size_t index = hole.index >= 0 ? static_cast<std::size_t>(hole.index) : next++;
    return index < arguments.size() ? follow(arguments[index], depth + 1) : Meanings{unknown(kNone)};
  };
  for (std::size_t i = 0; i < pattern.text.size(); ++i) {
    std::optional<FormatHole> hole;
    if (pattern.text[i] == '%') hole = percent_hole(pattern.text, i);
    if (pattern.text[i] == '{' && braces) hole = brace_hole(pattern.text, i);
    if (!hole) continue;
    Meanings more;
    const Meaning before = part_of(pattern, from, i + (hole->literal ? 1 : 0));
    Meanings inner = hole->literal ? Meanings{empty_text()} : value_of(*hole);
    std::size_t place = 0;
    for (const Mark& mark : pattern.marks) {
      if (mark.text <= i) place = mark.source + (i - mark.text);
    }
    for (Meaning& one : inner) one.marks.assign(1, {0, place});
    for (const Meaning& have : out) {
      for (const Meaning& one : inner) {
        if (more.size() < kMaxMeanings) more.push_back(joined(joined(have, before), one));
      }
    }
    out = std::move(more);
    from = hole->end;
    i = from - 1;
  }
  const Meaning rest = part_of(pattern, from, pattern.text.size());
  for (Meaning& one : out) {
    one = joined(one, rest);
    one.at = format;
    one.source = CredentialSource::literal;
  }
  return out;
}

Values::Meanings Values::of_function(const Definition& function, std::string_view receiver, int depth) const {
  Meanings out;
  std::size_t returns = 0;
  const NodeId body = tree_.slot(function.node, 2);
  if (body == kNone || tree_.at(body).end - tree_.at(body).begin > 4'000) return out;
  const auto add = [&](NodeId value) {
    NodeId stripped = tree_.strip(value);
    if (tree_.form(stripped) == Form::choice && !receiver.empty()) {
      for (NodeId at = stripped; at < tree_.at(stripped).last; ++at) {
        if (tree_.form(at) == Form::branch && tree_.name(tree_.slot(at, 0)) == receiver) stripped = tree_.slot(at, 1);
      }
    }
    if (out.size() < kMaxMeanings) {
      for (Meaning& one : follow(stripped, depth + 1)) {
        if (one.known || one.parameter != kNone) out.push_back(std::move(one));
      }
    }
    ++returns;
  };
  for (NodeId at = body; at < tree_.at(body).last && returns < kMaxReturns; ++at) {
    if (tree_.form(at) == Form::function) {
      at = tree_.at(at).last - 1;
    } else if (tree_.form(at) == Form::give_back) {
      add(tree_.slot(at, 0));
    }
  }
  if (returns == 0) {  // the last expression is the value
    const NodeId last = result_of(body);
    if (last != kNone && tree_.form(last) != Form::none && tree_.form(last) != Form::assign) add(last);
  }
  for (Meaning& one : out) {
    one.through.insert(one.through.begin(), function.node);
    one.parameter = kNone;
  }
  return out;
}

Values::CallParts Values::parts_of(NodeId id) const {
  CallParts out;
  out.id = id;
  out.callee = tree_.form(id) == Form::message ? tree_.child_by_field(id, "method") : tree_.slot(id, 0);
  out.name = tree_.name(out.callee);
  out.receiver = tree_.form(id) == Form::message ? tree_.slot(id, 0) : tree_.slot(id, 2);
  if (out.receiver == kNone && tree_.form(tree_.strip(out.callee)) == Form::member) out.receiver = tree_.slot(tree_.strip(out.callee), 0);
  out.arguments = arguments_of(tree_, id);
  return out;
}

/// Its only argument or its receiver, in another type or encoding.
Values::Meanings Values::of_same(const CallParts& call, int depth) const {
  if (call.receiver != kNone) {
    Meanings out = follow(call.receiver, depth + 1);
    const bool accessor = call.arguments.empty() && !out.front().name.empty();
    if (!out.front().known && accessor) {  // Type.MEMBER.value(): a function of the type knows
      const std::string member = out.front().name.substr(last_dot(out.front().name));
      const auto* list = definitions_.all(call.name);
      for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        if ((*list)[i].kind != Definition::Kind::function) continue;
        if (Meanings inner = of_function((*list)[i], member, depth + 1); !inner.empty()) return inner;
      }
    }
    if (out.front().known || !out.front().text.empty() || accessor) return out;
  }
  return call.arguments.empty() ? Meanings{} : follow(call.arguments.front().value, depth + 1);
}

/// The receiver, if it is a builder or a text itself, followed by the arguments.
Values::Meanings Values::of_append(const CallParts& call, int depth) const {
  Meanings out{empty_text()};
  if (call.receiver != kNone && tree_.form(tree_.strip(call.receiver)) != Form::name) {
    out = follow(call.receiver, depth + 1);
    if (!out.front().known && out.front().gaps.empty()) out = {empty_text()};
  }
  for (const ArgumentNode& argument : call.arguments) {
    if (!argument.name.empty() && tree_.form(call.id) != Form::message) continue;
    Meanings more;
    for (const Meaning& right : follow(argument.value, depth + 1)) {
      for (const Meaning& left : out) {
        if (more.size() < kMaxMeanings) more.push_back(joined(left, right));
      }
    }
    out = std::move(more);
  }
  for (Meaning& one : out) one.at = call.id;
  return out;
}

Values::Meanings Values::of_join(const CallParts& call, int depth) const {
  NodeId list = kNone;
  NodeId separator = kNone;
  for (const ArgumentNode& one : call.arguments) {
    if (list == kNone && !items_of(one.value).empty()) {
      list = one.value;
    } else if (separator == kNone) {
      separator = one.value;
    }
  }
  if (list == kNone && call.receiver != kNone && !items_of(call.receiver).empty()) list = call.receiver;
  if (separator == kNone && list != call.receiver) separator = call.receiver;
  if (list == kNone) return {};
  const Meaning between = separator == kNone ? empty_text() : follow(separator, depth + 1).front();
  Meaning out = empty_text();
  bool any = false;
  for (const NodeId item : items_of(list)) {
    if (any) out = joined(out, between.known ? between : empty_text());
    out = joined(out, follow(item, depth + 1).front());
    any = true;
  }
  out.at = call.id;
  return {out};
}

/// The format is the first literal: sprintf(buffer, size, "…", …), String.format(locale, "…", …), "…".format(…).
Values::Meanings Values::of_format_call(const CallParts& call, int depth) const {
  const Form form = tree_.form(tree_.strip(call.receiver));
  std::vector<NodeId> rest;
  if (form == Form::string || form == Form::joined) {
    for (const ArgumentNode& one : call.arguments) rest.push_back(one.value);
    return of_format(call.receiver, rest, depth);
  }
  for (std::size_t i = 0; i < call.arguments.size() && i < 4; ++i) {
    const Meaning pattern = follow(call.arguments[i].value, depth + 1).front();
    if (pattern.text.empty() || (pattern.text.find_first_of("%{") == std::string::npos && i + 1 < call.arguments.size())) continue;
    for (std::size_t k = i + 1; k < call.arguments.size(); ++k) rest.push_back(call.arguments[k].value);
    return of_format(call.arguments[i].value, rest, depth);
  }
  return {};
}

/// QString("grant_type=%1&x=%2").arg("password", x): the lowest number first.
Values::Meanings Values::of_numbered(const CallParts& call, int depth) const {
  if (call.receiver == kNone) return {};
  Meaning out = follow(call.receiver, depth + 1).front();
  for (const ArgumentNode& argument : call.arguments) {
    std::size_t lowest = std::string::npos;
    for (std::size_t at = out.text.find('%'); at != std::string::npos; at = out.text.find('%', at + 1)) {
      const bool number = at + 1 < out.text.size() && out.text[at + 1] >= '1' && out.text[at + 1] <= '9';
      if (number && (lowest == std::string::npos || out.text[at + 1] < out.text[lowest + 1])) lowest = at;
    }
    if (lowest == std::string::npos) return {};
    Meaning inner = follow(argument.value, depth + 1).front();
    inner.marks.assign(1, {0, tree_.at(argument.node).begin});
    out = joined(joined(part_of(out, 0, lowest), inner), part_of(out, lowest + 2, out.text.size()));
  }
  out.at = call.id;
  return {std::move(out)};
}

/// A variable of the environment or a key of the configuration; the next argument is the fallback.
Values::Meanings Values::of_setting(const CallParts& call, CredentialSource from, int depth) const {
  std::string variable;
  NodeId fallback = kNone;
  for (const ArgumentNode& one : call.arguments) {
    if (variable.empty() && one.name.empty()) {
      if (const Meaning key = follow(one.value, depth + 1).front(); key.known) variable = key.text;
    } else if (fallback == kNone) {
      fallback = one.value;
    }
  }
  return of_environment(call.id, variable, fallback, from, depth);
}

Values::Meanings Values::of_fallback(const CallParts& call, int depth) const {
  Meanings out = call.receiver == kNone ? Meanings{} : follow(call.receiver, depth + 1);
  if (!call.arguments.empty()) {
    Meanings more = follow(call.arguments.front().value, depth + 1);
    out.insert(out.end(), more.begin(), more.end());
  }
  std::ranges::stable_partition(out, [](const Meaning& one) { return one.known; });
  if (out.size() > kMaxMeanings) out.resize(kMaxMeanings);
  return out;
}

/// What a well-known function makes of its arguments; empty: nothing is known of it.
Values::Meanings Values::of_known_call(const CallParts& call, int depth) const {
  Effect effect = effect_of(call.name);
  if (std::ranges::any_of(call.arguments, [](const ArgumentNode& one) { return one.name == "format"; })) effect = Effect::format;
  switch (effect) {
    case Effect::same: return of_same(call, depth);
    case Effect::append: return of_append(call, depth);
    case Effect::join: return of_join(call, depth);
    case Effect::format: return of_format_call(call, depth);
    case Effect::numbered: return of_numbered(call, depth);
    case Effect::environment: return of_setting(call, CredentialSource::environment, depth);
    case Effect::setting: return of_setting(call, CredentialSource::configuration, depth);
    case Effect::fallback: return of_fallback(call, depth);
    case Effect::prompt:
    case Effect::vault: {
      Meaning out = unknown(call.id);
      out.source = effect == Effect::prompt ? CredentialSource::prompt : CredentialSource::vault;
      return {out};
    }
    case Effect::field_default:
      for (const ArgumentNode& one : call.arguments) {
        if (one.name == "default") return follow(one.value, depth + 1);
      }
      return !call.arguments.empty() && call.arguments[0].name.empty() ? follow(call.arguments[0].value, depth + 1) : Meanings{};
    default: break;
  }
  constexpr auto kGetters = std::to_array<std::string_view>({"get", "fetch", "var", "Get", "dig"});
  if (call.arguments.empty() || std::ranges::find(kGetters, call.name) == kGetters.end()) return {};
  const std::string holder = lower(tree_.dotted(call.receiver == kNone ? call.callee : call.receiver));
  const auto about = [&](std::string_view word) { return holder.find(word) != std::string::npos; };
  if (about("env")) return of_setting(call, CredentialSource::environment, depth);
  if (holds_settings(holder) || about("option")) return of_setting(call, CredentialSource::configuration, depth);
  return {};
}

/// What a function of this file gives back.
Values::Meanings Values::of_own_function(const CallParts& call, int depth) const {
  const auto* list = definitions_.all(call.name);
  if (list == nullptr) return {};
  const Meaning object = call.receiver == kNone ? Meaning{} : follow(call.receiver, depth + 1).front();
  const std::string member = object.name.substr(last_dot(object.name));
  const std::string chosen = object.name == member ? std::string() : member;
  for (const Definition& one : *list) {
    if (one.kind != Definition::Kind::function) continue;
    // Asked once: functions that call one another would be gone through again and again.
    const auto known = returned_.try_emplace({one.node, chosen});
    if (known.second) known.first->second = of_function(one, chosen, depth + 1);  // a map keeps its places
    if (Meanings out = known.first->second; !out.empty()) {
      for (Meaning& each : out) each.marks.assign(1, {0, tree_.at(call.id).begin});
      return out;
    }
  }
  return {};
}

Values::Meanings Values::of_call(NodeId id, int depth) const {
  const CallParts call = parts_of(id);
  if (Meanings out = of_known_call(call, depth); !out.empty()) return out;
  if (Meanings out = of_own_function(call, depth); !out.empty()) return out;
  if (call.arguments.empty() && call.receiver != kNone) {
    // Elixir and others write members as calls.
    if (tree_.form(tree_.strip(call.callee)) == Form::member) {
      if (Meanings out = of_member(tree_.strip(call.callee), depth + 1); out.front().known) return out;
    }
    // A member's accessor: Grant.PASSWORD.getValue() where the member has one text only.
    if (call.name.starts_with("get") || call.name.starts_with("to") || call.name.starts_with("as")) {
      if (Meanings out = follow(call.receiver, depth + 1); out.front().known) return out;
    }
  }
  // A text made into an object of another type.
  if (tree_.form(id) == Form::create && call.arguments.size() == 1 && tree_.dotted(call.callee).find("tring") != std::string::npos) {
    if (Meanings out = follow(call.arguments.front().value, depth + 1); out.front().known) return out;
  }
  Meaning out = unknown(id);
  if (call.arguments.empty() && call.receiver != kNone && holds_settings(tree_.dotted(call.receiver))) out.source = CredentialSource::configuration;
  return {out};
}

}  // namespace ropc::scanner::syntax
