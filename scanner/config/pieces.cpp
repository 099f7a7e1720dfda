#include "scanner/config/pieces.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/config/surroundings.h"
#include "scanner/config/template_holes.h"
#include "scanner/language.h"

namespace ropc::scanner::config {
namespace {

constexpr std::size_t kMinPiece = 8;
constexpr int kMaxItems = 5000;
constexpr std::size_t kMaxVariables = 200;

struct CodeKey {
  std::string_view key;
  std::string_view language;
};

/// Keys whose text is code, compared folded.
constexpr std::array kCodeKeys = std::to_array<CodeKey>({
    {"run", "bash"},          {"script", "bash"},      {"before_script", "bash"}, {"after_script", "bash"}, {"commands", "bash"},
    {"command", "bash"},      {"cmd", "bash"},         {"cmds", "bash"},          {"shell", "bash"},        {"bash", "bash"},
    {"sh", "bash"},           {"entrypoint", "bash"},  {"inlineScript", "bash"},  {"user_data", "bash"},    {"runcmd", "bash"},
    {"bootcmd", "bash"},      {"inline", "bash"},      {"test", "bash"},          {"healthcheck", "bash"},  {"args", ""},
    {"ansible.builtin.shell", "bash"}, {"ansible.builtin.command", "bash"}, {"raw", ""}, {"exec", "bash"}, {"install", "bash"},
    {"powershell", "powershell"}, {"pwsh", "powershell"}, {"win_shell", "powershell"}, {"python", "python"},
    {"preRequestScript", "javascript"}, {"afterResponseScript", "javascript"}, {"script:pre-request", "javascript"},
    {"script:post-response", "javascript"}, {"tests", "javascript"}, {"docs", "markdown"},
});

bool is_list(const Tree& tree, NodeId id) { return tree.at(id).type == NodeType::list; }

/// The key of a value, or of the list it stands in.
std::string_view key_of(const Tree& tree, NodeId id) {
  const NodeId parent = tree.at(id).parent;
  return parent != kNoNode && parent != kRoot && is_list(tree, parent) ? tree.key(parent) : tree.key(id);
}

NodeId parent_of(const Tree& tree, NodeId id) { return tree.at(id).parent; }

std::string sibling(const View& view, NodeId id, std::string_view name) {
  const auto value = NodeSurroundings(view, id).beside(name);
  return value && value->known ? lower(value->text) : std::string();
}

/// Language of the text under a key; "-" when the key says nothing.
std::string_view language_by_key(const View& view, NodeId id) {
  const Tree& tree = view.tree();
  const std::string_view key = tree.key(id);
  const NodeId parent = parent_of(tree, id);
  if (parent != kNoNode && parent != kRoot && same_folded(tree.key(parent), "scripts")) return "bash";
  const auto* known = std::find_if(kCodeKeys.begin(), kCodeKeys.end(), [key](const CodeKey& k) { return same_folded(k.key, key); });
  if (known == kCodeKeys.end() || known->language.empty()) return "-";
  if (same_folded(key, "exec") && same_folded(tree.key(parent), "script")) return "javascript";  // Postman
  if (known->language != "bash") return known->language;
  const std::string shell = sibling(view, id, "shell") + sibling(view, id, "scriptType");
  if (shell.find("pwsh") != std::string::npos || shell.starts_with("ps") || shell.find("powershell") != std::string::npos)
    return "powershell";
  if (shell.find("python") != std::string::npos) return "python";
  const std::string uses = sibling(view, id, "../uses");
  return uses.find("github-script") != std::string::npos ? "javascript" : "bash";
}

/// The language that a text shows by itself.
std::string_view language_by_text(std::string_view text) {
  const std::string_view content = trim(text);
  if (content.size() < kMinPiece) return "-";
  const char first = content.front();
  const char last = content.back();
  if (content.starts_with("#!")) return language_of("", content);
  const bool hole = hole_end(content, 0) != 0;
  if ((first == '{' && last == '}' && !hole) || (first == '[' && last == ']'))
    return content.find_first_of("\"'") != std::string_view::npos ? "json" : "-";
  if (first == '<' && last == '>' && content.find("</") != std::string_view::npos) return "xml";
  return "-";
}

/// `${{ secrets.A }}` of a pipeline is written into the script before it runs: to a shell's eye it is a variable.
std::string with_plain_variables(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find("${{"); at != std::string_view::npos; at = text.find("${{", from)) {
    const std::size_t end = hole_end(text, at + 1);
    out += text.substr(from, at - from);
    from = at;
    if (end == at + 1) {
      out += "${{";
      from += 3;
      continue;
    }
    const std::string_view inside = trim(text.substr(at + 3, end - at - 5));
    const std::string_view name = inside.substr(inside.rfind('.') + 1);
    const bool plain = !name.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") ==
                                            std::string_view::npos;
    out += plain ? "${" + std::string(name) + "}" : std::string("${x}");
    from = end;
  }
  out += text.substr(from);
  return out;
}

std::uint32_t line_at(const View& view, std::size_t offset) { return view.document().lines.line(offset); }

/// Adds the text of a scalar with the lines it stands on.
void append(const View& view, NodeId id, std::string_view language, EmbeddedCode& out) {
  const Tree& tree = view.tree();
  const Node& node = tree.at(tree.target(id));
  const std::string_view value = tree.value(tree.target(id));
  const std::uint32_t first = line_at(view, node.value_at);
  const std::string_view document = tree.document();
  const char before = node.value_at > 0 && node.value_at <= document.size() ? document[node.value_at - 1] : ' ';
  if (node.lines == Lines::folded && language == "bash" && before != '"' && before != '\'') {
    // What YAML folds into one line is one command over several lines.
    std::uint32_t line = first;
    for (const std::string_view raw : split(document.substr(node.value_at, node.end - node.value_at), '\n')) {
      const std::string_view text = trim(raw);
      if (!out.text.empty() && !out.text.ends_with('\n')) out.text += text.empty() ? "\n" : " \\\n";
      out.text += text;
      out.lines.push_back(line++);
    }
    if (!out.text.ends_with('\n')) out.text += '\n';
    return;
  }
  std::uint32_t line = first;
  for (std::string_view part : split(value, '\n')) {
    out.text += language == "bash" || language == "powershell" ? with_plain_variables(part) : std::string(part);
    out.text += '\n';
    out.lines.push_back(line);
    if (node.lines == Lines::kept) ++line;
  }
}

/// Environment that the piece runs in, from the objects around it.
void add_variables(const View& view, NodeId id, EmbeddedCode& out) {
  const Tree& tree = view.tree();
  for (NodeId at = id; at != kNoNode && out.variables.size() < kMaxVariables; at = tree.at(at).parent) {
    int seen = 0;
    for (NodeId c = tree.at(at).first; c != kNoNode && seen < kMaxItems; c = tree.at(c).next, ++seen) {
      const std::string_view key = tree.key(c);
      if (key != "env" && key != "environment" && key != "variables" && key != "ENV" && key != "ARG") continue;
      for (NodeId v = tree.at(tree.target(c)).first; v != kNoNode && out.variables.size() < kMaxVariables; v = tree.at(v).next)
        if (Value value = view.value(v); value.known && tree.has_value(v) && !tree.key(v).empty())
          out.variables.emplace_back(std::string(tree.key(v)), std::move(value.text));
    }
  }
}

EmbeddedCode started(const View& view, NodeId id, std::string_view language) {
  EmbeddedCode out;
  out.language = language;
  out.context = context_of(view, id);
  if (language == "bash" || language == "powershell") add_variables(view, id, out);
  return out;
}

bool is_shell(std::string_view word) {
  const std::string_view name = word.substr(word.rfind('/') + 1);
  return name == "sh" || name == "bash" || name == "ash" || name == "zsh" || name == "dash";
}

bool is_client(std::string_view word) {
  const std::string_view name = word.substr(word.rfind('/') + 1);
  return name == "curl" || name == "wget" || name == "http" || name == "https" || name == "xh" || name == "kcadm.sh" ||
         name == "aws" || name == "az";
}

std::string shell_quoted(std::string_view word) {
  std::string out = "'";
  for (const char c : word) c == '\'' ? out += "'\\''" : out += c;
  return out + "'";
}

/// A list of words (`["sh", "-c", "…"]`, `["curl", "-d", "…"]`), or of lines of a script.
std::optional<EmbeddedCode> commands(const View& view, NodeId list) {
  const Tree& tree = view.tree();
  std::string_view language = language_by_key(view, list);
  const bool words = same_folded(tree.key(list), "args") || language == "bash";
  if (language == "-" && !words) return std::nullopt;
  const NodeId first = tree.at(list).first;
  if (first == kNoNode || !tree.has_value(first)) return std::nullopt;
  const std::string_view head = tree.value(first);
  EmbeddedCode out = started(view, list, language == "-" ? "bash" : language);
  NodeId from = first;
  if (words && is_shell(head)) {
    for (from = tree.at(first).next; from != kNoNode && tree.value(from).starts_with('-');) from = tree.at(from).next;
  } else if (words && (is_client(head) || head == "CMD" || head == "CMD-SHELL")) {
    for (NodeId i = first; i != kNoNode; i = tree.at(i).next) {
      out.text += (i == first && !is_client(head)) ? "" : shell_quoted(tree.value(i)) + " \\\n";
      if (i != first || is_client(head)) out.lines.push_back(line_at(view, tree.at(i).value_at));
    }
    return out;
  } else if (language == "-" || (head.find(' ') == std::string_view::npos && tree.at(first).next != kNoNode &&
                                 tree.value(tree.at(first).next).starts_with('-'))) {
    return std::nullopt;  // a program with options: they are pairs of their own
  }
  int items = 0;
  for (NodeId i = from; i != kNoNode && items < kMaxItems; i = tree.at(i).next, ++items)
    if (tree.has_value(i)) append(view, i, out.language, out);
  return out;
}

}  // namespace

