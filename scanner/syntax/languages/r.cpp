#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_r(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"string_open", Form::content, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"string_close", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"float", Form::number, "", "", ""},
    {"integer", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"null", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"comma", Form::content, "", "", ""},
    {"extract_operator", Form::member, "lhs", "rhs", ""},
    {"namespace_operator", Form::member, "lhs", "rhs", ""},
    {"subset", Form::index, "function", "arguments", ""},
    {"subset2", Form::index, "function", "arguments", ""},
    {"call", Form::call, "function", "arguments", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"argument", Form::argument, "name", "value", ""},
    {"binary_operator", Form::binary, "lhs", "rhs", ""},
    {"*assign", Form::assign, "lhs", "rhs", ""},
    {"unary_operator", Form::unary, "#0", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"parameters", Form::arguments, "", "", ""},
    {"parameter", Form::parameter, "name", "default", ""},
    {"function_definition", Form::function, "", "parameters", "body"},
};
constexpr OperatorRow kOperators[] = {
    {"<-", Operation::assign}, {"<<-", Operation::assign}, {":=", Operation::assign}, {"%in%", Operation::compare}};

/// Assignments are operators.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.form(id) != Form::binary) continue;
    const std::string_view op = tree.between(tree.slot(id, 0), tree.slot(id, 1));
    if (op == "<-" || op == "<<-" || op == "=") builder.set_row(id, "*assign");
  }
}

}  // namespace

const Language kR{"r", "r", tree_sitter_r, kRows, kOperators, {}, false, refine};

}  // namespace ropc::scanner::syntax::table
