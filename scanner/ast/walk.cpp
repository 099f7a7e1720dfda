#include "scanner/ast/walk.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "scanner/ast/call_shapes.h"
#include "scanner/ast/fact_collector.h"
#include "scanner/ast/values.h"
#include "scanner/context_words.h"

namespace ropc::scanner::ast {
namespace {

constexpr int kMaxFollowed = 3;      // calls within calls that are followed with their arguments
constexpr int kMaxNesting = 400;     // statements within statements

class Walk {
 public:
  Walk(CXTranslationUnit unit, const RuleMatcher& rules)
      : rules_(rules), facts_(rules), evaluator_(rules, [this](const Completion& c) { facts_.completed(c); }) {
    clang_visitChildren(
        clang_getTranslationUnitCursor(unit),
        [](CXCursor child, CXCursor, CXClientData data) {
          if (clang_Location_isFromMainFile(clang_getCursorLocation(child)) != 0)
            static_cast<Walk*>(data)->declaration(child, 0);
          return CXChildVisit_Continue;
        },
        this);
  }

  UnitFacts take() { return facts_.take(); }

 private:
  // -- declarations ------------------------------------------------------------------------------------------------

  void declaration(CXCursor cursor, int depth) {
    if (depth > kMaxNesting) return;
    const CXCursorKind kind = clang_getCursorKind(cursor);
    if (is_function(kind)) {
      function(cursor);
    } else if (kind == CXCursor_VarDecl || kind == CXCursor_FieldDecl) {
      statement(cursor, depth);
    } else {
      for (const CXCursor child : children_of(cursor))
        if (clang_isExpression(clang_getCursorKind(child)) != 0)
          statement(child, depth + 1);
        else
          declaration(child, depth + 1);
    }
  }

  void function(CXCursor cursor) {
    if (clang_isCursorDefinition(cursor) == 0) return;
    facts_.enter_function(spelling_of(cursor));
    const Scope outer = std::exchange(scope_, {});
    statements_of(cursor, 0);
    scope_ = outer;
    facts_.leave_function();
  }

  void statements_of(CXCursor cursor, int depth) {
    for (const CXCursor child : children_of(cursor)) statement(child, depth + 1);
  }

  // -- statements and expressions, in source order, what is inside first -----------------------------------------------

  void statement(CXCursor cursor, int depth) {
    if (depth > kMaxNesting) return;
    const CXCursorKind kind = clang_getCursorKind(cursor);
    if (is_function(kind) && kind != CXCursor_LambdaExpr) return declaration(cursor, depth);
    if (kind == CXCursor_CXXForRangeStmt) return range_for(cursor, depth);
    statements_of(cursor, depth);
    switch (kind) {
      case CXCursor_VarDecl:
      case CXCursor_FieldDecl:
        return variable(cursor);
      case CXCursor_BinaryOperator:
        return binary(cursor);
      case CXCursor_CompoundAssignOperator:
        return append_operator(cursor);
      case CXCursor_CallExpr:
      case CXCursor_ObjCMessageExpr:
        return call(cursor);
      case CXCursor_InitListExpr:
        return list(cursor);
      case CXCursor_UnexposedExpr:
        return dictionary(cursor);
      case CXCursor_StringLiteral:
      case CXCursor_ObjCStringLiteral:
      case CXCursor_ReturnStmt:
        (void)value(cursor);
        return;
      case CXCursor_CaseStmt:
        return;
      default:
        return;
    }
  }

  Tracked value(CXCursor expression) { return evaluator_.value_of(expression, scope_); }

  void variable(CXCursor cursor) {
    CXCursor initializer = clang_Cursor_getVarDeclInitializer(cursor);
    if (clang_Cursor_isNull(initializer) != 0) {
      const auto parts = children_of(cursor);
      if (parts.empty() || clang_isExpression(clang_getCursorKind(parts.back())) == 0) return;
      initializer = parts.back();
    }
    const Tracked held = value(initializer);
    set(cursor, held);
    facts_.named(spelling_of(cursor), held);
    const CXCursorKind parent = clang_getCursorKind(clang_getCursorSemanticParent(cursor));
    const bool local = is_function(parent);
    if (!local) facts_.constant(spelling_of(cursor), held);
    facts_.pair_named(spelling_of(cursor), held, cursor, "assignment", local ? Role::live : Role::declared);
  }

