#include "scanner/ast/walk.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/text.h"
#include "scanner/ast/text_pairs.h"
#include "scanner/ast/values.h"
#include "scanner/context_words.h"

namespace ropc::scanner::ast {
namespace {

constexpr int kMaxFollowed = 3;      // calls within calls that are followed with their arguments
constexpr int kMaxNesting = 400;     // statements within statements

bool has_hole(std::string_view text) { return text.find(kHole) != std::string_view::npos; }

Value known_value(std::string text) {
  Value out;
  out.known = !has_hole(text);
  out.text = std::move(text);
  return out;
}

bool function_kind(CXCursorKind kind) {
  return kind == CXCursor_FunctionDecl || kind == CXCursor_CXXMethod || kind == CXCursor_Constructor ||
         kind == CXCursor_Destructor || kind == CXCursor_ConversionFunction || kind == CXCursor_FunctionTemplate ||
         kind == CXCursor_ObjCInstanceMethodDecl || kind == CXCursor_ObjCClassMethodDecl;
}

/// Functions that add to the end of the buffer that is their first argument, or of the object they are called on.
bool appends(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "strcat", "strncat", "wcscat", "strlcat", "strcat_s", "append", "push_back", "appendString:", "appendFormat:",
      "concat", "operator+=", "operator<<", "Append", "write"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// Functions that put their text into the buffer that is their first argument.
bool fills(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kNames = {"strcpy", "strncpy", "strlcpy", "strcpy_s",
                                                             "wcscpy", "assign",  "memcpy",  "operator="};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end() ||
         (name.ends_with("printf") && name != "printf" && name != "fprintf" && name != "vprintf") ||
         name.ends_with("sprintf");
}

bool comparison(std::string_view name) {
  static constexpr std::array<std::string_view, 18> kNames = {
      "strcmp", "strcasecmp", "strncmp", "strncasecmp", "stricmp", "_stricmp", "wcscmp", "o_strcmp", "operator==",
      "operator!=", "compare", "equals", "isEqualToString:", "isEqual:", "memcmp", "iequals", "contains", "apr_strnatcmp"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

class Walk {
 public:
  Walk(CXTranslationUnit unit, const RuleMatcher& rules)
      : rules_(rules), evaluator_(rules, [this](const Completion& c) { completed(c); }) {
    frames_.emplace_back();
    clang_visitChildren(
        clang_getTranslationUnitCursor(unit),
        [](CXCursor child, CXCursor, CXClientData data) {
          if (clang_Location_isFromMainFile(clang_getCursorLocation(child)) != 0)
            static_cast<Walk*>(data)->declaration(child, 0);
          return CXChildVisit_Continue;
        },
        this);
  }

  std::deque<Frame> take() {
    std::rotate(frames_.begin(), frames_.begin() + 1, frames_.end());
    return std::move(frames_);
  }

 private:
  // -- declarations ------------------------------------------------------------------------------------------------

  void declaration(CXCursor cursor, int depth) {
    if (depth > kMaxNesting) return;
    const CXCursorKind kind = clang_getCursorKind(cursor);
    if (function_kind(kind)) {
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
    frame_ = frames_.size();
    frames_.emplace_back();
    const Scope outer = std::exchange(scope_, {});
    statements_of(cursor, 0);
    scope_ = outer;
    frame_ = 0;
  }

  void statements_of(CXCursor cursor, int depth) {
    for (const CXCursor child : children_of(cursor)) statement(child, depth + 1);
  }

  // -- statements and expressions, in source order, what is inside first -----------------------------------------------

  void statement(CXCursor cursor, int depth) {
    if (depth > kMaxNesting) return;
    const CXCursorKind kind = clang_getCursorKind(cursor);
    if (function_kind(kind) && kind != CXCursor_LambdaExpr) return declaration(cursor, depth);
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
    named(spelling_of(cursor), held);
    const CXCursorKind parent = clang_getCursorKind(clang_getCursorSemanticParent(cursor));
    const bool local = function_kind(parent);
    pair_of(known_name(spelling_of(cursor)), held, cursor, "assignment", local ? Role::live : Role::declared);
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
      pair_of(value(index), held, where, "dictionary");
      return;
    }
    const CXCursor target = variable_of(left);
    if (clang_Cursor_isNull(target) != 0) return;
    set(target, held);
    const std::string name = spelling_of(target);
    named(name, held);
    pair_of(known_name(name), held, where, "assignment");
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
    completed({held, parts, where});
  }

  static Tracked empty_text() {
    Tracked out;
    out.known = true;
    return out;
  }

  /// The variable at the left end of `a << b << c`, `a.append(b).append(c)`, `*a`, `a[0]`.
  CXCursor root_of(CXCursor expression) {
    for (int depth = 0; depth < 64; ++depth) {
      if (const CXCursor variable = variable_of(expression); clang_Cursor_isNull(variable) == 0) return variable;
      const CXCursorKind kind = clang_getCursorKind(expression);
      if (kind == CXCursor_CallExpr) {
        const CXCursor receiver = receiver_of(expression);
        const auto arguments = arguments_of(expression);
        if (clang_Cursor_isNull(receiver) == 0)
          expression = receiver;
        else if (!arguments.empty())
          expression = arguments.front();
        else
          break;
        continue;
      }
      const auto parts = children_of(expression);
      if (parts.empty()) break;
      expression = parts.front();
    }
    return clang_getNullCursor();
  }

  void set(CXCursor target, Tracked held) { scope_[identity_of(target)] = std::move(held); }

  /// The index of `a[index]`; null cursor: no subscript.
  CXCursor index_of(CXCursor expression) {
    for (int depth = 0; depth < 8; ++depth) {
      const CXCursorKind kind = clang_getCursorKind(expression);
      const auto parts = children_of(expression);
      if (kind == CXCursor_ArraySubscriptExpr && parts.size() == 2) return parts[1];
      if (kind == CXCursor_CallExpr && spelling_of(expression) == "operator[]") {
        const auto arguments = arguments_of(expression);
        return arguments.empty() ? clang_getNullCursor() : arguments.back();
      }
      if ((kind != CXCursor_UnexposedExpr && kind != CXCursor_ParenExpr) || parts.size() != 1) break;
      expression = parts.front();
    }
    return clang_getNullCursor();
  }

  void compare(CXCursor a, CXCursor b, CXCursor where) {
    const Tracked left = value(a);
    const Tracked right = value(b);
    comparison_of(left, right, where);
  }

  void comparison_of(const Tracked& left, const Tracked& right, CXCursor where) {
    for (const auto& [name, text] : {std::pair{&left, &right}, std::pair{&right, &left}})
      if (!name->name.empty()) pair_of(known_name(name->name), *text, where, "comparison", Role::compared);
  }

  /// Two texts in braces: an entry of a map, a pair of a form.
  void list(CXCursor cursor) {
    const auto parts = children_of(cursor);
    if (parts.size() != 2) return;
    pair_of(value(parts[0]), value(parts[1]), cursor, "dictionary");
  }

  /// `@{ @"grant_type": @"password" }` has no cursor kind of its own: its type tells.
  void dictionary(CXCursor cursor) {
    const auto parts = children_of(cursor);
    if (parts.size() < 2 || parts.size() % 2 != 0) return;
    if (type_name(clang_getCursorType(cursor)).find("Dictionary") == std::string::npos) return;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) pair_of(value(parts[i]), value(parts[i + 1]), parts[i], "dictionary");
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
    if (comparison(name) && !values.empty()) {
      const Tracked left = clang_Cursor_isNull(receiver) == 0 ? value(receiver) : values.front();
      comparison_of(left, clang_Cursor_isNull(receiver) == 0 ? values.front() : values[values.size() > 1 ? 1 : 0], cursor);
      return;
    }
    buffers(name, cursor, receiver, cursors, values);
    argument_pairs(name, cursor, cursors, values);
    part_by_part(name, cursor, values, cursors);
    show_call(name, cursor, receiver, cursors, values);
    follow(cursor, values);
  }

  void buffers(const std::string& name, CXCursor cursor, CXCursor receiver, const std::vector<CXCursor>& cursors,
               const std::vector<Tracked>& values) {
    const bool method = clang_Cursor_isNull(receiver) == 0;
    if (cursors.empty() || (!appends(name) && !fills(name))) return;
    const CXCursor target = method ? receiver : cursors.front();
    const std::size_t first = method ? 0 : 1;
    if (values.size() <= first) return;
    if (appends(name)) {
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
    const bool value_first = name.find("forKey") != std::string::npos || name.find("ObjectsAndKeys") != std::string::npos ||
                             name.find("forHTTPHeaderField") != std::string::npos;
    std::vector<std::size_t> texts;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i].known || !values[i].name.empty() || !values[i].text.empty()) texts.push_back(i);
    for (std::size_t t = 0; t < texts.size(); ++t) {
      const Tracked& key = values[texts[t]];
      if (!is_key(key)) continue;
      if (value_first && t > 0) pair_of(key, values[texts[t - 1]], cursor, "arguments");
      if (value_first) continue;
      std::size_t next = t + 1;
      // CURLFORM_COPYCONTENTS and the like say what the next argument is.
      while (next < texts.size() && !values[texts[next]].known && enumerator(cursors[texts[next]])) ++next;
      if (next < texts.size()) pair_of(key, values[texts[next]], cursor, "arguments");
    }
    if (value_first && !cursors.empty()) return;
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
      if (values[i].known && context_word(values[i].text) != ContextWord::none)
        put_context(frame().context, values[i].text, values[i + 1]);
  }

  static bool enumerator(CXCursor expression) {
    for (int depth = 0; depth < 8; ++depth) {
      if (clang_getCursorKind(expression) == CXCursor_DeclRefExpr)
        return clang_getCursorKind(clang_getCursorReferenced(expression)) == CXCursor_EnumConstantDecl;
      const auto parts = children_of(expression);
      if (parts.size() != 1) return false;
      expression = parts.front();
    }
    return false;
  }

  /// curl_mime_name(part, "grant_type") and then curl_mime_data(part, "password", …).
  void part_by_part(const std::string& name, CXCursor cursor, const std::vector<Tracked>& values,
                    const std::vector<CXCursor>& cursors) {
    if (name == "curl_mime_name" && values.size() == 2) {
      part_name_ = values[1];
      part_ = root_of(cursors[0]);
    } else if (name == "curl_mime_data" && values.size() >= 2 && part_name_ &&
               clang_equalCursors(part_, root_of(cursors[0])) != 0) {
      pair_of(*part_name_, values[1], cursor, "form-string");
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
    frame().calls.push_back(std::move(fact));
  }

  /// setGrantType("password"), grantType("password").
  void setter(const std::string& name, CXCursor cursor, const std::vector<Tracked>& values) {
    if (values.size() != 1) return;
    std::string key = name.substr(0, name.find(':'));
    for (const std::string_view prefix : {"set", "with", "add", "Set", "With"})
      if (key.starts_with(prefix) && key.size() > prefix.size() + 2) {
        key.erase(0, prefix.size() + (key[prefix.size()] == '_' ? 1 : 0));
        break;
      }
    named(key, values.front());
    pair_of(known_name(key), values.front(), cursor, "setter");
  }

  /// Goes into a function whose body is in the unit, with the arguments of this call, when one of them may be the
  /// grant: what they complete in there is a finding here.
  void follow(CXCursor cursor, const std::vector<Tracked>& values) {
    const auto interesting = [&](const Tracked& v) {
      return v.known && (rules_.knows_value(v.text) || rules_.knows_key(v.text));
    };
    if (followed_.size() >= kMaxFollowed) return;
    const CXCursor function = clang_getCursorDefinition(clang_getCursorReferenced(cursor));
    if (clang_Cursor_isNull(function) != 0 || !function_kind(clang_getCursorKind(function))) return;
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
    if (!worth || std::any_of(followed_.begin(), followed_.end(), [&](const Followed& f) {
          return clang_equalCursors(f.function, function) != 0;
        }))
      return;
    followed_.push_back({function, cursor});
    const Scope outer = std::exchange(scope_, std::move(inner));
    statements_of(function, 0);
    scope_ = outer;
    followed_.pop_back();
  }

  // -- facts -----------------------------------------------------------------------------------------------------------

  Frame& frame() { return frames_[frame_]; }

  bool is_key(const Tracked& key) const {
    return (key.known && rules_.knows_key(key.text)) || (!key.name.empty() && rules_.knows_key_name(key.name));
  }

  static Tracked known_name(const std::string& name) {
    Tracked out;
    out.known = true;
    out.text = name.substr(name.rfind(':') == std::string::npos ? 0 : name.rfind(':') + 1);
    out.name = name;
    // m_grantType, grant_type_, _grantType
    while (!out.text.empty() && out.text.front() == '_') out.text.erase(0, 1);
    if (out.text.starts_with("m_")) out.text.erase(0, 2);
    return out;
  }

  void named(const std::string& name, const Tracked& held) {
    if (context_word(name) != ContextWord::none) put_context(frame().context, name, held);
    if (held.known && held.text.find("://") != std::string::npos) read_endpoint(frame().context, held.text);
  }

  void pair_of(const Tracked& key, const Tracked& held, CXCursor where, std::string_view shape, Role role = Role::live) {
    if (key.known) put_context(frame().context, key.text, held);
    if (!is_key(key)) return;
    const bool value_fits = (held.known && rules_.knows_value(held.text)) ||
                            (!held.name.empty() && rules_.knows_value_name(held.name));
    if (!value_fits) return;
    if (!followed_.empty() && !key.from_caller && !held.from_caller) return;  // a finding of the function itself
    emit(key, held, where, shape, role);
  }

  void emit(const Tracked& key, const Tracked& held, CXCursor where, std::string_view shape, Role role) {
    // A fact holds the values alone; who handed them in does not matter any more.
    PairFact fact{static_cast<const Value&>(key), static_cast<const Value&>(held), {}, shape, role};
    if (!followed_.empty()) {
      RelatedPlace sink;
      sink.where = location_of(where);
      sink.message = "The value reaches the request here.";
      fact.value.path.push_back(std::move(sink));
      where = followed_.front().call;
    }
    const auto region = region_of(where);
    if (!region) return;
    fact.where = *region;
    const auto seen = std::tuple(region->begin, lower(key.text + key.name), lower(held.text + held.name), followed_.empty());
    if (shown_.insert(seen).second) frame().pairs.push_back(std::move(fact));
  }

  /// A text came together: its key=value pairs that none of its parts had are facts here.
  void completed(const Completion& c) {
    if (c.whole.text.find("://") != std::string::npos && c.whole.known) read_endpoint(frame().context, c.whole.text);
    if (!followed_.empty() && !c.whole.from_caller) return;
    std::set<TextPair> old;
    for (const Tracked& part : c.parts)
      for (TextPair& pair : pairs_in(part.text)) old.insert(std::move(pair));
    std::size_t index = 0;
    for (const TextPair& pair : pairs_in(c.whole.text)) {
      ++index;
      if (old.contains(pair)) continue;
      Tracked key = known_name(pair.key);
      key.from_caller = c.whole.from_caller;
      key.path = {};
      Tracked held;
      static_cast<Value&>(held) = known_value(pair.value);
      held.from_caller = c.whole.from_caller;
      held.path = c.whole.path;
      if (!held.known) name_hole(c, pair, held);
      pair_of(key, held, c.where, "form-string");
    }
  }

  /// `"grant_type=" + Grants::kPassword` where the constant's text is not seen: its name stands for it.
  static void name_hole(const Completion& c, const TextPair& pair, Tracked& held) {
    for (std::size_t i = 0; i + 1 < c.parts.size(); ++i) {
      const auto inner = pairs_in(c.parts[i].text);
      if (!inner.empty() && inner.back().open && inner.back().key == pair.key) held.name = c.parts[i + 1].name;
    }
  }

  struct Followed {
    CXCursor function;
    CXCursor call;
  };

  const RuleMatcher& rules_;
  Evaluator evaluator_;
  std::deque<Frame> frames_;
  std::size_t frame_ = 0;
  Scope scope_;
  std::vector<Followed> followed_;
  std::optional<Tracked> part_name_;
  CXCursor part_ = clang_getNullCursor();
  std::set<std::tuple<std::size_t, std::string, std::string, bool>> shown_;
};

}  // namespace

std::deque<Frame> facts_of(CXTranslationUnit unit, const RuleMatcher& rules) { return Walk(unit, rules).take(); }

}  // namespace ropc::scanner::ast
