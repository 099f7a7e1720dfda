#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_php(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"encapsed_string", Form::string, "", "", ""},
    {"heredoc", Form::string, "", "", ""},
    {"nowdoc", Form::string, "", "", ""},
    {"heredoc_start", Form::content, "", "", ""},
    {"heredoc_body", Form::content, "", "", ""},
    {"heredoc_end", Form::content, "", "", ""},
    {"nowdoc_body", Form::content, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"integer", Form::number, "", "", ""},
    {"boolean", Form::number, "", "", ""},
    {"null", Form::number, "", "", ""},
    {"name", Form::name, "", "", ""},
    {"variable_name", Form::name, "", "", ""},
    {"dynamic_variable_name", Form::name, "", "", ""},
    {"qualified_name", Form::name, "", "", ""},
    {"relative_scope", Form::name, "", "", ""},
    {"member_access_expression", Form::member, "object", "name", ""},
    {"nullsafe_member_access_expression", Form::member, "object", "name", ""},
    {"class_constant_access_expression", Form::member, "#0", "#1", ""},
    {"scoped_property_access_expression", Form::member, "scope", "name", ""},
    {"subscript_expression", Form::index, "#0", "#1", ""},
    {"function_call_expression", Form::call, "function", "arguments", ""},
    {"member_call_expression", Form::call, "name", "arguments", "object"},
    {"nullsafe_member_call_expression", Form::call, "name", "arguments", "object"},
    {"scoped_call_expression", Form::call, "name", "arguments", "scope"},
    {"object_creation_expression", Form::create, "#0", "@arguments", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"argument", Form::argument, "name", "#-1", ""},
    {"array_creation_expression", Form::map, "", "", ""},
    {"array_element_initializer", Form::pair, "#0", "#1", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"cast_expression", Form::clear, "value", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"conditional_expression", Form::ternary, "condition", "body", "alternative"},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"augmented_assignment_expression", Form::assign, "left", "right", ""},
    {"const_element", Form::declare, "#0", "#1", ""},
    {"property_element", Form::declare, "name", "default_value", ""},
    {"simple_parameter", Form::parameter, "name", "default_value", "type"},
    {"property_promotion_parameter", Form::parameter, "name", "default_value", "type"},
    {"formal_parameters", Form::arguments, "", "", ""},
    {"function_definition", Form::function, "name", "parameters", "body"},
    {"method_declaration", Form::function, "name", "parameters", "body"},
    {"anonymous_function", Form::function, "", "parameters", "body"},
    {"arrow_function", Form::function, "", "parameters", "body"},
    {"class_declaration", Form::type, "name", "", "@base_clause"},
    {"interface_declaration", Form::type, "name", "", "@base_clause"},
    {"trait_declaration", Form::type, "name", "", ""},
    {"enum_declaration", Form::type, "name", "", ""},
    {"enum_case", Form::enum_member, "name", "value", ""},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"switch_statement", Form::choice, "condition", "", ""},
    {"case_statement", Form::branch, "value", "", ""},
    {"match_expression", Form::choice, "condition", "", ""},
    {"match_conditional_expression", Form::branch, "conditional_expressions", "return_expression", ""},
    {"match_condition_list", Form::sequence, "", "", ""},
    {"attribute", Form::annotation, "#0", "parameters", ""},
    {"namespace_use_declaration", Form::import, "", "", ""},
    {"require_once_expression", Form::import, "", "", ""},
};
constexpr OperatorRow kOperators[] = {
    {".", Operation::concat}, {".=", Operation::append}, {"+", Operation::other}, {"?\?=", Operation::append}};
constexpr StringStyle kStrings{.single_is_raw = true};

}  // namespace

const Language kPhp{"php", "php", tree_sitter_php, kRows, kOperators, kStrings};

}  // namespace ropc::scanner::syntax::table
