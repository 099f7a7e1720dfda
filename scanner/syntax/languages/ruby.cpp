#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_ruby(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"string", Form::string, "", "", ""},
    {"subshell", Form::string, "", "", ""},
    {"delimited_symbol", Form::string, "", "", ""},
    {"chained_string", Form::joined, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"heredoc_content", Form::content, "", "", ""},
    {"heredoc_end", Form::content, "", "", ""},
    {"interpolation", Form::clear, "", "", ""},
    {"heredoc_beginning", Form::heredoc, "", "", ""},
    {"heredoc_body", Form::string, "", "", ""},
    {"string_array", Form::words, "", "", ""},
    {"symbol_array", Form::words, "", "", ""},
    {"simple_symbol", Form::symbol, "", "", ""},
    {"hash_key_symbol", Form::symbol, "", "", ""},
    {"integer", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"nil", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"constant", Form::name, "", "", ""},
    {"instance_variable", Form::name, "", "", ""},
    {"class_variable", Form::name, "", "", ""},
    {"global_variable", Form::name, "", "", ""},
    {"self", Form::name, "", "", ""},
    {"scope_resolution", Form::member, "scope", "name", ""},
    {"element_reference", Form::index, "object", "#1", ""},
    {"call", Form::call, "method", "arguments", "receiver"},
    {"*attribute", Form::member, "receiver", "method", ""},
    {"argument_list", Form::arguments, "", "", ""},
    {"hash", Form::map, "", "", ""},
    {"pair", Form::pair, "key", "value", ""},
    {"array", Form::list, "", "", ""},
    {"left_assignment_list", Form::sequence, "", "", ""},
    {"right_assignment_list", Form::sequence, "", "", ""},
    {"binary", Form::binary, "left", "right", ""},
    {"unary", Form::unary, "operand", "", ""},
    {"parenthesized_statements", Form::clear, "", "", ""},
    {"conditional", Form::ternary, "condition", "consequence", "alternative"},
    {"case", Form::choice, "value", "", ""},
    {"when", Form::branch, "pattern", "body", ""},
    {"pattern", Form::clear, "", "", ""},
    {"then", Form::clear, "", "", ""},
    {"assignment", Form::assign, "left", "right", ""},
    {"operator_assignment", Form::assign, "left", "right", ""},
    {"optional_parameter", Form::parameter, "name", "value", ""},
    {"keyword_parameter", Form::parameter, "name", "value", ""},
    {"method_parameters", Form::arguments, "", "", ""},
    {"block_parameters", Form::arguments, "", "", ""},
    {"lambda_parameters", Form::arguments, "", "", ""},
    {"method", Form::function, "name", "parameters", "body"},
    {"singleton_method", Form::function, "name", "parameters", "body"},
    {"block", Form::function, "", "parameters", "body"},
    {"do_block", Form::function, "", "parameters", "body"},
    {"class", Form::type, "name", "", "superclass"},
    {"module", Form::type, "name", "", ""},
    {"return", Form::give_back, "#0>#0|#0", "", ""},
};
constexpr OperatorRow kOperators[] = {
    {"<<", Operation::concat}, {"%", Operation::format}, {"||=", Operation::append}, {"=>", Operation::pair}};
constexpr StringStyle kStrings{.single_is_raw = true};

/// A call without arguments and block reads, or takes, an attribute.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.form(id) != Form::call || tree.slot(id, 2) == kNone || tree.slot(id, 1) != kNone) continue;
    if (tree.child_by_field(id, "block") == kNone) builder.set_row(id, "*attribute");
  }
}

}  // namespace

const Language kRuby{"ruby", "ruby", tree_sitter_ruby, kRows, kOperators, kStrings, false, refine};

}  // namespace ropc::scanner::syntax::table
