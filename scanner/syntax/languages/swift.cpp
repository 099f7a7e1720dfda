#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_swift(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"multiline_comment", Form::comment, "", "", ""},
    {"line_string_literal", Form::string, "", "", ""},
    {"multi_line_string_literal", Form::string, "", "", ""},
    {"raw_string_literal", Form::string, "", "", ""},
    {"line_str_text", Form::content, "", "", ""},
    {"multi_line_str_text", Form::content, "", "", ""},
    {"str_escaped_char", Form::content, "", "", ""},
    {"raw_str_part", Form::content, "", "", ""},
    {"raw_str_end_part", Form::content, "", "", ""},
    {"interpolated_expression", Form::clear, "value", "", ""},
    {"integer_literal", Form::number, "", "", ""},
    {"boolean_literal", Form::number, "", "", ""},
    {"simple_identifier", Form::name, "", "", ""},
    {"type_identifier", Form::name, "", "", ""},
    {"user_type", Form::name, "", "", ""},
    {"self_expression", Form::name, "", "", ""},
    {"super_expression", Form::name, "", "", ""},
    {"navigation_expression", Form::member, "target", "suffix", ""},
    {"navigation_suffix", Form::clear, "suffix", "", ""},
    {"prefix_expression", Form::member, "", "target", ""},
    {"call_expression", Form::call, "#0", "@call_suffix", ""},
    {"call_suffix", Form::arguments, "", "", ""},
    {"value_arguments", Form::arguments, "", "", ""},
    {"value_argument", Form::argument, "name", "value", ""},
    {"value_argument_label", Form::clear, "", "", ""},
    {"dictionary_literal", Form::map, "", "", ""},
    {"array_literal", Form::list, "", "", ""},
    {"tuple_expression", Form::list, "", "", ""},
    {"additive_expression", Form::binary, "lhs", "rhs", ""},
    {"equality_expression", Form::binary, "lhs", "rhs", ""},
    {"conjunction_expression", Form::binary, "lhs", "rhs", ""},
    {"disjunction_expression", Form::binary, "lhs", "rhs", ""},
    {"nil_coalescing_expression", Form::binary, "value", "if_nil", ""},
    {"ternary_expression", Form::ternary, "condition", "if_true", "if_false"},
    {"try_expression", Form::clear, "expr", "", ""},
    {"await_expression", Form::clear, "expr", "", ""},
    {"as_expression", Form::clear, "expr", "", ""},
    {"postfix_expression", Form::clear, "target", "", ""},
    {"directly_assignable_expression", Form::clear, "", "", ""},
    {"assignment", Form::assign, "target", "result", ""},
    {"property_declaration", Form::declare, "name", "value|computed_value", "@type_annotation"},
    {"computed_property", Form::clear, "", "", ""},
    {"pattern", Form::clear, "bound_identifier", "", ""},
    {"type_annotation", Form::clear, "#-1", "", ""},
    {"optional_type", Form::clear, "wrapped", "", ""},
    {"parameter", Form::parameter, "name", "", "@user_type|@optional_type"},
    {"function_declaration", Form::function, "name", ".", "body"},
    {"init_declaration", Form::function, "name", ".", "body"},
    {"lambda_literal", Form::function, "", "", "@statements"},
    {"class_declaration", Form::type, "name", "", ""},
    {"protocol_declaration", Form::type, "name", "", ""},
    {"enum_entry", Form::enum_member, "name", "raw_value", ""},
    {"switch_statement", Form::choice, "expr", "", ""},
    {"switch_entry", Form::branch, "@switch_pattern", "@statements", ""},
    {"switch_pattern", Form::clear, "", "", ""},
    {"control_transfer_statement", Form::give_back, "result", "", ""},
    {"attribute", Form::annotation, "#0", "", ""},
    {"import_declaration", Form::import, "", "", ""},
};

}  // namespace

const Language kSwift{"swift", "apple", tree_sitter_swift, kRows, {}, {}, true};

}  // namespace ropc::scanner::syntax::table
