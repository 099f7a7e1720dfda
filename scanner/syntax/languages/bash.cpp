#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_bash(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"raw_string", Form::string, "", "", ""},
    {"ansi_c_string", Form::string, "", "", ""},
    {"translated_string", Form::clear, "", "", ""},
    {"heredoc_body", Form::string, "", "", ""},
    {"heredoc_content", Form::content, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"concatenation", Form::joined, "", "", ""},
    {"word", Form::symbol, "", "", ""},
    {"number", Form::number, "", "", ""},
    {"extglob_pattern", Form::symbol, "", "", ""},
    {"variable_name", Form::name, "", "", ""},
    {"special_variable_name", Form::name, "", "", ""},
    {"simple_expansion", Form::variable, "#0", "", ""},
    {"expansion", Form::variable, "#0", "#1", ""},
    {"subscript", Form::index, "name", "index", ""},
    {"command", Form::command, "name", "", ""},
    {"command_name", Form::clear, "", "", ""},
    {"array", Form::list, "", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"variable_assignment", Form::assign, "name", "value", ""},
    {"function_definition", Form::function, "name", "", "body"},
    {"case_statement", Form::choice, "value", "", ""},
    {"case_item", Form::branch, "value", "", ""},
};
constexpr OperatorRow kOperators[] = {{"=", Operation::compare}, {"-eq", Operation::compare}, {"+", Operation::other}};
constexpr StringStyle kStrings{.single_is_raw = true};

}  // namespace

const Language kBash{"bash", "shell", tree_sitter_bash, kRows, kOperators, kStrings};

}  // namespace ropc::scanner::syntax::table
