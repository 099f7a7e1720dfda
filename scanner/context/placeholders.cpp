#include "scanner/context/placeholders.h"

#include <string_view>
#include <utility>

#include "scanner/context_words.h"
#include "scanner/placeholders/placeholder.h"

namespace ropc::scanner {
namespace {

constexpr int kMaxDepth = 4;
constexpr int kMaxSteps = 100;
constexpr std::size_t kMaxText = 2'000;

/// `steps` is what is left of kMaxSteps: placeholders of placeholders must not multiply.
std::optional<std::string> resolved(const std::string& text, const Repository& repository, const std::string& from,
                                    int depth, int& steps) {
  std::string out;
  std::size_t at = 0;
  while (const auto hole = next_placeholder(text, at)) {
    out += text.substr(at, hole->begin - at);
    at = hole->end;
    if (depth > kMaxDepth || --steps < 0) return std::nullopt;
    auto value = hole->name.empty() ? std::nullopt : repository.placeholder(hole->name, from);
    if (!value) value = hole->fallback;
    if (value) value = resolved(*value, repository, from, depth + 1, steps);
    if (!value || out.size() + value->size() > kMaxText) return std::nullopt;
    out += *value;
  }
  out += text.substr(at);
  return out;
}

void resolve(std::optional<std::string>& slot, const Repository& repository, const std::string& from) {
  if (slot) slot = resolved(*slot, repository, from);
  if (slot && (slot->empty() || slot->find('\x1a') != std::string::npos)) slot.reset();
}

}  // namespace

std::optional<std::string> resolved(const std::string& text, const Repository& repository, const std::string& from) {
  int steps = kMaxSteps;
  return resolved(text, repository, from, 0, steps);
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
