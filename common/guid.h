#pragma once

#include <string_view>

namespace ropc {

/// Whether `text` is a GUID as identity providers write application and tenant ids: 32 hexadecimal digits in groups of
/// 8-4-4-4-12. Nobody knows one by heart, so reports show a name beside it.
bool is_guid(std::string_view text) noexcept;

}  // namespace ropc
