#pragma once

#include <string_view>

#include "scanner/config/tree.h"

// One reader a format. Each takes any bytes, never throws, uses memory and time linear in them, and says in
// Parsed::fault why it gave up; what was read up to there stays in the tree.

namespace ropc::scanner::config {

/// JSON as people write it (RFC 8259 with comments, trailing commas, single quotes, bare words), several values after
/// each other (JSON lines), and JSON with holes: `{{ }}`, `{% %}` and `${ }` of templates stand for values, members or
/// nothing. Written by hand because the kept parsers give no places of values, and none takes comments, holes and
/// several values.
Parsed read_json(std::string_view text);

/// YAML 1.2 through yaml-cpp's events: several documents, anchors kept as references (Node::alias) and never expanded.
/// Helm, Jinja and Go templates are read with their holes filled; the value keeps the hole's text.
Parsed read_yaml(std::string_view text);

/// XML through pugixml: elements and attributes are keys alike, an element's text is its value. No DTD, no entity but
/// the five and numbers.
Parsed read_xml(std::string_view text);

/// Java properties: continuations, escapes; keys become paths at their dots.
Parsed read_properties(std::string_view text);

/// NAME=value lines of shells, Docker and systemd: `export`, quotes, values over several lines.
Parsed read_env(std::string_view text);

/// INI and its relatives (git, systemd, AWS, Odoo): sections, `=` or `:`.
Parsed read_ini(std::string_view text);

/// TOML through toml++.
Parsed read_toml(std::string_view text);

/// HCL 2 (Terraform, Packer, Nomad): blocks and attributes; block labels are parts of the path. Expressions other than
/// literals, lists and objects keep their source text. By hand: the distribution has no HCL library.
Parsed read_hcl(std::string_view text);

/// Directive files of Apache, nginx, Dovecot and HAProxy: `name arguments`, `{}` and `<X></X>` blocks.
Parsed read_directives(std::string_view text);

/// Dockerfile instructions: ENV and ARG as settings, RUN, CMD and ENTRYPOINT as text.
Parsed read_dockerfile(std::string_view text);

/// Request files of REST clients (.http, .rest): per request `url`, `headers` and `body`; `@name = value` as variables.
Parsed read_http(std::string_view text);

/// Bruno requests (.bru): blocks of `key: value` lines, of text, and lists.
Parsed read_bru(std::string_view text);

}  // namespace ropc::scanner::config
