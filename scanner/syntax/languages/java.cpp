#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_java(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"line_comment", Form::comment, "", "", ""},
    {"block_comment", Form::comment, "", "", ""},
    {"string_literal", Form::string, "", "", ""},
    {"string_fragment", Form::content, "", "", ""},
    {"multiline_string_fragment", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"character_literal", Form::string, "", "", ""},
    {"decimal_integer_literal", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"null_literal", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"scoped_identifier", Form::name, "", "", ""},
    {"this", Form::name, "", "", ""},
    {"super", Form::name, "", "", ""},
    {"field_access", Form::member, "object", "field", ""},
    {"array_access", Form::index, "array", "index", ""},
    {"method_invocation", Form::call, "name", "arguments", "object"},
    {"method_reference", Form::none, "", "", ""},
    {"object_creation_expression", Form::create, "type", "arguments", "@class_body"},
    {"argument_list", Form::arguments, "", "", ""},
    {"array_initializer", Form::list, "", "", ""},
    {"element_value_array_initializer", Form::list, "", "", ""},
    {"array_creation_expression", Form::clear, "value", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"unary_expression", Form::unary, "operand", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"cast_expression", Form::clear, "value", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"ternary_expression", Form::ternary, "condition", "consequence", "alternative"},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"variable_declarator", Form::declare, "name", "value", ""},
    {"element_value_pair", Form::pair, "key", "value", ""},
    {"formal_parameter", Form::parameter, "name", "", "type"},
    {"formal_parameters", Form::arguments, "", "", ""},
    {"inferred_parameters", Form::arguments, "", "", ""},
    {"method_declaration", Form::function, "name", "parameters", "body"},
    {"constructor_declaration", Form::function, "name", "parameters", "body"},
    {"lambda_expression", Form::function, "", "parameters", "body"},
    {"class_declaration", Form::type, "name", "", ""},
    {"interface_declaration", Form::type, "name", "", ""},
    {"enum_declaration", Form::type, "name", "", ""},
    {"record_declaration", Form::type, "name", "parameters", ""},
    {"enum_constant", Form::enum_member, "name", "arguments", ""},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"switch_expression", Form::choice, "condition", "", ""},
    {"switch_block_statement_group", Form::branch, "@switch_label", "", ""},
    {"switch_rule", Form::branch, "@switch_label", "#-1", ""},
    {"switch_label", Form::clear, "", "", ""},
    {"assert_statement", Form::claim, "", "", ""},
    {"annotation", Form::annotation, "name", "arguments", ""},
    {"marker_annotation", Form::annotation, "name", "", ""},
    {"annotation_argument_list", Form::arguments, "", "", ""},
    {"import_declaration", Form::import, "", "", ""},
};

}  // namespace

const Language kJava{"java", "jvm", tree_sitter_java, kRows, {}, {}};

}  // namespace ropc::scanner::syntax::table
