#include "scanner/finding_of.h"

#include <algorithm>

#include "common/redact.h"
#include "scanner/context/basic_client.h"

namespace ropc::scanner {
namespace {

std::optional<std::string> if_known(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

/// The line of the hit; of a very long one (minified code) what follows the hit, so that the excerpt shows it. It never
/// begins inside a value, where redaction could not tell a secret.
RedactedText excerpt_of(const Document& document, std::size_t at, std::uint32_t line) {
  const std::string_view text = line_text(document.text, document.lines, line);
  const std::size_t column = at - document.lines.start(line);
  constexpr std::size_t kShown = 160;
  return redact(text.size() > kShown && column > kShown / 2 && column < text.size() ? text.substr(column) : text);
}

}  // namespace

Level quieter(Level level) { return level == Level::error ? Level::warning : Level::note; }

Location location_of(const Document& document, Region where) {
  const std::size_t end = std::max(where.begin, where.end);
  return {document.path, document.lines.line(where.begin), document.lines.column(where.begin),
          document.lines.line(end), document.lines.column(end)};
}

Finding finding_of(const Hit& hit) {
  const rules::Rule& rule = *hit.rule;
  const Document& document = *hit.document;
  Finding out;
  out.rule_id = rule.info.id;
  out.kind = hit.role == Role::live ? rule.info.kind : Kind::mention;
  out.level = hit.role == Role::live ? rule.info.level : Level::note;
  out.confidence = rule.info.confidence;
  out.construct = rule.construct.empty() ? std::string(hit.construct) : rule.construct;
  out.language = document.language;
  out.eye = hit.eye;
  out.where = location_of(document, hit.where);
  out.excerpt = excerpt_of(document, hit.where.begin, out.where.line);
  out.message = rule.info.message;
  for (const Value* value : hit.values) out.related.insert(out.related.end(), value->path.begin(), value->path.end());
  const bool handed_on = hit.onward != nullptr && !hit.onward->empty();
  if (!out.related.empty() || handed_on) {
    out.flow.assign(out.related.rbegin(), out.related.rend());
    out.flow.push_back({out.where, "the value is used here", out.excerpt});
  }
  if (handed_on) {
    out.flow.insert(out.flow.end(), hit.onward->begin(), hit.onward->end());
    out.related.insert(out.related.end(), hit.onward->begin(), hit.onward->end());
  }
  out.client_id = if_known(hit.context.client_id);
  if (!out.client_id && out.kind == Kind::request) out.client_id = basic_client(document, hit.where);
  out.idp = if_known(rule.idp.empty() ? hit.context.idp : rule.idp);
  out.tenant = if_known(hit.context.tenant);
  out.endpoint = if_known(hit.context.endpoint);
  out.scopes = hit.context.scopes;
  out.user_from = hit.context.user_from;
  out.password_from = hit.context.password_from;
  out.test_code = document.test_code;
  out.vendored = document.vendored;
  out.sample_code = document.sample_code;
  if (out.test_code || out.vendored || out.sample_code) out.level = quieter(out.level);
  return out;
}

}  // namespace ropc::scanner
