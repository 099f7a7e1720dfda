#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_go(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"interpreted_string_literal", Form::string, "", "", ""},
    {"raw_string_literal", Form::string, "", "", ""},
    {"interpreted_string_literal_content", Form::content, "", "", ""},
    {"raw_string_literal_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"int_literal", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"nil", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"field_identifier", Form::name, "", "", ""},
    {"package_identifier", Form::name, "", "", ""},
    {"type_identifier", Form::name, "", "", ""},
    {"qualified_type", Form::name, "", "", ""},
    {"selector_expression", Form::member, "operand", "field", ""},
    {"index_expression", Form::index, "operand", "index", ""},
    {"call_expression", Form::call, "function", "arguments", ""},
    {"composite_literal", Form::create, "type", "", "body"},
    {"type_conversion_expression", Form::clear, "operand", "", ""},
    {"argument_list", Form::arguments, "", "", ""},
    {"literal_value", Form::list, "", "", ""},
    {"literal_element", Form::clear, "", "", ""},
    {"keyed_element", Form::pair, "key", "value", ""},
    {"expression_list", Form::sequence, "", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"unary_expression", Form::unary, "operand", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"type_assertion_expression", Form::clear, "operand", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"assignment_statement", Form::assign, "left", "right", ""},
    {"short_var_declaration", Form::assign, "left", "right", ""},
    {"const_spec", Form::declare, "name", "value", "type"},
    {"var_spec", Form::declare, "name", "value", "type"},
    {"field_declaration", Form::declare, "name", "", "type"},
    {"parameter_declaration", Form::parameter, "name", "", "type"},
    {"variadic_parameter_declaration", Form::parameter, "name", "", "type"},
    {"parameter_list", Form::arguments, "", "", ""},
    {"function_declaration", Form::function, "name", "parameters", "body"},
    {"method_declaration", Form::function, "name", "parameters", "body"},
    {"func_literal", Form::function, "", "parameters", "body"},
    {"type_spec", Form::type, "name", "", ""},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"expression_switch_statement", Form::choice, "value", "", ""},
    {"expression_case", Form::branch, "value", "", ""},
    {"import_spec", Form::import, "", "", ""},
};
constexpr OperatorRow kOperators[] = {{":=", Operation::assign}};
constexpr StringStyle kStrings{.backtick_is_raw = true};

}  // namespace

const Language kGo{"go", "go", tree_sitter_go, kRows, kOperators, kStrings};

}  // namespace ropc::scanner::syntax::table
