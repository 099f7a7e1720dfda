#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_dart_orchard(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"documentation_comment", Form::comment, "", "", ""},
    {"string_literal", Form::string, "", "", ""},
    {"template_substitution", Form::clear, "#-1", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"decimal_integer_literal", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"null_literal", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"identifier_dollar_escaped", Form::name, "", "", ""},
    {"type_identifier", Form::name, "", "", ""},
    {"this", Form::name, "", "", ""},
    {"super", Form::name, "", "", ""},
    {"unconditional_assignable_selector", Form::clear, "", "", ""},
    {"conditional_assignable_selector", Form::clear, "", "", ""},
    {"*member", Form::member, "#0", "#-1", ""},
    {"*index", Form::index, "#0", "#-1", ""},
    {"index_selector", Form::clear, "", "", ""},
    {"assignable_expression", Form::clear, "", "", ""},
    {"cascade_selector", Form::clear, "", "", ""},
    {"method_invocation", Form::call, "function", "arguments", ""},
    {"argument_part", Form::arguments, "", "", ""},
    {"arguments", Form::arguments, "", "", ""},
    {"argument", Form::argument, "", "", ""},
    {"named_argument", Form::argument, "@label", "#-1", ""},
    {"label", Form::clear, "", "", ""},
    {"new_expression", Form::create, "#0", "@arguments", ""},
    {"const_object_expression", Form::create, "@type_identifier", "@arguments", ""},
    {"set_or_map_literal", Form::map, "", "", ""},
    {"list_literal", Form::list, "", "", ""},
    {"pair", Form::pair, "key", "value", ""},
    {"additive_expression", Form::binary, "#0", "#-1", ""},
    {"equality_expression", Form::binary, "#0", "#-1", ""},
    {"if_null_expression", Form::binary, "first", "second", ""},
    {"conditional_expression", Form::ternary, "#0", "consequence", "alternative"},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"await_expression", Form::clear, "", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"assignment_expression_without_cascade", Form::assign, "left", "right", ""},
    {"initialized_variable_definition", Form::declare, "name", "value", "@type_identifier"},
    {"static_final_declaration", Form::declare, "#0", "=", ""},
    {"initialized_identifier", Form::declare, "#0", "=", ""},
    {"field_initializer", Form::assign, "#0", "#-1", ""},
    {"formal_parameter", Form::parameter, "name|@constructor_param|@identifier", "", "@type_identifier"},
    {"constructor_param", Form::clear, "#-1", "", ""},
    {"formal_parameter_list", Form::arguments, "", "", ""},
    {"function_declaration", Form::function, "signature>name", "signature", "body"},
    {"method_declaration", Form::function, "signature>@function_signature>name", "signature", "body"},
    {"function_expression", Form::function, "", "parameters", "body"},
    {"class_definition", Form::type, "name", "", "superclass"},
    {"enum_declaration", Form::type, "name", "", ""},
    {"enum_constant", Form::enum_member, "name", "@argument_part", ""},
    {"annotation", Form::annotation, "name", "@arguments", ""},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"switch_statement", Form::choice, "condition", "", ""},
    {"switch_statement_case", Form::branch, "pattern", "", ""},
    {"constant_pattern", Form::clear, "", "", ""},
    {"import_specification", Form::import, "", "", ""},
};
constexpr OperatorRow kOperators[] = {{"?\?=", Operation::append}};

/// `a.b` and `a[b]` are one node type.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.form(id) != Form::clear || tree.type(id).find("assignable_selector") == std::string_view::npos) continue;
    const auto parts = tree.children(id);
    if (parts.size() < 2) continue;
    builder.set_row(id, tree.type(parts.back()) == "index_selector" ? "*index" : "*member");
  }
}

}  // namespace

const Language kDart{"dart", "dart", tree_sitter_dart_orchard, kRows, kOperators, {}, true, refine};

}  // namespace ropc::scanner::syntax::table
