#include "scanner/ast/values.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "scanner/ast/call_shapes.h"

namespace ropc::scanner::ast {
namespace {

constexpr int kMaxDepth = 24;
constexpr std::size_t kMaxText = 16'384;

/// Methods that give the text of the object they are called on.
constexpr std::array<std::string_view, 30> kText = {
    "c_str",       "data",       "str",          "string",      "toStdString", "toStdWString", "toUtf8",
    "toLatin1",    "toLocal8Bit", "toAscii",     "constData",   "toString",    "trimmed",      "simplified",
    "toLower",     "utf16",      "view",         "UTF8String",  "copy",        "mutableCopy",  "description",
    "dataUsingEncoding:", "dataUsingEncoding:allowLossyConversion:", "stringByAddingPercentEncodingWithAllowedCharacters:",
    "stringByAddingPercentEscapesUsingEncoding:", "toPercentEncoding", "get", "value", "GetData", "operator*"};

/// Where the environment, a prompt or a vault hands out a value.
constexpr std::array<std::pair<std::string_view, CredentialSource>, 12> kSources = {{
    {"getenv", CredentialSource::environment},
    {"secure_getenv", CredentialSource::environment},
    {"qgetenv", CredentialSource::environment},
    {"qEnvironmentVariable", CredentialSource::environment},
    {"GetEnvironmentVariable", CredentialSource::environment},
    {"GetEnvironmentVariableA", CredentialSource::environment},
    {"GetEnvironmentVariableW", CredentialSource::environment},
    {"getpass", CredentialSource::prompt},
    {"readpassphrase", CredentialSource::prompt},
    {"getline", CredentialSource::prompt},
    {"getText", CredentialSource::prompt},
    {"SecItemCopyMatching", CredentialSource::vault},
}};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool operator_named(const std::string& name, std::string_view which) {
  return name.starts_with("operator") && std::string_view(name).substr(8) == which;
}

bool literal_operator(const std::string& name) { return name.starts_with("operator\"\""); }

/// Length of a conversion of printf or NSString at text[at] == '%': 0 when it is a literal percent sign.
std::size_t conversion_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && std::string_view("-+ #0123456789.*'hlLjztq").find(text[end]) != std::string_view::npos) ++end;
  return end < text.size() && text[end] != '%' ? end + 1 - at : 0;
}

/// The expression of the only `return` of a function's body; null cursor: there are none or several.
CXCursor only_return(CXCursor function) {
  struct Found {
    CXCursor expression = clang_getNullCursor();
    int count = 0;
  } found;
  clang_visitChildren(
      function,
      [](CXCursor child, CXCursor, CXClientData data) {
        auto& f = *static_cast<Found*>(data);
        if (clang_getCursorKind(child) == CXCursor_LambdaExpr) return CXChildVisit_Continue;
        if (clang_getCursorKind(child) != CXCursor_ReturnStmt) return CXChildVisit_Recurse;
        const auto parts = children_of(child);
        if (!parts.empty()) f.expression = parts.front();
        ++f.count;
        return CXChildVisit_Continue;
      },
      &found);
  return found.count == 1 ? found.expression : clang_getNullCursor();
}

/// The only string literal below a cursor: what a macro such as QStringLiteral() wraps. Null cursor: none or several.
CXCursor only_literal(CXCursor cursor) {
  struct Found {
    CXCursor literal = clang_getNullCursor();
    int count = 0;
  } found;
  clang_visitChildren(
      cursor,
      [](CXCursor child, CXCursor, CXClientData data) {
        auto& f = *static_cast<Found*>(data);
        if (clang_getCursorKind(child) == CXCursor_StringLiteral) {
          f.literal = child;
          ++f.count;
        }
        return f.count > 1 ? CXChildVisit_Break : CXChildVisit_Recurse;
      },
      &found);
  return found.count == 1 ? found.literal : clang_getNullCursor();
}