  void binary(CXCursor cursor) {
    const auto parts = children_of(cursor);
    if (parts.size() != 2) return;
    const CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(cursor);
    if (op == CXBinaryOperator_Assign) return assign(parts[0], parts[1], cursor);
    if (op == CXBinaryOperator_EQ || op == CXBinaryOperator_NE) compare(parts[0], parts[1], cursor);
  }

  void assign(CXCursor left, CXCursor right, CXCursor where) {
    const Tracked held = value(right);
    if (const CXCursor index = index_of(left); clang_Cursor_isNull(index) == 0) {
      facts_.pair(value(index), held, where, "dictionary");
      return;
    }
    const CXCursor target = variable_of(left);
    if (clang_Cursor_isNull(target) != 0) return;
    set(target, held);
    const std::string name = spelling_of(target);
    facts_.named(name, held);
    facts_.pair_named(name, held, where, "assignment");
  }

  void append_operator(CXCursor cursor) {
    const auto parts = children_of(cursor);
    if (parts.size() == 2) append(parts[0], value(parts[1]), cursor);
  }

  void append(CXCursor target, const Tracked& text, CXCursor where) {
    const CXCursor variable = root_of(target);
    if (clang_Cursor_isNull(variable) != 0) return;
    Tracked& held = scope_[identity_of(variable)];
    const std::vector<Tracked> parts = {held.known || !held.text.empty() ? held : empty_text(), text};
    held = Evaluator::joined(parts);
    facts_.completed({held, parts, where});
  }

  static Tracked empty_text() {
    Tracked out;
    out.known = true;
    return out;
  }

  void set(CXCursor target, Tracked held) { scope_[identity_of(target)] = std::move(held); }

  void compare(CXCursor a, CXCursor b, CXCursor where) {
    const Tracked left = value(a);
    const Tracked right = value(b);
    comparison_of(left, right, where);
  }

  void comparison_of(const Tracked& left, const Tracked& right, CXCursor where) {
    for (const auto& [name, text] : {std::pair{&left, &right}, std::pair{&right, &left}})
      if (!name->name.empty()) facts_.pair_named(name->name, *text, where, "comparison", Role::compared);
  }

  /// Two texts in braces: an entry of a map, a pair of a form.
  void list(CXCursor cursor) {
    const auto parts = children_of(cursor);
    if (parts.size() != 2) return;
    facts_.pair(value(parts[0]), value(parts[1]), cursor, "dictionary");
  }

  /// `@{ @"grant_type": @"password" }` has no cursor kind of its own: its text tells. (Its type is not known where an
  /// entry's is not.)
  void dictionary(CXCursor cursor) {
    const auto parts = children_of(cursor);
    if (parts.size() < 2 || parts.size() % 2 != 0) return;
    if (!source_at(cursor).starts_with("@{")) return;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) facts_.pair(value(parts[i]), value(parts[i + 1]), parts[i], "dictionary");
  }

  // -- calls -----------------------------------------------------------------------------------------------------------

  void call(CXCursor cursor) {
    const std::string name = spelling_of(cursor);
    const auto cursors = arguments_of(cursor);
    if (name == "operator=" && cursors.size() == 2) return assign(cursors[0], cursors[1], cursor);
    const CXCursor receiver = receiver_of(cursor);
    std::vector<Tracked> values;
    values.reserve(cursors.size());
    for (const CXCursor argument : cursors) values.push_back(value(argument));
    if (compares_texts(name) && !values.empty()) {
      const Tracked left = clang_Cursor_isNull(receiver) == 0 ? value(receiver) : values.front();
      comparison_of(left, clang_Cursor_isNull(receiver) == 0 ? values.front() : values[values.size() > 1 ? 1 : 0], cursor);
      return;
    }
    if (loops_over(name) && !values.empty()) entries(cursors, values.front());
    buffers(name, cursor, receiver, cursors, values);
    argument_pairs(name, cursor, cursors, values);
    part_by_part(name, cursor, values, cursors);
    show_call(name, cursor, receiver, cursors, values);
    follow(cursor, values);
  }

