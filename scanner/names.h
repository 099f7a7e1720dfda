#pragma once

#include <string>
#include <string_view>

namespace ropc::scanner {

/// The form in which identifiers are compared: parts between '.', '::', '->', '\\', '/', '$', '#' folded
/// (common/text.h folded_name) and joined by '.': "OAuth2ParameterNames::GRANT_TYPE" is "oauth2parameternames.granttype".
std::string folded_dotted(std::string_view name);

/// Last part of a folded_dotted() name. The view is into `dotted`.
std::string_view last_part(std::string_view dotted);

/// Whether `dotted` is `ending` or ends in ".ending"; both as folded_dotted() makes them.
bool ends_in_parts(std::string_view dotted, std::string_view ending);

/// Whether `word` stands in `text` with no letter, digit or '_' around it. Letter case counts.
bool has_word(std::string_view text, std::string_view word);

}  // namespace ropc::scanner
