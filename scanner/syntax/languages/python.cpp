#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_python(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"string_start", Form::content, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"string_end", Form::content, "", "", ""},
    {"interpolation", Form::clear, "expression", "", ""},
    {"concatenated_string", Form::joined, "", "", ""},
    {"integer", Form::number, "", "", ""},
    {"float", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"none", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"dotted_name", Form::name, "", "", ""},
    {"attribute", Form::member, "object", "attribute", ""},
    {"subscript", Form::index, "value", "subscript", ""},
    {"call", Form::call, "function", "arguments", ""},
    {"argument_list", Form::arguments, "", "", ""},
    {"keyword_argument", Form::argument, "name", "value", ""},
    {"dictionary", Form::map, "", "", ""},
    {"pair", Form::pair, "key", "value", ""},
    {"list", Form::list, "", "", ""},
    {"tuple", Form::list, "", "", ""},
    {"set", Form::list, "", "", ""},
    {"expression_list", Form::sequence, "", "", ""},
    {"pattern_list", Form::sequence, "", "", ""},
    {"tuple_pattern", Form::sequence, "", "", ""},
    {"binary_operator", Form::binary, "left", "right", ""},
    {"boolean_operator", Form::binary, "left", "right", ""},
    {"comparison_operator", Form::binary, "#0", "#1", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"await", Form::clear, "", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"type", Form::clear, "", "", ""},
    {"conditional_expression", Form::ternary, "#1", "#0", "#2"},
    {"assignment", Form::assign, "left", "right", "type"},
    {"augmented_assignment", Form::assign, "left", "right", ""},
    {"named_expression", Form::assign, "name", "value", ""},
    {"default_parameter", Form::parameter, "name", "value", ""},
    {"typed_parameter", Form::parameter, "#0", "", "type"},
    {"typed_default_parameter", Form::parameter, "name", "value", "type"},
    {"parameters", Form::arguments, "", "", ""},
    {"lambda_parameters", Form::arguments, "", "", ""},
    {"function_definition", Form::function, "name", "parameters", "body"},
    {"lambda", Form::function, "", "parameters", "body"},
    {"class_definition", Form::type, "name", "", "superclasses"},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"match_statement", Form::choice, "subject", "", ""},
    {"case_clause", Form::branch, "#0", "", ""},
    {"case_pattern", Form::clear, "", "", ""},
    {"assert_statement", Form::claim, "", "", ""},
    {"decorator", Form::annotation, "#0", "", ""},
    {"import_statement", Form::import, "", "", ""},
    {"import_from_statement", Form::import, "", "", ""},
};
constexpr OperatorRow kOperators[] = {{"%", Operation::format}};

}  // namespace

const Language kPython{"python", "python", tree_sitter_python, kRows, kOperators, {}, true};

}  // namespace ropc::scanner::syntax::table
