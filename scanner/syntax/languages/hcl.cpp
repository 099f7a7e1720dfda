#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_hcl(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string_lit", Form::string, "", "", ""},
    {"quoted_template", Form::string, "", "", ""},
    {"heredoc_template", Form::string, "", "", ""},
    {"quoted_template_start", Form::content, "", "", ""},
    {"quoted_template_end", Form::content, "", "", ""},
    {"heredoc_identifier", Form::content, "", "", ""},
    {"heredoc_start", Form::content, "", "", ""},
    {"template_literal", Form::content, "", "", ""},
    {"template_interpolation", Form::clear, "@expression", "", ""},
    {"template_expr", Form::clear, "", "", ""},
    {"literal_value", Form::clear, "", "", ""},
    {"collection_value", Form::clear, "", "", ""},
    {"expression", Form::clear, "", "", ""},
    {"*path", Form::name, "", "", ""},
    {"numeric_lit", Form::number, "", "", ""},
    {"bool_lit", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"variable_expr", Form::clear, "", "", ""},
    {"attribute", Form::declare, "#0", "=", ""},
    {"object", Form::map, "", "", ""},
    {"object_elem", Form::pair, "key", "val", ""},
    {"object_start", Form::content, "", "", ""},
    {"object_end", Form::content, "", "", ""},
    {"tuple", Form::list, "", "", ""},
    {"tuple_start", Form::content, "", "", ""},
    {"tuple_end", Form::content, "", "", ""},
    {"function_call", Form::call, "#0", "@function_arguments", ""},
    {"function_arguments", Form::arguments, "", "", ""},
    {"conditional", Form::ternary, "#0", "#1", "#2"},
    {"binary_operation", Form::binary, "#0", "#-1", ""},
};

/// `var.name` is an expression of several parts.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.type(id) != "expression") continue;
    const auto parts = tree.children(id);
    if (parts.size() > 1 && tree.type(parts.front()) == "variable_expr") builder.set_row(id, "*path");
  }
}

}  // namespace

const Language kHcl{"hcl", "hcl", tree_sitter_hcl, kRows, {}, {}, false, refine};

}  // namespace ropc::scanner::syntax::table
