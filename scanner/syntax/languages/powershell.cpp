#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_powershell(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string_literal", Form::clear, "", "", ""},
    {"verbatim_string_characters", Form::string, "", "", ""},
    {"expandable_string_literal", Form::string, "", "", ""},
    {"verbatim_here_string_characters", Form::string, "", "", ""},
    {"expandable_here_string_literal", Form::string, "", "", ""},
    {"sub_expression", Form::clear, "", "", ""},
    {"generic_token", Form::symbol, "", "", ""},
    {"simple_name", Form::symbol, "", "", ""},
    {"integer_literal", Form::number, "", "", ""},
    {"variable", Form::variable, ".", "", ""},
    {"type_literal", Form::name, "", "", ""},
    {"pipeline", Form::clear, "", "", ""},
    {"pipeline_chain", Form::clear, "", "", ""},
    {"statement_list", Form::clear, "", "", ""},
    {"logical_expression", Form::binary, "#0", "#-1", ""},
    {"bitwise_expression", Form::binary, "#0", "#-1", ""},
    {"comparison_expression", Form::binary, "#0", "#-1", ""},
    {"additive_expression", Form::binary, "#0", "#-1", ""},
    {"multiplicative_expression", Form::binary, "#0", "#-1", ""},
    {"format_expression", Form::binary, "#0", "#-1", ""},
    {"range_expression", Form::clear, "", "", ""},
    {"array_literal_expression", Form::sequence, "", "", ""},
    {"unary_expression", Form::clear, "", "", ""},
    {"logical_argument_expression", Form::binary, "#0", "#-1", ""},
    {"bitwise_argument_expression", Form::binary, "#0", "#-1", ""},
    {"comparison_argument_expression", Form::binary, "#0", "#-1", ""},
    {"additive_argument_expression", Form::binary, "#0", "#-1", ""},
    {"multiplicative_argument_expression", Form::binary, "#0", "#-1", ""},
    {"format_argument_expression", Form::binary, "#0", "#-1", ""},
    {"range_argument_expression", Form::clear, "", "", ""},
    {"left_assignment_expression", Form::clear, "", "", ""},
    {"expression_with_unary_operator", Form::clear, "#-1", "", ""},
    {"cast_expression", Form::clear, "#-1", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"array_expression", Form::list, "", "", ""},
    {"hash_literal_expression", Form::map, "", "", ""},
    {"hash_literal_body", Form::arguments, "", "", ""},
    {"hash_entry", Form::pair, "@key_expression", "#-1", ""},
    {"key_expression", Form::clear, "", "", ""},
    {"member_access", Form::member, "#0", "@member_name", ""},
    {"member_name", Form::clear, "", "", ""},
    {"element_access", Form::index, "#0", "#1", ""},
    {"invokation_expression", Form::call, "@member_name", "@argument_list", "#0"},
    {"argument_list", Form::arguments, "", "", ""},
    {"argument_expression_list", Form::arguments, "", "", ""},
    {"argument_expression", Form::clear, "", "", ""},
    {"command", Form::command, "command_name", "", ""},
    {"command_name", Form::name, "", "", ""},
    {"command_elements", Form::arguments, "", "", ""},
    {"command_argument_sep", Form::content, "", "", ""},
    {"assignment_expression", Form::assign, "#0", "value", ""},
    {"script_parameter", Form::parameter, "@variable", "@script_parameter_default", "@attribute_list"},
    {"script_parameter_default", Form::clear, "", "", ""},
    {"class_property_definition", Form::declare, "@variable", "=", "@type_literal"},
    {"function_statement", Form::function, "@function_name", ".", "@script_block"},
    {"function_name", Form::name, "", "", ""},
    {"class_statement", Form::type, "@simple_name", "", ""},
    {"switch_statement", Form::choice, "@switch_condition", "", ""},
    {"switch_condition", Form::clear, "", "", ""},
    {"switch_clause", Form::branch, "@switch_clause_condition", "", ""},
    {"switch_clause_condition", Form::clear, "", "", ""},
    {"flow_control_statement", Form::give_back, "#0", "", ""},
};
constexpr OperatorRow kOperators[] = {
    {"-eq", Operation::compare},  {"-ne", Operation::compare},       {"-like", Operation::compare}, {"-match", Operation::compare},
    {"-ceq", Operation::compare}, {"-ieq", Operation::compare},      {"-in", Operation::compare},   {"-notin", Operation::compare},
    {"-f", Operation::format},    {"-contains", Operation::compare}, {"-or", Operation::either}};
constexpr StringStyle kStrings{.escape = '`', .single_is_raw = true, .doubled_quote = true};

}  // namespace

const Language kPowershell{"powershell", "powershell", tree_sitter_powershell, kRows, kOperators, kStrings};

}  // namespace ropc::scanner::syntax::table
