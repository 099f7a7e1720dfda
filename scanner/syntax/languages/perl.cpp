#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_perl(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"pod", Form::comment, "", "", ""},
    {"string_literal", Form::string, "", "", ""},
    {"interpolated_string_literal", Form::string, "", "", ""},
    {"command_string", Form::string, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"heredoc_token", Form::heredoc, "", "", ""},
    {"heredoc_content", Form::string, "", "", ""},
    {"heredoc_end", Form::content, "", "", ""},
    {"quoted_word_list", Form::words, "", "", ""},
    {"autoquoted_bareword", Form::symbol, "", "", ""},
    {"number", Form::number, "", "", ""},
    {"bareword", Form::name, "", "", ""},
    {"package", Form::name, "", "", ""},
    {"function", Form::name, "", "", ""},
    {"method", Form::name, "", "", ""},
    {"varname", Form::content, "", "", ""},
    {"scalar", Form::name, "", "", ""},
    {"array", Form::name, "", "", ""},
    {"hash", Form::name, "", "", ""},
    {"container_variable", Form::name, "", "", ""},
    {"hash_element_expression", Form::index, "hash|#0", "key", ""},
    {"method_call_expression", Form::call, "method", "arguments", "invocant"},
    {"function_call_expression", Form::call, "function", "arguments", ""},
    {"ambiguous_function_call_expression", Form::call, "function", "arguments", ""},
    {"func1op_call_expression", Form::call, "function", "#0", ""},
    {"list_expression", Form::arguments, "", "", ""},
    {"anonymous_hash_expression", Form::map, "", "", ""},
    {"anonymous_array_expression", Form::list, "", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"equality_expression", Form::binary, "left", "right", ""},
    {"lowprec_logical_expression", Form::binary, "left", "right", ""},
    {"unary_expression", Form::unary, "operand", "", ""},
    {"refgen_expression", Form::clear, "", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"conditional_expression", Form::ternary, "condition", "consequent", "alternative"},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"variable_declaration", Form::clear, "variable|variables", "", ""},
    {"subroutine_declaration_statement", Form::function, "name", "", "body"},
    {"anonymous_subroutine_expression", Form::function, "", "", "body"},
    {"return_expression", Form::give_back, "#0", "", ""},
    {"use_statement", Form::import, "", "", ""},
    {"*constant", Form::declare, "@list_expression>#0|@anonymous_hash_expression>@list_expression>#0",
     "@list_expression>#1|@anonymous_hash_expression>@list_expression>#1", ""},
};
constexpr OperatorRow kOperators[] = {
    {".", Operation::concat}, {".=", Operation::append}, {"||=", Operation::append}, {"//=", Operation::append}};
constexpr StringStyle kStrings{.single_is_raw = true};

/// `use constant NAME => 'value'` defines names; `my ($a, $b)` are several.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.type(id) == "variable_declaration" && tree.child_by_field(id, "variables") != kNone) builder.set_form(id, Form::sequence);
    if (tree.form(id) == Form::import && tree.text(tree.child_by_field(id, "module")) == "constant") builder.set_row(id, "*constant");
  }
}

}  // namespace

const Language kPerl{"perl", "perl", tree_sitter_perl, kRows, kOperators, kStrings, false, refine};

}  // namespace ropc::scanner::syntax::table
