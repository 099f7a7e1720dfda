#include "scanner/ast/cursors.h"

#include <algorithm>
#include <string_view>

namespace ropc::scanner::ast {
namespace {

constexpr int kMaxWrapping = 64;  // casts, parentheses and calls around an expression

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0U | (c >> 6U));
    byte(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    byte(0xE0U | (c >> 12U));
    byte(0x80U | ((c >> 6U) & 0x3FU));
    byte(0x80U | (c & 0x3FU));
  } else {
    byte(0xF0U | (c >> 18U));
    byte(0x80U | ((c >> 12U) & 0x3FU));
    byte(0x80U | ((c >> 6U) & 0x3FU));
    byte(0x80U | (c & 0x3FU));
  }
}

/// Reads one escape of libclang's own output form (a back-slash was taken already); returns how many bytes it took.
std::size_t unescape(std::string_view rest, std::string& out) {
  if (rest.empty()) return 0;
  const char c = rest.front();
  constexpr std::string_view letters = "abfnrtv";
  constexpr std::string_view meanings = "\a\b\f\n\r\t\v";
  if (const std::size_t at = letters.find(c); at != std::string_view::npos) {
    out += meanings[at];
    return 1;
  }
  if (c >= '0' && c <= '7') {
    std::uint32_t value = 0;
    std::size_t taken = 0;
    while (taken < 3 && taken < rest.size() && rest[taken] >= '0' && rest[taken] <= '7')
      value = value * 8 + static_cast<std::uint32_t>(rest[taken++] - '0');
    out += static_cast<char>(static_cast<unsigned char>(value));
    return taken;
  }
  if (c == 'x' || c == 'u' || c == 'U') {
    const std::size_t most = c == 'u' ? 4 : 8;
    std::uint32_t value = 0;
    std::size_t taken = 1;
    while (taken < rest.size() && taken <= most && hex_digit(rest[taken]) >= 0)
      value = value * 16 + static_cast<std::uint32_t>(hex_digit(rest[taken++]));
    if (c == 'x' && value < 0x100)
      out += static_cast<char>(static_cast<unsigned char>(value));
    else
      append_utf8(out, value);
    return taken;
  }
  out += c;  // \" \' \\ \?
  return 1;
}

}  // namespace

std::vector<CXCursor> children_of(CXCursor cursor) {
  std::vector<CXCursor> out;
  clang_visitChildren(
      cursor,
      [](CXCursor child, CXCursor, CXClientData data) {
        static_cast<std::vector<CXCursor>*>(data)->push_back(child);
        return CXChildVisit_Continue;
      },
      &out);
  return out;
}

std::vector<CXCursor> arguments_of(CXCursor call) {
  std::vector<CXCursor> out;
  const int count = clang_Cursor_getNumArguments(call);
  for (int i = 0; i < count; ++i) out.push_back(clang_Cursor_getArgument(call, static_cast<unsigned>(i)));
  if (count >= 0) return out;
  // A call that could not be resolved (a header is missing): the callee is the first child, the arguments the rest.
  out = children_of(call);
  if (!out.empty()) out.erase(out.begin());
  return out;
}

CXCursor receiver_of(CXCursor call) {
  const auto parts = children_of(call);
  if (parts.empty()) return clang_getNullCursor();
  if (clang_getCursorKind(call) == CXCursor_ObjCMessageExpr) {
    const auto arguments = arguments_of(call);
    const bool is_argument = std::any_of(arguments.begin(), arguments.end(), [&](CXCursor argument) {
      return clang_equalCursors(argument, parts.front()) != 0;
    });
    return is_argument ? clang_getNullCursor() : parts.front();
  }
  if (clang_getCursorKind(parts.front()) != CXCursor_MemberRefExpr) return clang_getNullCursor();
  const auto inner = children_of(parts.front());
  return inner.empty() ? clang_getNullCursor() : inner.front();
}

std::uint64_t identity_of(CXCursor declaration) {
  return clang_hashCursor(clang_getCanonicalCursor(declaration));
}

std::string qualified_name(CXCursor declaration) {
  std::string name = spelling_of(declaration);
  CXCursor parent = clang_getCursorSemanticParent(declaration);
  while (clang_Cursor_isNull(parent) == 0 && clang_isTranslationUnit(clang_getCursorKind(parent)) == 0) {
    const std::string outer = spelling_of(parent);
    if (clang_isDeclaration(clang_getCursorKind(parent)) == 0) break;
    if (!outer.empty()) name = outer + "::" + name;
    parent = clang_getCursorSemanticParent(parent);
  }
  return name;
}

