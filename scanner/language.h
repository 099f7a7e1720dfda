#pragma once

#include <string>
#include <string_view>

namespace ropc::scanner {

/// Language of a file (model/languages.h) by its name, else by its first line (shebang, XML, PHP); where a name is used
/// by several languages, by what stands in the text. Empty: not known.
std::string_view language_of(std::string_view path, std::string_view text);

/// A file name that language_of() takes for `language`; "code" for one that no name tells.
std::string sample_name_of(std::string_view language);

/// Whether a text of this language is code and nothing else: no eye takes settings or pieces in other languages out of it.
bool is_plain_code(std::string_view language);

/// C, C++ and Objective-C: what the Clang eye sees.
bool is_c_family(std::string_view language);

/// What a path says about the code in it.
struct PathClass {
  bool test_code = false;
  bool vendored = false;
  bool sample_code = false;
};

/// `path` is relative to the tree's root: where a whole tree lies does not count.
PathClass classify_path(std::string_view path);

/// Whether a script or style sheet is written by a machine in few, very long lines.
bool looks_minified(std::string_view language, std::string_view text);

}  // namespace ropc::scanner
