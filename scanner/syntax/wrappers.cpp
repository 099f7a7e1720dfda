#include "scanner/syntax/wrappers.h"

#include <algorithm>
#include <set>

#include "common/redact.h"
#include "common/text.h"
#include "scanner/finding_of.h"

namespace ropc::scanner::syntax {
namespace {

constexpr int kMaxHops = 4;
constexpr std::size_t kMaxSinks = 300;
constexpr std::size_t kMaxCalls = 2'000;

RelatedPlace place_of(const Document& document, Region where, std::string message) {
  RelatedPlace out;
  out.where = location_of(document, where);
  out.message = std::move(message);
  out.excerpt = redact(line_text(document.text, document.lines, out.where.line));
  return out;
}

/// The function, or type with a constructor, that a parameter belongs to.
NodeId owner_of(const Tree& tree, NodeId parameter) {
  for (NodeId at = tree.parent(parameter); at != kNone; at = tree.parent(at)) {
    if (tree.form(at) == Form::function || tree.form(at) == Form::type) return at;
  }
  return kNone;
}

/// The name that a function without one is bound to.
std::string bound_name(const Values& values, NodeId function) {
  for (const auto& [name, list] : values.definitions().by_name()) {
    for (const Definition& one : list) {
      if (one.kind == Definition::Kind::function && one.node == function) return name;
    }
  }
  return {};
}

bool constructs(const std::string& name, const std::string& type) {
  return name == "constructor" || name == "__init__" || name == "__construct" || name == "initialize" || name == "init" || name == "new" || name == type;
}

/// The position of a parameter that is no declared one: $1 of a shell function, a name taken from @_ or by shift.
std::optional<std::size_t> taken_position(const Values& values, NodeId function, NodeId parameter) {
  const Tree& tree = values.tree();
  const std::string_view text = tree.text(parameter);
  if (tree.form(parameter) == Form::variable && text.size() == 2 && text[0] == '$' && text[1] >= '1' && text[1] <= '9') {
    return static_cast<std::size_t>(text[1] - '1');
  }
  const auto object = [](std::string_view name) { return name == "$self" || name == "$class" || name == "$this"; };
  if (const NodeId list = tree.parent(parameter); tree.form(list) == Form::sequence) {
    std::size_t position = 0;
    for (const NodeId one : tree.children(list)) {
      if (one == parameter) return position;
      position += object(tree.text(one)) ? 0 : 1;
    }
  }
  std::size_t position = 0;
  for (NodeId id = function; id < parameter; ++id) {
    if (tree.form(id) == Form::assign && tree.text(tree.slot(id, 1)) == "shift" && !tree.within(parameter, id) &&
        !object(tree.text(tree.strip(tree.slot(id, 0))))) {
      ++position;
    }
  }
  return position;
}

/// A sink for one parameter; nothing when its function has no name to be called by.
std::optional<Sink> sink_at(const Values& values, NodeId parameter) {
  const Tree& tree = values.tree();
  const NodeId function = owner_of(tree, parameter);
  if (function == kNone) return std::nullopt;
  Sink out;
  const NodeId type = tree.form(function) == Form::type ? function : values.definitions().around(function, Form::type);
  out.container = type == kNone ? std::string() : tree.name(tree.slot(type, 0));
  out.function = tree.form(function) == Form::type ? out.container : tree.name(tree.slot(function, 0));
  if (out.function.empty()) out.function = bound_name(values, function);
  if (constructs(out.function, out.container) && !out.container.empty()) out.function = out.container;
  const auto parameters = parameters_of(tree, function);
  const auto found = std::ranges::find(parameters, parameter, &Parameter::node);
  if (out.function.empty()) return std::nullopt;
  const std::string_view family = tree.language().family;
  if (found == parameters.end() && (family == "shell" || family == "perl")) {
    out.index = taken_position(values, function, parameter).value_or(0);
    out.parameter = tree.name(parameter);
    return out;
  }
  if (found == parameters.end()) return std::nullopt;
  out.index = static_cast<std::size_t>(found - parameters.begin());
  out.parameter = found->name;
  if (found->value != kNone) {
    const Meaning given = values.first(found->value);
    out.has_fallback = given.known;
    out.fallback = given.text;
  }
  return out;
}

/// The argument of a call for a sink's parameter; kNone: not given.
NodeId argument_for(const Tree& tree, const std::vector<ArgumentNode>& arguments, const Sink& sink) {
  const bool labelled = tree.language().family == "apple";  // labels stand in the order of the parameters
  const bool any_case = tree.language().family == "powershell";
  std::size_t position = 0;
  for (const ArgumentNode& one : arguments) {
    if (!one.name.empty() && (one.name == sink.parameter || (any_case && equal_ignoring_case(one.name, sink.parameter)))) return one.value;
    if (!one.name.empty() && !labelled) continue;
    if (position++ == sink.index) return one.value;
  }
  return kNone;
}

class Calls {
 public:
  Calls(Sinks& sinks, const Values& values, const Document& document, Sight& sight)
      : sinks_(sinks), values_(values), tree_(values.tree()), document_(document), sight_(sight) {
    for (NodeId id = 0; id < tree_.size() && calls_.size() < 50'000; ++id) {
      const Form form = tree_.form(id);
      if (form == Form::call || form == Form::create || form == Form::message || form == Form::command) calls_.push_back(id);
    }
  }

