#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_rust(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"line_comment", Form::comment, "", "", ""},
    {"block_comment", Form::comment, "", "", ""},
    {"string_literal", Form::string, "", "", ""},
    {"raw_string_literal", Form::string, "", "", ""},
    {"char_literal", Form::string, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"integer_literal", Form::number, "", "", ""},
    {"boolean_literal", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"field_identifier", Form::name, "", "", ""},
    {"type_identifier", Form::name, "", "", ""},
    {"shorthand_field_initializer", Form::clear, "", "", ""},
    {"self", Form::name, "", "", ""},
    {"scoped_identifier", Form::member, "path", "name", ""},
    {"scoped_type_identifier", Form::name, "", "", ""},
    {"generic_type", Form::name, "", "", ""},
    {"field_expression", Form::member, "value", "field", ""},
    {"index_expression", Form::index, "#0", "#1", ""},
    {"call_expression", Form::call, "function", "arguments", ""},
    {"generic_function", Form::clear, "function", "", ""},
    {"macro_invocation", Form::call, "macro", "@token_tree", ""},
    {"token_tree", Form::arguments, "", "", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"struct_expression", Form::create, "name", "", "body"},
    {"field_initializer", Form::pair, "field", "value", ""},
    {"tuple_expression", Form::list, "", "", ""},
    {"array_expression", Form::list, "", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"unary_expression", Form::unary, "#0", "", ""},
    {"reference_expression", Form::clear, "value", "", ""},
    {"try_expression", Form::clear, "#0", "", ""},
    {"await_expression", Form::clear, "#0", "", ""},
    {"type_cast_expression", Form::clear, "value", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"if_expression", Form::ternary, "condition", "consequence", "alternative"},
    {"else_clause", Form::clear, "", "", ""},
    {"match_expression", Form::choice, "value", "", ""},
    {"match_arm", Form::branch, "pattern", "value", ""},
    {"match_pattern", Form::clear, "#0", "", ""},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"compound_assignment_expr", Form::assign, "left", "right", ""},
    {"let_declaration", Form::declare, "pattern", "value", "type"},
    {"const_item", Form::declare, "name", "value", "type"},
    {"static_item", Form::declare, "name", "value", "type"},
    {"field_declaration", Form::declare, "name", "", "type"},
    {"parameter", Form::parameter, "pattern", "", "type"},
    {"parameters", Form::arguments, "", "", ""},
    {"closure_parameters", Form::arguments, "", "", ""},
    {"function_item", Form::function, "name", "parameters", "body"},
    {"closure_expression", Form::function, "", "parameters", "body"},
    {"struct_item", Form::type, "name", "", ""},
    {"enum_item", Form::type, "name", "", ""},
    {"trait_item", Form::type, "name", "", ""},
    {"impl_item", Form::type, "type", "", ""},
    {"mod_item", Form::type, "name", "", ""},
    {"enum_variant", Form::enum_member, "name", "value", ""},
    {"return_expression", Form::give_back, "#0", "", ""},
    {"attribute_item", Form::annotation, "#0>#0", "#0>arguments", ""},
    {"use_declaration", Form::import, "", "", ""},
    {"extern_crate_declaration", Form::import, "", "", ""},
};

}  // namespace

const Language kRust{"rust", "rust", tree_sitter_rust, kRows, {}, {}};

}  // namespace ropc::scanner::syntax::table