CXCursor initializer_of(CXCursor variable) {
  const CXCursor initializer = clang_Cursor_getVarDeclInitializer(variable);
  if (clang_Cursor_isNull(initializer) == 0) return initializer;
  // Fields and parameters: the last expression below the declaration is the default.
  const auto parts = children_of(variable);
  for (auto it = parts.rbegin(); it != parts.rend(); ++it)
    if (clang_isExpression(clang_getCursorKind(*it)) != 0) return *it;
  return clang_getNullCursor();
}

RelatedPlace defined_at(CXCursor declaration) {
  RelatedPlace place;
  place.where = location_of(declaration);
  place.message = "The value is defined here.";
  return place;
}

}  // namespace

bool formats_text(const std::string& name) {
  static constexpr std::array<std::string_view, 24> kNames = {
      "snprintf", "sprintf", "asprintf", "printf", "vsnprintf", "swprintf", "_snprintf", "sprintf_s", "wsprintf",
      "format", "format_to", "arg", "asprintf_P", "stringWithFormat:", "appendFormat:", "initWithFormat:", "Printf",
      "StrFormat", "StringPrintf", "g_strdup_printf", "Format", "Sprintf", "stringByAppendingFormat:", "snprintf_P"};
  return among(kNames, name) || name.ends_with("printf") || name.ends_with("sprintf");
}

Tracked Evaluator::joined(const std::vector<Tracked>& parts) {
  Tracked out;
  out.known = true;
  for (const Tracked& part : parts) {
    out.known = out.known && part.known;
    out.text += part.known || !part.text.empty() ? part.text : std::string(1, kHole);
    out.from_caller = out.from_caller || part.from_caller;
    out.path.insert(out.path.end(), part.path.begin(), part.path.end());
    if (out.source == CredentialSource::unknown) out.source = part.source;
    if (out.text.size() > kMaxText) {
      out.text.resize(kMaxText);
      out.known = false;
      break;
    }
  }
  return out;
}

Tracked Evaluator::formatted(const Tracked& format, const std::vector<Tracked>& arguments) {
  std::vector<Tracked> parts;
  std::size_t next = 0;
  const auto piece = [&](std::string_view text) {
    Tracked part;
    part.known = true;
    part.text = text;
    parts.push_back(std::move(part));
  };
  const auto argument = [&](std::size_t index) { parts.push_back(index < arguments.size() ? arguments[index] : Tracked{}); };
  const std::string_view text = format.text;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t length = 0;
    std::size_t index = next;
    if (text[at] == '%' && at + 1 < text.size()) {
      if (text[at + 1] == '%') {
        piece(text.substr(from, at + 1 - from));
        from = at + 2;
        ++at;
        continue;
      }
      length = conversion_length(text, at);
      // Qt's %1 … %9 name their argument.
      const bool place_marker = text[at + 1] >= '1' && text[at + 1] <= '9' && (length != 2 || at + 2 >= text.size() ||
                                std::string_view("sdiufgxXcpS@").find(text[at + 2]) == std::string_view::npos);
      if (place_marker) {
        length = 2;
        index = static_cast<std::size_t>(text[at + 1] - '1');
      }
    } else if (text[at] == '{') {
      const std::size_t close = text.find('}', at);
      if (close != std::string_view::npos && close - at <= 8 && text.find('"', at) >= close) {
        length = close + 1 - at;
        const std::string_view inside = text.substr(at + 1, close - at - 1);
        if (!inside.empty() && inside.front() >= '0' && inside.front() <= '9')
          index = static_cast<std::size_t>(std::strtoul(std::string(inside).c_str(), nullptr, 10));
      }
    }
    if (length == 0) continue;
    piece(text.substr(from, at - from));
    argument(index);
    ++next;
    at += length - 1;
    from = at + 1;
  }
  piece(text.substr(std::min(from, text.size())));
  Tracked out = joined(parts);
  out.known = out.known && format.known;
  out.path.insert(out.path.begin(), format.path.begin(), format.path.end());
  return out;
}

Tracked Evaluator::complete(Tracked whole, std::vector<Tracked> parts, CXCursor where) const {
  if (completed_) completed_({whole, std::move(parts), where});
  return whole;
}