  void run() {
    for (int hop = 0; hop < kMaxHops; ++hop) {
      std::vector<Sink> more;
      for (const NodeId id : calls_) visit(id, more);
      bool grown = false;
      for (Sink& sink : more) {
        auto& list = sinks_[sink.function];
        if (list.size() >= kMaxSinks || std::ranges::find(list, sink) != list.end()) continue;
        list.push_back(std::move(sink));
        grown = true;
      }
      if (!grown) return;
    }
  }

 private:
  [[nodiscard]] NodeId callee(NodeId id) const {
    return tree_.form(id) == Form::message ? tree_.child_by_field(id, "method") : tree_.slot(id, 0);
  }
  [[nodiscard]] NodeId receiver(NodeId id) const {
    if (tree_.form(id) == Form::message) return tree_.slot(id, 0);
    if (const NodeId apart = tree_.slot(id, 2); apart != kNone && tree_.form(id) == Form::call) return apart;
    const NodeId named = tree_.strip(tree_.slot(id, 0));
    return tree_.form(named) == Form::member ? tree_.slot(named, 0) : kNone;
  }

  void visit(NodeId id, std::vector<Sink>& more) {
    if (sight_.pairs.size() >= kMaxCalls) return;
    std::string name = tree_.name(callee(id));
    const NodeId object = receiver(id);
    if (name == "new" && object != kNone) name = tree_.name(object);
    const auto found = sinks_.find(name);
    if (found == sinks_.end()) return;
    const std::string type = object == kNone || is_self(tree_, object) ? std::string() : values_.type_of(object);
    const std::string last = type.substr(type.rfind('.') + 1);
    const std::vector<Sink> list = found->second;  // `more` may grow it
    for (const Sink& sink : list) {
      // A receiver whose type is another one calls another function.
      if (!last.empty() && !sink.container.empty() && sink.function != sink.container && last != sink.container &&
          values_.definitions().all(last) != nullptr) {
        continue;
      }
      visit(id, sink, more);
    }
  }

  void visit(NodeId id, const Sink& sink, std::vector<Sink>& more) {
    if (!done_.insert({id, sink}).second) return;
    const auto arguments = arguments_of(tree_, id);
    if (arguments.size() > 60) return;
    const NodeId given = argument_for(tree_, arguments, sink);
    const Role role = role_of(tree_, id);
    SeenPair pair;
    pair.key.known = true;
    pair.key.text = sink.key;
    pair.key.at = id;
    pair.node = id;
    pair.role = role;
    pair.shape = "wrapper-call";
    pair.onward = sink.onward;
    const NodeId named = callee(id) == kNone ? id : callee(id);
    const std::uint32_t end = given == kNone ? tree_.at(named).end : tree_.at(given).end;
    const NodeId tail = tree_.form(tree_.strip(named)) == Form::member ? tree_.slot(tree_.strip(named), 1) : named;
    pair.where = {tree_.at(tail == kNone ? named : tail).begin, std::max(end, tree_.at(named).end)};
    if (given == kNone) {
      if (!sink.has_fallback) return;
      pair.value.known = true;
      pair.value.text = sink.fallback;
      pair.value.at = id;
      sight_.pairs.push_back(std::move(pair));
      return;
    }
    for (Meaning& one : values_.of(given)) {
      if (one.parameter != kNone) {
        if (auto outer = sink_at(values_, one.parameter); outer && outer->function != sink.function) {
          outer->key = sink.key;
          outer->onward = sink.onward;
          outer->onward.insert(outer->onward.begin(), place_of(document_, pair.where, "the value is handed on here"));
          if (outer->onward.size() <= 6) more.push_back(*std::move(outer));
        }
      }
      SeenPair each = pair;
      each.value = std::move(one);
      sight_.pairs.push_back(std::move(each));
    }
  }

  Sinks& sinks_;
  const Values& values_;
  const Tree& tree_;
  const Document& document_;
  Sight& sight_;
  std::vector<NodeId> calls_;
  std::set<std::pair<NodeId, Sink>> done_;
};

}  // namespace

std::vector<Sink> sinks_of(const Sight& sight, const Values& values, const Document& document) {
  std::vector<Sink> out;
  for (const SeenPair& pair : sight.pairs) {
    if (pair.value.parameter == kNone || pair.role != Role::live || out.size() >= kMaxSinks) continue;
    auto sink = sink_at(values, pair.value.parameter);
    if (!sink) continue;
    sink->key = pair.key.text.empty() ? pair.key.name : pair.key.text;
    sink->onward = {place_of(document, pair.where, "the value is sent from here")};
    if (std::ranges::find(out, *sink) == out.end()) out.push_back(*std::move(sink));
  }
  return out;
}

void follow_calls(Sinks& sinks, const Values& values, const Document& document, Sight& sight) {
  if (!sinks.empty()) Calls(sinks, values, document, sight).run();
}

}  // namespace ropc::scanner::syntax
