#pragma once

#include "scanner/syntax/language.h"

namespace ropc::scanner::syntax::table {

/// Rows that the grammars of C, C++ and Objective-C have in common.
inline constexpr NodeRow kCFamilyRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string_literal", Form::string, "", "", ""},
    {"char_literal", Form::string, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"concatenated_string", Form::joined, "", "", ""},
    {"number_literal", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"null", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"field_identifier", Form::name, "", "", ""},
    {"type_identifier", Form::name, "", "", ""},
    {"field_expression", Form::member, "argument", "field", ""},
    {"call_expression", Form::call, "function", "arguments", ""},
    {"argument_list", Form::arguments, "", "", ""},
    {"initializer_list", Form::list, "", "", ""},
    {"initializer_pair", Form::pair, "designator", "value", ""},
    {"field_designator", Form::clear, "", "", ""},
    {"compound_literal_expression", Form::create, "type", "", "value"},
    {"type_descriptor", Form::clear, "type", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"unary_expression", Form::unary, "argument", "", ""},
    {"pointer_expression", Form::unary, "argument", "", ""},
    {"cast_expression", Form::clear, "value", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"conditional_expression", Form::ternary, "condition", "consequence", "alternative"},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"init_declarator", Form::declare, "declarator", "value", ""},
    {"field_declaration", Form::declare, "declarator", "=", "type"},
    {"pointer_declarator", Form::clear, "declarator", "", ""},
    {"array_declarator", Form::clear, "declarator", "", ""},
    {"function_declarator", Form::clear, "declarator", "", ""},
    {"parenthesized_declarator", Form::clear, "", "", ""},
    {"parameter_declaration", Form::parameter, "declarator", "", "type"},
    {"parameter_list", Form::arguments, "", "", ""},
    {"function_definition", Form::function, "declarator", "declarator", "body"},
    {"struct_specifier", Form::type, "name", "", ""},
    {"enum_specifier", Form::type, "name", "", ""},
    {"enumerator", Form::enum_member, "name", "value", ""},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"switch_statement", Form::choice, "condition", "", ""},
    {"case_statement", Form::branch, "value", "", ""},
    {"preproc_def", Form::declare, "name", "value", ""},
    {"preproc_include", Form::import, "", "", ""},
    {"preproc_arg", Form::none, "", "", ""},
    {"*text", Form::string, "", "", ""},
    {"*name", Form::name, "", "", ""},
};

/// Macros: what they stand for is plain text to these grammars. For Language::refine.
void refine_macros(TreeBuilder& builder);

}  // namespace ropc::scanner::syntax::table
