#pragma once

#include <span>
#include <string_view>

namespace ropc {

/// Ids of the languages and file formats that the scanner tells apart (Document::language, Finding::language, a
/// rule's `languages`); sorted.
std::span<const std::string_view> language_ids();

/// Whether `id` is one of language_ids().
bool is_language_id(std::string_view id);

}  // namespace ropc
