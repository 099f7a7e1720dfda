#include "scanner/context/placeholders.h"

#include <string_view>
#include <utility>

#include "common/text.h"
#include "scanner/context_words.h"

namespace ropc::scanner {
namespace {

constexpr int kMaxDepth = 4;

bool name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

struct Placeholder {
  std::size_t length = 0;  ///< of the whole placeholder; 0: none here
  std::string name;
  std::string otherwise;
};

Placeholder between(std::string_view text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) return {};
  const std::size_t end = text.find(close, open.size());
  if (end == std::string_view::npos || end - open.size() > 200) return {};
  std::string_view inside = trim(text.substr(open.size(), end - open.size()));
  Placeholder out;
  out.length = end + close.size();
  if (const std::size_t colon = inside.find(':'); colon != std::string_view::npos) {
    std::string_view rest = inside.substr(colon + 1);
    if (rest.starts_with("-") || rest.starts_with("=")) rest.remove_prefix(1);
    out.otherwise = std::string(rest);
    inside = inside.substr(0, colon);
  }
  for (const std::string_view before : {"env.", "vars.", "secrets.", ".Values.", "var.", "process.env."})
    if (inside.starts_with(before)) inside.remove_prefix(before.size());
  out.name = std::string(trim(inside));
  return out;
}

Placeholder placeholder_at(std::string_view text) {
  switch (text.front()) {
    case '$':
      for (const auto& [open, close] : {std::pair("${{", "}}"), std::pair("${", "}"), std::pair("$(", ")")})
        if (Placeholder found = between(text, open, close); found.length > 0) return found;
      {
        std::size_t end = 1;
        while (end < text.size() && name_char(text[end]) && text[end] != '.' && text[end] != '-') ++end;
        if (end > 1) return {end, std::string(text.substr(1, end - 1)), {}};
      }
      return {};
    case '{':
      return between(text, "{{", "}}");
    case '%': {
      Placeholder found = between(text, "%", "%");
      for (const char c : found.name)
        if (!name_char(c)) return {};
      return found;
    }
    case '#':
      return between(text, "#{", "}");
    default:
      return {};
  }
}

std::optional<std::string> resolved(const std::string& text, const Repository& repository, const std::string& from,
                                    int depth) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Placeholder found = placeholder_at(std::string_view(text).substr(at));
    if (found.length == 0) {
      out += text[at++];
      continue;
    }
    at += found.length;
    auto value = repository.placeholder(found.name, from);
    if (!value && !found.otherwise.empty()) value = found.otherwise;
    if (value && depth < kMaxDepth) value = resolved(*value, repository, from, depth + 1);
    if (!value || out.size() + value->size() > 2'000) return std::nullopt;
    out += *value;
  }
  return out;
}

void resolve(std::optional<std::string>& slot, const Repository& repository, const std::string& from) {
  if (slot) slot = resolved(*slot, repository, from);
  if (slot && (slot->empty() || slot->find('\x1a') != std::string::npos)) slot.reset();
}

}  // namespace

std::optional<std::string> resolved(const std::string& text, const Repository& repository, const std::string& from) {
  return resolved(text, repository, from, 0);
}

void resolve_context(Finding& finding, const Repository& repository) {
  const std::string& from = finding.where.path;
  // The provider can be read off an endpoint whose host stays unknown ("${BASE}/realms/shop/protocol/...").
  const std::string endpoint = finding.endpoint.value_or(std::string());
  resolve(finding.client_id, repository, from);
  resolve(finding.tenant, repository, from);
  resolve(finding.endpoint, repository, from);
  std::erase_if(finding.scopes, [](const std::string& scope) { return scope.find_first_of("${}\x1a") != std::string::npos; });
  Context told;
  read_endpoint(told, finding.endpoint ? *finding.endpoint : endpoint);
  if (!finding.idp && !told.idp.empty()) finding.idp = told.idp;
  if (!finding.tenant && !told.tenant.empty()) finding.tenant = told.tenant;
}

}  // namespace ropc::scanner