  /// The variables of a loop hold entries of the list that it runs over, and have the name that it was read under.
  void entries(const std::vector<CXCursor>& cursors, const Tracked& list) {
    if (list.known || !rules_.knows_key(list.name)) return;
    for (std::size_t i = 1; i < cursors.size(); ++i) {
      const CXCursor variable = variable_of(cursors[i]);
      if (clang_Cursor_isNull(variable) == 0) set(variable, list);
    }
  }

  void range_for(CXCursor cursor, int depth) {
    const auto parts = children_of(cursor);
    const bool declares = parts.size() > 1 && clang_getCursorKind(parts[0]) == CXCursor_VarDecl;
    const Tracked list = declares ? value(parts[1]) : Tracked{};
    if (!list.known && rules_.knows_key(list.name)) set(parts[0], list);
    for (std::size_t i = declares ? 1 : 0; i < parts.size(); ++i) statement(parts[i], depth + 1);
  }

  void buffers(const std::string& name, CXCursor cursor, CXCursor receiver, const std::vector<CXCursor>& cursors,
               const std::vector<Tracked>& values) {
    const bool method = clang_Cursor_isNull(receiver) == 0;
    if (cursors.empty() || (!appends_text(name) && !fills_buffer(name))) return;
    const CXCursor target = method ? receiver : cursors.front();
    const std::size_t first = method ? 0 : 1;
    if (values.size() <= first) return;
    if (appends_text(name)) {
      // append("a").append("b"): what was appended before stands in the receiver's own statement already
      const Tracked text = formats_text(name) ? Evaluator::formatted(values[first], {values.begin() + static_cast<std::ptrdiff_t>(first) + 1, values.end()})
                                              : values[first];
      return append(target, text, cursor);
    }
    const CXCursor variable = root_of(target);
    if (clang_Cursor_isNull(variable) != 0) return;
    set(variable, formats_text(name) ? value(cursor) : values[first]);
  }

