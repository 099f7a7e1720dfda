#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_elixir(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"charlist", Form::string, "", "", ""},
    {"sigil", Form::string, "", "", ""},
    {"sigil_name", Form::content, "", "", ""},
    {"sigil_modifiers", Form::content, "", "", ""},
    {"quoted_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"interpolation", Form::clear, "", "", ""},
    {"atom", Form::symbol, "", "", ""},
    {"quoted_atom", Form::symbol, "", "", ""},
    {"keyword", Form::symbol, "", "", ""},
    {"quoted_keyword", Form::symbol, "", "", ""},
    {"integer", Form::number, "", "", ""},
    {"boolean", Form::number, "", "", ""},
    {"nil", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"alias", Form::name, "", "", ""},
    {"dot", Form::member, "left", "right", ""},
    {"access_call", Form::index, "target", "key", ""},
    {"call", Form::call, "target", "@arguments", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"keywords", Form::arguments, "", "", ""},
    {"pair", Form::pair, "key", "value", ""},
    {"map", Form::map, "", "", ""},
    {"map_content", Form::arguments, "", "", ""},
    {"tuple", Form::list, "", "", ""},
    {"list", Form::list, "", "", ""},
    {"binary_operator", Form::binary, "left", "right", ""},
    {"unary_operator", Form::unary, "operand", "", ""},
    {"stab_clause", Form::branch, "left>#0", "right", ""},
    {"body", Form::clear, "", "", ""},
    {"anonymous_function", Form::function, "", "@stab_clause>left", "@stab_clause>right"},
    {"*module", Form::type, "@arguments>#0", "", ""},
    {"*function", Form::function, "@arguments>#0>target|@arguments>#0", "@arguments>#0>@arguments", "@do_block|@arguments>@keywords"},
    {"*attribute", Form::declare, "operand>target", "operand>@arguments>#0", ""},
    {"*case", Form::choice, "@arguments>#0", "", ""},
    {"*import", Form::import, "", "", ""},
    {"*default", Form::parameter, "left", "right", ""},
    {"*match", Form::assign, "left", "right", ""},
    {"*attribute_name", Form::none, "", "", ""},
};
constexpr OperatorRow kOperators[] = {{"<>", Operation::concat}, {"++", Operation::concat}};

/// Definitions are calls of macros, and attributes are operators.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.form(id) == Form::call && tree.form(tree.slot(id, 0)) == Form::name) {
      const std::string_view name = tree.text(tree.slot(id, 0));
      if (name == "defmodule") builder.set_row(id, "*module");
      if (name == "def" || name == "defp" || name == "defmacro") {
        const NodeId head = tree.strip(tree.child_by_field(id, "target") + 1);
        builder.set_row(id, "*function");
        if (tree.form(head) == Form::arguments && tree.at(head).first != kNone && tree.form(tree.at(head).first) == Form::call) {
          builder.set_form(tree.at(head).first, Form::none);  // the head is no call
        }
      }
      if (name == "case") builder.set_row(id, "*case");
      if (name == "alias" || name == "import" || name == "use" || name == "require") builder.set_row(id, "*import");
    } else if (tree.form(id) == Form::unary && tree.text(id).starts_with('@')) {
      const NodeId operand = tree.slot(id, 0);
      if (tree.form(operand) == Form::call) {
        const std::string_view name = tree.text(tree.slot(operand, 0));
        if (name == "doc" || name == "moduledoc" || name == "typedoc" || name == "shortdoc") {
          for (NodeId inner = id; inner < tree.at(id).last; ++inner) builder.set_form(inner, Form::comment);
          continue;
        }
        builder.set_row(id, "*attribute");
        builder.set_form(operand, Form::none);
      }
    } else if (tree.form(id) == Form::binary) {
      const std::string_view op = tree.between(tree.slot(id, 0), tree.slot(id, 1));
      if (op == "\\\\") builder.set_row(id, "*default");
      if (op == "=") builder.set_row(id, "*match");
    }
  }
}

}  // namespace

const Language kElixir{"elixir", "elixir", tree_sitter_elixir, kRows, kOperators, {}, false, refine};

}  // namespace ropc::scanner::syntax::table
