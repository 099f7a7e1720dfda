#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_lua(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"number", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"nil", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"dot_index_expression", Form::member, "table", "field", ""},
    {"method_index_expression", Form::member, "table", "method", ""},
    {"bracket_index_expression", Form::index, "table", "field", ""},
    {"function_call", Form::call, "name", "arguments", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"table_constructor", Form::map, "", "", ""},
    {"field", Form::pair, "name", "value", ""},
    {"variable_list", Form::sequence, "", "", ""},
    {"expression_list", Form::sequence, "", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"unary_expression", Form::unary, "operand", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"variable_declaration", Form::clear, "", "", ""},
    {"assignment_statement", Form::assign, "#0", "#1", ""},
    {"parameters", Form::arguments, "", "", ""},
    {"function_declaration", Form::function, "name", "parameters", "body"},
    {"function_definition", Form::function, "", "parameters", "body"},
    {"return_statement", Form::give_back, "#0", "", ""},
};
constexpr OperatorRow kOperators[] = {{"..", Operation::concat}, {"~=", Operation::compare}};

}  // namespace

const Language kLua{"lua", "lua", tree_sitter_lua, kRows, kOperators, {}};

}  // namespace ropc::scanner::syntax::table