  /// ("grant_type", "password"), also with enumerators between them (curl_formadd), and value before key as
  /// Objective-C writes it.
  void argument_pairs(const std::string& name, CXCursor cursor, const std::vector<CXCursor>& cursors,
                      const std::vector<Tracked>& values) {
    const bool value_first = value_before_key(name);
    std::vector<std::size_t> texts;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i].known || !values[i].name.empty() || !values[i].text.empty()) texts.push_back(i);
    for (std::size_t t = 0; t < texts.size(); ++t) {
      const Tracked& key = values[texts[t]];
      if (!facts_.is_key(key)) continue;
      if (value_first && t > 0) facts_.pair(key, values[texts[t - 1]], cursor, "arguments");
      if (value_first) continue;
      std::size_t next = t + 1;
      // CURLFORM_COPYCONTENTS and the like say what the next argument is.
      while (next < texts.size() && !values[texts[next]].known && is_enumerator(cursors[texts[next]])) ++next;
      if (next < texts.size()) facts_.pair(key, values[texts[next]], cursor, "arguments");
    }
    if (value_first && !cursors.empty()) return;
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
      if (values[i].known && context_word(values[i].text) != ContextWord::none)
        facts_.context(values[i].text, values[i + 1]);
  }

  /// curl_mime_name(part, "grant_type") and then curl_mime_data(part, "password", …).
  void part_by_part(const std::string& name, CXCursor cursor, const std::vector<Tracked>& values,
                    const std::vector<CXCursor>& cursors) {
    if (name == "curl_mime_name" && values.size() == 2) {
      part_name_ = values[1];
      part_ = root_of(cursors[0]);
    } else if (name == "curl_mime_data" && values.size() >= 2 && part_name_ &&
               clang_equalCursors(part_, root_of(cursors[0])) != 0) {
      facts_.pair(*part_name_, values[1], cursor, "form-string");
      part_name_.reset();
    }
  }

  void show_call(const std::string& name, CXCursor cursor, CXCursor receiver, const std::vector<CXCursor>& cursors,
                 const std::vector<Tracked>& values) {
    setter(name, cursor, values);
    // Objective-C selectors are asked by their first part as well.
    const std::string first = name.substr(0, name.find(':'));
    if (!rules_.knows_call(name) && !rules_.knows_call(first)) return;
    const auto where = region_of(cursor);
    if (!where) return;
    CallFact fact;
    fact.name = rules_.knows_call(name) ? name : first;
    fact.where = *where;
    const CXCursor target = clang_getCursorReferenced(cursor);
    fact.creates = clang_getCursorKind(target) == CXCursor_Constructor;
    if (clang_Cursor_isNull(receiver) == 0) {
      fact.qualifier = spelling_of(receiver);
      fact.type = type_name(clang_getCursorType(receiver));
    } else if (clang_Cursor_isNull(target) == 0) {
      fact.type = fact.creates ? type_name(clang_getCursorType(cursor)) : spelling_of(clang_getCursorSemanticParent(target));
      fact.qualifier = qualified_name(clang_getCursorSemanticParent(target));
    }
    for (std::size_t i = 0; i < values.size(); ++i) fact.arguments.push_back({{}, values[i], region_of(cursors[i]).value_or(*where)});
    facts_.call(std::move(fact));
  }

  /// setGrantType("password"), grantType("password").
  void setter(const std::string& name, CXCursor cursor, const std::vector<Tracked>& values) {
    if (values.size() != 1) return;
    const std::string key(name_set_by(name));
    facts_.named(key, values.front());
    facts_.pair_named(key, values.front(), cursor, "setter");
  }

  /// Goes into a function whose body is in the unit, with the arguments of this call, when one of them may be the
  /// grant: what they complete in there is a finding here.
  void follow(CXCursor cursor, const std::vector<Tracked>& values) {
    const auto interesting = [&](const Tracked& v) {
      return v.known && (rules_.knows_value(v.text) || rules_.knows_key(v.text));
    };
    if (followed_.size() >= kMaxFollowed) return;
    const CXCursor function = clang_getCursorDefinition(clang_getCursorReferenced(cursor));
    if (clang_Cursor_isNull(function) != 0 || !is_function(clang_getCursorKind(function))) return;
    Scope inner;
    bool worth = false;
    const int count = std::max(0, clang_Cursor_getNumArguments(function));
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
      const CXCursor parameter = clang_Cursor_getArgument(function, static_cast<unsigned>(i));
      Tracked held;
      if (i < values.size()) held = values[i];
      worth = worth || interesting(held);
      held.from_caller = true;
      inner[identity_of(parameter)] = std::move(held);
    }
    const auto again = [&](CXCursor other) { return clang_equalCursors(other, function) != 0; };
    if (!worth || std::any_of(followed_.begin(), followed_.end(), again)) return;
    followed_.push_back(function);
    facts_.enter_call(cursor);
    const Scope outer = std::exchange(scope_, std::move(inner));
    statements_of(function, 0);
    scope_ = outer;
    facts_.leave_call();
    followed_.pop_back();
  }

  const RuleMatcher& rules_;
  FactCollector facts_;
  Evaluator evaluator_;
  Scope scope_;
  std::vector<CXCursor> followed_;  // functions that are being looked at with the arguments of a call
  std::optional<Tracked> part_name_;
  CXCursor part_ = clang_getNullCursor();
};

}  // namespace

UnitFacts facts_of(CXTranslationUnit unit, const RuleMatcher& rules) { return Walk(unit, rules).take(); }

}  // namespace ropc::scanner::ast