std::optional<EmbeddedCode> piece_of(const View& view, NodeId id) {
  const Tree& tree = view.tree();
  if (is_list(tree, id)) return commands(view, id);
  if (!tree.has_value(id) || tree.value(id).size() < kMinPiece) return std::nullopt;
  if (view.format() == Format::hcl && !tree.at(id).quoted) return std::nullopt;  // an expression
  std::string_view language = language_by_key(view, id);
  std::string name;
  if (language == "-" && tree.at(id).lines != Lines::single) {
    const std::string_view key = key_of(tree, id);
    if (const std::string_view by_name = language_of(key, ""); !by_name.empty() && key.find('.') != std::string_view::npos) {
      language = by_name;
      name = key;
    }
  }
  if (const std::string_view shown = language_by_text(tree.value(id)); language == "-" || shown == "json") language = shown == "-" ? language : shown;
  if (language == "-" || language.empty()) return std::nullopt;
  EmbeddedCode out = started(view, id, language);
  out.name = std::move(name);
  append(view, id, language, out);
  return out;
}

std::vector<EmbeddedCode> notebook_cells(const View& view) {
  const Tree& tree = view.tree();
  std::vector<EmbeddedCode> out;
  const NodeId document = tree.at(kRoot).first;
  if (document == kNoNode) return out;
  const NodeId metadata = tree.child(document, "metadata");
  const NodeId kernel = metadata == kNoNode ? kNoNode : tree.child(metadata, "kernelspec");
  const NodeId spoken = kernel == kNoNode ? kNoNode : tree.child(kernel, "language");
  std::string language = spoken == kNoNode ? "python" : lower(tree.value(spoken));
  if (language == "c#" || language == ".net-csharp") language = "csharp";
  const NodeId cells = tree.child(document, "cells");
  if (cells == kNoNode) return out;
  for (NodeId cell = tree.at(cells).first; cell != kNoNode; cell = tree.at(cell).next) {
    const NodeId source = tree.child(cell, "source");
    const NodeId type = tree.child(cell, "cell_type");
    if (source == kNoNode) continue;
    EmbeddedCode piece;
    const bool code = type != kNoNode && tree.value(type) == "code";
    piece.language = code ? language : "markdown";
    const auto add = [&](NodeId id) {
      for (const std::string_view line : split(tree.value(id), '\n')) {
        if (line.empty() && tree.value(id).ends_with('\n')) continue;
        piece.text += line;
        piece.text += '\n';
        piece.lines.push_back(line_at(view, tree.at(id).value_at));
      }
    };
    if (is_list(tree, source))
      for (NodeId line = tree.at(source).first; line != kNoNode; line = tree.at(line).next) add(line);
    else
      add(source);
    const std::string_view head = std::string_view(piece.text).substr(0, piece.text.find('\n'));
    if (code && (head.starts_with("%%bash") || head.starts_with("%%sh") || head.starts_with("!"))) piece.language = "bash";
    if (piece.text.size() >= kMinPiece) out.push_back(std::move(piece));
  }
  return out;
}

}  // namespace ropc::scanner::config
