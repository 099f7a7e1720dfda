#pragma once

#include <clang-c/Index.h>

#include <memory>
#include <string>
#include <type_traits>

// RAII and values around libclang's C API (stable across versions). Included by scanner/ast/ only.

namespace ropc::scanner::ast {

struct UnitDeleter {
  void operator()(CXTranslationUnit unit) const noexcept { clang_disposeTranslationUnit(unit); }
};
using Unit = std::unique_ptr<std::remove_pointer_t<CXTranslationUnit>, UnitDeleter>;

struct IndexDeleter {
  void operator()(CXIndex index) const noexcept { clang_disposeIndex(index); }
};
using Index = std::unique_ptr<void, IndexDeleter>;

/// Copies the text out and disposes of the handle: no CXString outlives this call.
inline std::string take(CXString handle) {
  const char* text = clang_getCString(handle);
  std::string out = text == nullptr ? std::string() : std::string(text);
  clang_disposeString(handle);
  return out;
}

inline std::string spelling_of(CXCursor cursor) { return take(clang_getCursorSpelling(cursor)); }

}  // namespace ropc::scanner::ast
