#pragma once

#include <string>
#include <string_view>

#include "scanner/document.h"

namespace ropc::scanner {

/// A file's bytes as a document: UTF-16 with a byte order mark becomes UTF-8, a UTF-8 byte order mark goes, language and
/// path class are set.
Document make_document(std::string path, std::string bytes);

/// The UTF-8 text of UTF-16 bytes with a byte order mark; unpaired surrogates become U+FFFD.
std::string from_utf16(std::string_view bytes);

/// Whether bytes begin with a UTF-16 byte order mark.
bool is_utf16(std::string_view bytes);

}  // namespace ropc::scanner
