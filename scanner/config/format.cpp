#include "scanner/config/format.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

struct Entry {
  std::string_view language;
  Format format;
};

constexpr std::array kFormats = std::to_array<Entry>({
    {"json", Format::json},
    {"jupyter", Format::json},
    {"yaml", Format::yaml},
    {"xml", Format::xml},
    {"properties", Format::properties},
    {"dotenv", Format::env},
    {"ini", Format::ini},
    {"toml", Format::toml},
    {"hcl", Format::hcl},
    {"dockerfile", Format::dockerfile},
    {"http", Format::http},
    {"bruno", Format::bru},
});

/// Files without a language of their own: by their endings.
constexpr std::array kEndings = std::to_array<Entry>({
    {".postman_collection", Format::json},
    {".postman_environment", Format::json},
    {".tfstate", Format::json},
    {".properties.template", Format::properties},
    {".htaccess", Format::directives},
    {".vhost", Format::directives},
    {".nginx", Format::directives},
});

/// Whether the first lines look like nginx, Apache or HOCON (blocks) rather than like sections.
bool has_blocks(std::string_view text) {
  LineCursor lines(text);
  for (int n = 0; n < 400 && lines.next(); ++n) {
    const std::string_view line = trim(lines.line());
    if (line.starts_with('[') && line.ends_with(']')) return false;
    if (!line.starts_with('#') && (line.ends_with('{') || (line.starts_with('<') && line.ends_with('>')))) return true;
  }
  return false;
}

/// Endings of templates: what they make is told by what stands in them.
constexpr auto kTemplates = std::to_array<std::string_view>({".template", ".tmpl", ".tpl", ".j2", ".erb", ".gotmpl", ".mustache", ".in", ".dist"});

/// JSON or YAML by the first line that is no comment.
Format by_content(std::string_view text) {
  LineCursor lines(text);
  for (int n = 0; n < 100 && lines.next(); ++n) {
    const std::string_view line = trim(lines.line());
    if (line.empty() || line.starts_with('#') || line.starts_with("{{") || line.starts_with("{%") || line.starts_with("//")) continue;
    if (line.starts_with('{') || line.starts_with('[')) return Format::json;
    if (line.starts_with('<')) return Format::xml;
    const std::size_t colon = line.find(':');
    const bool key = colon != std::string_view::npos && colon != 0 && line.find_first_of(" \"'(;=") >= colon &&
                     (colon + 1 == line.size() || line[colon + 1] == ' ');
    return line == "---" || line.starts_with("- ") || key ? Format::yaml : Format::none;
  }
  return Format::none;
}

}  // namespace

Format format_of(const Document& document) {
  for (const Entry& entry : kFormats) {
    if (entry.language != document.language) continue;
    return entry.format == Format::ini && has_blocks(document.text) ? Format::directives : entry.format;
  }
  const std::string_view name = document.inner_name.empty() ? std::string_view(document.path) : document.inner_name;
  const std::string lowered = lower(name.substr(name.rfind('/') + 1));
  for (const Entry& entry : kEndings)
    if (lowered.ends_with(entry.language)) return entry.format;
  const bool plain = document.language.empty() || document.language == "text";
  const bool filled = std::any_of(kTemplates.begin(), kTemplates.end(), [&](std::string_view ending) { return lowered.ends_with(ending); });
  return plain && filled ? by_content(document.text) : Format::none;
}

Parsed parse(Format format, std::string_view text) {
  switch (format) {
    case Format::json: return read_json(text);
    case Format::yaml: return read_yaml(text);
    case Format::xml: return read_xml(text);
    case Format::properties: return read_properties(text);
    case Format::env: return read_env(text);
    case Format::ini: return read_ini(text);
    case Format::toml: return read_toml(text);
    case Format::hcl: return read_hcl(text);
    case Format::directives: return read_directives(text);
    case Format::dockerfile: return read_dockerfile(text);
    case Format::http: return read_http(text);
    case Format::bru: return read_bru(text);
    case Format::none: break;
  }
  Parsed out(text);
  out.fault = "its format is not known";
  return out;
}

std::string_view rule_word(Format format) {
  switch (format) {
    case Format::json: return "json";
    case Format::yaml: return "yaml";
    case Format::xml: return "xml";
    case Format::properties: return "properties";
    case Format::env:
    case Format::dockerfile: return "env";
    case Format::toml: return "toml";
    case Format::hcl: return "hcl";
    case Format::ini:
    case Format::directives:
    case Format::http:
    case Format::bru: return "ini";
    case Format::none: break;
  }
  return "";
}

}  // namespace ropc::scanner::config