Tracked Evaluator::value_of(CXCursor expression, const Scope& scope, int depth) const {
  if (depth > kMaxDepth || clang_Cursor_isNull(expression) != 0) return {};
  switch (clang_getCursorKind(expression)) {
    case CXCursor_StringLiteral:
    case CXCursor_ObjCStringLiteral: {
      Tracked out;
      out.known = true;
      out.text = literal_text(expression);
      out.source = CredentialSource::literal;
      return complete(out, {}, expression);
    }
    case CXCursor_DeclRefExpr:
    case CXCursor_MemberRefExpr:
      return reference(expression, scope, depth);
    case CXCursor_CallExpr:
    case CXCursor_ObjCMessageExpr:
      return call(expression, scope, depth);
    case CXCursor_BinaryOperator: {
      if (clang_getCursorBinaryOperatorKind(expression) != CXBinaryOperator_Add) return {};
      const auto parts = children_of(expression);
      if (parts.size() != 2) return {};
      std::vector<Tracked> values = {value_of(parts[0], scope, depth + 1), value_of(parts[1], scope, depth + 1)};
      Tracked whole = joined(values);
      return complete(std::move(whole), std::move(values), expression);
    }
    case CXCursor_ArraySubscriptExpr:
      return entry({value_of(index_of(expression), scope, depth + 1)});
    case CXCursor_ConditionalOperator:
      return either(expression, scope, depth);
    default:
      return only_child(expression, scope, depth);
  }
}

Tracked Evaluator::only_child(CXCursor expression, const Scope& scope, int depth) const {
  const CXCursorKind kind = clang_getCursorKind(expression);
  if (clang_isExpression(kind) == 0 || kind == CXCursor_LambdaExpr) return {};
  std::vector<CXCursor> parts = children_of(expression);
  // Casts list their type first.
  std::erase_if(parts, [](CXCursor part) { return clang_isExpression(clang_getCursorKind(part)) == 0; });
  if (parts.size() == 1) return value_of(parts.front(), scope, depth + 1);
  return {};
}

Tracked Evaluator::either(CXCursor expression, const Scope& scope, int depth) const {
  const auto parts = children_of(expression);
  if (parts.size() != 3) return {};
  Tracked yes = value_of(parts[1], scope, depth + 1);
  Tracked no = value_of(parts[2], scope, depth + 1);
  return no.known && rules_->knows_value(no.text) ? no : yes;
}

Tracked Evaluator::reference(CXCursor expression, const Scope& scope, int depth) const {
  const CXCursor target = clang_getCursorReferenced(expression);
  if (clang_Cursor_isNull(target) != 0) {
    Tracked out;
    out.name = spelling_of(expression);
    return out;
  }
  const auto held = scope.find(identity_of(target));
  Tracked out;
  if (held != scope.end()) {
    out = held->second;
  } else {
    const CXCursorKind kind = clang_getCursorKind(target);
    const bool constant = kind == CXCursor_VarDecl || kind == CXCursor_FieldDecl;
    const CXCursor definition = clang_getCursorDefinition(target);
    const CXCursor from = clang_Cursor_isNull(definition) != 0 ? target : definition;
    if (constant) out = value_of(initializer_of(from), {}, depth + 1);
    if (out.known) out.path.insert(out.path.begin(), defined_at(from));
    if (kind == CXCursor_ParmDecl) out.source = CredentialSource::parameter;
    // A constant of another file comes together where it is used: its own place is not ours to report.
    if (out.known && !region_of(from)) out = complete(out, {}, expression);
  }
  // What was read under a key keeps that name: `type = get(form, "grant_type")`.
  if (out.known || !rules_->knows_key(out.name)) out.name = qualified_name(target);
  return out;
}

Tracked Evaluator::entry(const std::vector<Tracked>& values) const {
  Tracked out;
  for (const Tracked& value : values) {
    const bool key = value.known && rules_->knows_key(value.text);
    const bool handed_on = !value.known && rules_->knows_key(value.name);
    if (!key && !handed_on) continue;
    if (!out.name.empty()) return {};
    out.name = key ? value.text : value.name;
  }
  return out;
}