std::optional<Region> region_of(CXCursor cursor) {
  const CXSourceRange extent = clang_getCursorExtent(cursor);
  const CXSourceLocation start = clang_getRangeStart(extent);
  unsigned begin = 0;
  unsigned end = 0;
  CXFile file = nullptr;
  clang_getExpansionLocation(start, &file, nullptr, nullptr, &begin);
  // What a macro brings is written where the macro is: its place of use decides.
  const CXTranslationUnit unit = clang_Cursor_getTranslationUnit(cursor);
  if (clang_Location_isFromMainFile(start) == 0 &&
      (file == nullptr || clang_Location_isFromMainFile(clang_getLocationForOffset(unit, file, begin)) == 0))
    return std::nullopt;
  clang_getExpansionLocation(clang_getRangeEnd(extent), &file, nullptr, nullptr, &end);
  return Region{begin, std::max(begin, end)};
}

std::string_view source_at(CXCursor cursor) {
  CXFile file = nullptr;
  unsigned offset = 0;
  clang_getSpellingLocation(clang_getRangeStart(clang_getCursorExtent(cursor)), &file, nullptr, nullptr, &offset);
  return text_from(clang_Cursor_getTranslationUnit(cursor), file, offset);
}

std::string_view text_from(CXTranslationUnit unit, CXFile file, std::size_t offset) {
  std::size_t size = 0;
  const char* text = file == nullptr ? nullptr : clang_getFileContents(unit, file, &size);
  return text == nullptr || offset > size ? std::string_view() : std::string_view(text, size).substr(offset);
}

Location location_of(CXCursor cursor) {
  CXFile file = nullptr;
  Location out;
  clang_getExpansionLocation(clang_getCursorLocation(cursor), &file, &out.line, &out.column, nullptr);
  if (file != nullptr) out.path = take(clang_getFileName(file));
  out.end_line = out.line;
  return out;
}

std::string literal_text(CXCursor literal) {
  const std::string written = spelling_of(literal);
  std::string_view text = written;
  const std::size_t open = text.find('"');
  if (open == std::string_view::npos) return std::string(text);
  text.remove_prefix(open + 1);
  if (text.ends_with('"')) text.remove_suffix(1);
  std::string out;
  while (!text.empty()) {
    if (text.front() != '\\') {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(1);
    text.remove_prefix(unescape(text, out));
  }
  return out;
}

std::string type_name(CXType type) {
  while (type.kind == CXType_Pointer || type.kind == CXType_LValueReference || type.kind == CXType_RValueReference ||
         type.kind == CXType_ObjCObjectPointer)
    type = clang_getPointeeType(type);
  if (type.kind == CXType_Invalid) return {};  // of a statement; libclang does not look before it takes it apart
  std::string name = take(clang_getTypeSpelling(clang_getUnqualifiedType(type)));
  for (const std::string_view word : {"const ", "class ", "struct ", "enum "})
    if (name.starts_with(word)) name.erase(0, word.size());
  return name.substr(0, name.find('<'));
}

bool is_function(CXCursorKind kind) {
  return kind == CXCursor_FunctionDecl || kind == CXCursor_CXXMethod || kind == CXCursor_Constructor ||
         kind == CXCursor_Destructor || kind == CXCursor_ConversionFunction || kind == CXCursor_FunctionTemplate ||
         kind == CXCursor_ObjCInstanceMethodDecl || kind == CXCursor_ObjCClassMethodDecl;
}

CXCursor variable_of(CXCursor expression) {
  for (int depth = 0; depth < kMaxWrapping; ++depth) {
    const CXCursorKind kind = clang_getCursorKind(expression);
    if (kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr) {
      const CXCursor target = clang_getCursorReferenced(expression);
      const CXCursorKind what = clang_getCursorKind(target);
      const bool variable = what == CXCursor_VarDecl || what == CXCursor_ParmDecl || what == CXCursor_FieldDecl ||
                            what == CXCursor_ObjCIvarDecl || what == CXCursor_ObjCPropertyDecl;
      return variable ? target : clang_getNullCursor();
    }
    const auto parts = children_of(expression);
    const bool wraps = kind == CXCursor_UnexposedExpr || kind == CXCursor_ParenExpr || kind == CXCursor_UnaryOperator ||
                       kind == CXCursor_CStyleCastExpr || kind == CXCursor_ArraySubscriptExpr;
    if (!wraps || parts.empty()) return clang_getNullCursor();
    expression = parts.front();
  }
  return clang_getNullCursor();
}

CXCursor root_of(CXCursor expression) {
  for (int depth = 0; depth < kMaxWrapping; ++depth) {
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

CXCursor index_of(CXCursor expression) {
  for (int depth = 0; depth < kMaxWrapping; ++depth) {
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

bool is_enumerator(CXCursor expression) {
  for (int depth = 0; depth < kMaxWrapping; ++depth) {
    if (clang_getCursorKind(expression) == CXCursor_DeclRefExpr)
      return clang_getCursorKind(clang_getCursorReferenced(expression)) == CXCursor_EnumConstantDecl;
    const auto parts = children_of(expression);
    if (parts.size() != 1) return false;
    expression = parts.front();
  }
  return false;
}

}  // namespace ropc::scanner::ast
