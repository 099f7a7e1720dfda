#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_typescript(void);
extern "C" const TSLanguage* tree_sitter_tsx(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"template_string", Form::string, "", "", ""},
    {"string_fragment", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"template_substitution", Form::clear, "", "", ""},
    {"number", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"null", Form::number, "", "", ""},
    {"undefined", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"this", Form::name, "", "", ""},
    {"super", Form::name, "", "", ""},
    {"property_identifier", Form::symbol, "", "", ""},
    {"private_property_identifier", Form::symbol, "", "", ""},
    {"shorthand_property_identifier", Form::name, "", "", ""},
    {"shorthand_property_identifier_pattern", Form::name, "", "", ""},
    {"computed_property_name", Form::clear, "", "", ""},
    {"member_expression", Form::member, "object", "property", ""},
    {"subscript_expression", Form::index, "object", "index", ""},
    {"call_expression", Form::call, "function", "arguments", ""},
    {"new_expression", Form::create, "constructor", "arguments", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"object", Form::map, "", "", ""},
    {"pair", Form::pair, "key", "value", ""},
    {"array", Form::list, "", "", ""},
    {"array_pattern", Form::sequence, "", "", ""},
    {"sequence_expression", Form::clear, "#-1", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"unary_expression", Form::unary, "argument", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"await_expression", Form::clear, "", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"ternary_expression", Form::ternary, "condition", "consequence", "alternative"},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"augmented_assignment_expression", Form::assign, "left", "right", ""},
    {"formal_parameters", Form::arguments, "", "", ""},
    {"assignment_pattern", Form::parameter, "left", "right", ""},
    {"object_assignment_pattern", Form::parameter, "left", "right", ""},
    {"function_declaration", Form::function, "name", "parameters", "body"},
    {"function_expression", Form::function, "name", "parameters", "body"},
    {"generator_function_declaration", Form::function, "name", "parameters", "body"},
    {"arrow_function", Form::function, "", "parameters|parameter", "body"},
    {"method_definition", Form::function, "name", "parameters", "body"},
    {"class_declaration", Form::type, "name", "", "@class_heritage"},
    {"class", Form::type, "name", "", "@class_heritage"},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"switch_statement", Form::choice, "value", "", ""},
    {"switch_case", Form::branch, "value", "", ""},
    {"decorator", Form::annotation, "#0", "", ""},
    {"import_statement", Form::import, "", "", ""},
    {"html_comment", Form::comment, "", "", ""},
    {"variable_declarator", Form::declare, "name", "value", "type"},
    {"public_field_definition", Form::declare, "name", "value", "type"},
    {"required_parameter", Form::parameter, "pattern", "value", "type"},
    {"optional_parameter", Form::parameter, "pattern", "value", "type"},
    {"type_annotation", Form::clear, "", "", ""},
    {"as_expression", Form::clear, "#0", "", ""},
    {"satisfies_expression", Form::clear, "#0", "", ""},
    {"type_assertion", Form::clear, "#-1", "", ""},
    {"non_null_expression", Form::clear, "", "", ""},
    {"enum_declaration", Form::type, "name", "", ""},
    {"enum_assignment", Form::enum_member, "name", "value", ""},
    {"interface_declaration", Form::type, "name", "", ""},
    {"abstract_class_declaration", Form::type, "name", "", "@class_heritage"},
    {"internal_module", Form::type, "name", "", ""},
};
constexpr OperatorRow kOperators[] = {{"in", Operation::other}, {"||=", Operation::append}, {"?\?=", Operation::append}};

}  // namespace

const Language kTypescript{"typescript", "js", tree_sitter_typescript, kRows, kOperators, {}};
const Language kTsx{"tsx", "js", tree_sitter_tsx, kRows, kOperators, {}};

}  // namespace ropc::scanner::syntax::table