Tracked Evaluator::returned(CXCursor expression, const std::vector<Tracked>& arguments, int depth) const {
  const CXCursor function = clang_getCursorDefinition(clang_getCursorReferenced(expression));
  if (clang_Cursor_isNull(function) != 0 || !is_function(clang_getCursorKind(function))) return {};
  const CXCursor result = only_return(function);
  if (clang_Cursor_isNull(result) != 0) return {};
  Scope inner;
  const auto count = static_cast<std::size_t>(std::max(0, clang_Cursor_getNumArguments(function)));
  for (std::size_t i = 0; i < std::min(count, arguments.size()); ++i)
    inner[identity_of(clang_Cursor_getArgument(function, static_cast<unsigned>(i)))] = arguments[i];
  return value_of(result, inner, depth + 4);
}

Tracked Evaluator::operator_call(const std::string& name, CXCursor expression, const Scope& scope, int depth) const {
  if (operator_named(name, "<<") || operator_named(name, "+=")) {
    // The walk has been there: what was added stands in the variable already.
    const CXCursor variable = root_of(expression);
    const auto held = clang_Cursor_isNull(variable) == 0 ? scope.find(identity_of(variable)) : scope.end();
    if (held != scope.end()) return held->second;
  }
  std::vector<Tracked> values;
  for (const CXCursor argument : arguments_of(expression)) values.push_back(value_of(argument, scope, depth + 1));
  if (literal_operator(name)) return values.empty() ? Tracked{} : values.front();
  if (operator_named(name, "[]")) return values.empty() ? Tracked{} : entry({values.back()});
  const bool joins = operator_named(name, "+") || operator_named(name, "<<") || operator_named(name, "+=") ||
                     operator_named(name, "%");
  if (!joins || values.size() != 2) return {};
  // QStringBuilder joins with %; std::ostream's own text is what its variable holds.
  Tracked whole = joined(values);
  return complete(std::move(whole), std::move(values), expression);
}

Tracked Evaluator::call(CXCursor expression, const Scope& scope, int depth) const {
  const std::string name = spelling_of(expression);
  if (name.starts_with("operator") && !among(kText, name)) return operator_call(name, expression, scope, depth);
  for (const auto& [function, source] : kSources)
    if (name == function) {
      Tracked out;
      out.source = source;
      return out;
    }
  const CXCursor receiver = receiver_of(expression);
  const bool method = clang_Cursor_isNull(receiver) == 0;
  if (among(kText, name) && method) return value_of(receiver, scope, depth + 1);
  // Each argument is followed once: calls within calls would else cost a power of their depth.
  std::vector<Tracked> values;
  for (const CXCursor argument : arguments_of(expression)) values.push_back(value_of(argument, scope, depth + 1));
  if (reads_entry(name))
    if (Tracked read = entry(values); !read.name.empty()) return read;
  if (formats_text(name)) {
    if (name == "arg" && method) values.insert(values.begin(), value_of(receiver, scope, depth + 1));
    const auto format = std::find_if(values.begin(), values.end(), [](const Tracked& v) { return v.known && !v.text.empty(); });
    if (format == values.end()) return {};
    Tracked whole = formatted(*format, {format + 1, values.end()});
    return complete(std::move(whole), std::move(values), expression);
  }
  if (name == "stringByAppendingString:" && values.size() == 1) {
    values.insert(values.begin(), value_of(receiver, scope, depth + 1));
    Tracked whole = joined(values);
    return complete(std::move(whole), std::move(values), expression);
  }
  if (Tracked out = returned(expression, values, depth); out.known) return out;
  // Wrappers of one text: constructors, converters, encoders, obfuscation macros, markers of wide strings.
  if (values.size() == 1) return values.front();
  const CXCursor literal = values.empty() ? only_literal(expression) : clang_getNullCursor();
  if (clang_Cursor_isNull(literal) == 0) return value_of(literal, scope, depth + 1);
  // std::string(text, allocator), curl_easy_escape(handle, text, length), QString::fromUtf8(text, size): the one text.
  std::erase_if(values, [](const Tracked& value) { return !value.known; });
  return values.size() == 1 ? values.front() : Tracked{};
}

}  // namespace ropc::scanner::ast
