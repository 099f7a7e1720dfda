#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_scala(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"block_comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"interpolated_string", Form::string, "", "", ""},
    {"interpolated_string_expression", Form::clear, "#-1", "", ""},
    {"interpolation", Form::clear, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"character_literal", Form::string, "", "", ""},
    
    {"integer_literal", Form::number, "", "", ""},
    {"boolean_literal", Form::number, "", "", ""},
    {"null_literal", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"operator_identifier", Form::name, "", "", ""},
    {"type_identifier", Form::name, "", "", ""},
    {"stable_identifier", Form::name, "", "", ""},
    {"stable_type_identifier", Form::name, "", "", ""},
    {"field_expression", Form::member, "value", "field", ""},
    {"call_expression", Form::call, "function", "arguments", ""},
    {"generic_function", Form::clear, "function", "", ""},
    {"instance_expression", Form::create, "#0", "arguments", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"tuple_expression", Form::list, "", "", ""},
    {"infix_expression", Form::binary, "left", "right", ""},
    {"prefix_expression", Form::unary, "#-1", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"block", Form::clear, "", "", ""},
    {"if_expression", Form::ternary, "condition", "consequence", "alternative"},
    {"match_expression", Form::choice, "value", "", ""},
    {"case_clause", Form::branch, "pattern", "body", ""},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"val_definition", Form::declare, "pattern", "value", "type"},
    {"var_definition", Form::declare, "pattern", "value", "type"},
    {"parameter", Form::parameter, "name", "default_value", "type"},
    {"class_parameter", Form::parameter, "name", "default_value", "type"},
    {"parameters", Form::arguments, "", "", ""},
    {"class_parameters", Form::arguments, "", "", ""},
    {"bindings", Form::arguments, "", "", ""},
    {"function_definition", Form::function, "name", "parameters", "body"},
    {"lambda_expression", Form::function, "", "parameters", "#-1"},
    {"class_definition", Form::type, "name", "class_parameters", "extend"},
    {"object_definition", Form::type, "name", "", "extend"},
    {"trait_definition", Form::type, "name", "", "extend"},
    {"enum_definition", Form::type, "name", "class_parameters", ""},
    {"simple_enum_case", Form::enum_member, "name", "extend>arguments", ""},
    {"return_expression", Form::give_back, "#0", "", ""},
    {"annotation", Form::annotation, "name", "arguments", ""},
    {"import_declaration", Form::import, "", "", ""},
};
constexpr OperatorRow kOperators[] = {
    {"->", Operation::pair}, {"→", Operation::pair}, {"in", Operation::other}, {"getOrElse", Operation::either}, {"orElse", Operation::either}, {"++", Operation::concat}};
constexpr StringStyle kStrings{.triple_is_raw = true};

}  // namespace

const Language kScala{"scala", "jvm", tree_sitter_scala, kRows, kOperators, kStrings, true};

}  // namespace ropc::scanner::syntax::table
