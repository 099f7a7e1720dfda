#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/location.h"
#include "scanner/ast/handles.h"
#include "scanner/facts.h"

// Small questions about cursors that values and walk share.

namespace ropc::scanner::ast {

std::vector<CXCursor> children_of(CXCursor cursor);

/// The arguments of a call, constructor call, operator call or message.
std::vector<CXCursor> arguments_of(CXCursor call);

/// The object a method is called on, or a message is sent to; null cursor: none is written.
CXCursor receiver_of(CXCursor call);

/// Identity of a declaration, stable over redeclarations.
std::uint64_t identity_of(CXCursor declaration);

/// "OAuth::kGrantKey": a declaration's name with its enclosing classes and namespaces, joined by "::".
std::string qualified_name(CXCursor declaration);

/// Bytes of the main file that the cursor covers, macros at their place of use; nothing when it lies in another file.
std::optional<Region> region_of(CXCursor cursor);

/// The source from where the cursor begins to the end of its file, as it is written; lives as long as the unit.
std::string_view source_at(CXCursor cursor);

/// A file of the unit from an offset on; empty: it is not there.
std::string_view text_from(CXTranslationUnit unit, CXFile file, std::size_t offset);

/// Where a declaration stands, for related places: path as libclang knows it, line and column.
Location location_of(CXCursor cursor);

/// Text of a StringLiteral or ObjCStringLiteral without quotes, prefix and escapes; UTF-8.
std::string literal_text(CXCursor literal);

/// Name of the type without pointers, references, const and template arguments: "QUrlQuery", "std::string".
std::string type_name(CXType type);

/// Functions, methods, constructors and messages: what has parameters and a body of its own.
bool is_function(CXCursorKind kind);

/// The declaration a variable, field or subscripted expression stands for; null cursor: none.
CXCursor variable_of(CXCursor expression);

/// The variable at the left end of `a << b << c`, `a.append(b).append(c)`, `*a`, `a[0]`; null cursor: none.
CXCursor root_of(CXCursor expression);

/// The index of `a[index]`; null cursor: no subscript.
CXCursor index_of(CXCursor expression);

/// Whether the expression is an enumerator, perhaps in parentheses or casts.
bool is_enumerator(CXCursor expression);

}  // namespace ropc::scanner::ast
