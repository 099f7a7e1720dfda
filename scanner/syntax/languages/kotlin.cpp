#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_kotlin(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"line_comment", Form::comment, "", "", ""},
    {"multiline_comment", Form::comment, "", "", ""},
    {"string_literal", Form::string, "", "", ""},
    {"character_literal", Form::string, "", "", ""},
    {"string_content", Form::content, "", "", ""},
    {"interpolated_expression", Form::clear, "", "", ""},
    {"interpolated_identifier", Form::name, "", "", ""},
    {"integer_literal", Form::number, "", "", ""},
    {"boolean_literal", Form::number, "", "", ""},
    {"simple_identifier", Form::name, "", "", ""},
    {"type_identifier", Form::name, "", "", ""},
    {"user_type", Form::name, "", "", ""},
    {"this_expression", Form::name, "", "", ""},
    {"super_expression", Form::name, "", "", ""},
    {"navigation_expression", Form::member, "#0", "@navigation_suffix", ""},
    {"navigation_suffix", Form::clear, "#-1", "", ""},
    {"indexing_expression", Form::index, "#0", "@indexing_suffix", ""},
    {"indexing_suffix", Form::clear, "", "", ""},
    {"directly_assignable_expression", Form::clear, "", "", ""},
    {"*assigned_member", Form::member, "#0", "#-1", ""},
    {"*assigned_index", Form::index, "#0", "#-1", ""},
    {"call_expression", Form::call, "#0", "@call_suffix", ""},
    {"call_suffix", Form::arguments, "", "", ""},
    {"value_arguments", Form::arguments, "", "", ""},
    {"value_argument", Form::argument, "", "", ""},
    {"annotated_lambda", Form::clear, "", "", ""},
    {"constructor_invocation", Form::create, "#0", "@value_arguments", ""},
    {"collection_literal", Form::list, "", "", ""},
    {"additive_expression", Form::binary, "#0", "#-1", ""},
    {"equality_expression", Form::binary, "#0", "#-1", ""},
    {"elvis_expression", Form::binary, "#0", "#-1", ""},
    {"infix_expression", Form::binary, "#0", "#-1", ""},
    {"check_expression", Form::binary, "#0", "#-1", ""},
    {"conjunction_expression", Form::binary, "#0", "#-1", ""},
    {"disjunction_expression", Form::binary, "#0", "#-1", ""},
    {"prefix_expression", Form::clear, "#-1", "", ""},
    {"postfix_expression", Form::clear, "#0", "", ""},
    {"as_expression", Form::clear, "#0", "", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"if_expression", Form::ternary, "#0", "@control_structure_body", "#-1"},
    {"when_expression", Form::choice, "@when_subject", "", ""},
    {"when_subject", Form::clear, "#-1", "", ""},
    {"when_entry", Form::branch, "@when_condition", "@control_structure_body", ""},
    {"when_condition", Form::clear, "", "", ""},
    {"assignment", Form::assign, "#0", "#-1", ""},
    {"property_declaration", Form::declare, "@variable_declaration", "=|@getter", "@variable_declaration>#1"},
    {"variable_declaration", Form::clear, "@simple_identifier", "", ""},
    {"getter", Form::clear, "", "", ""},
    {"class_parameter", Form::parameter, "@simple_identifier", "=", "@user_type|@nullable_type"},
    {"primary_constructor", Form::arguments, "", "", ""},
    {"parameter", Form::parameter, "@simple_identifier", "", "@user_type|@nullable_type"},
    {"function_value_parameters", Form::arguments, "", "", ""},
    {"function_declaration", Form::function, "@simple_identifier", "@function_value_parameters", "@function_body"},
    {"secondary_constructor", Form::function, "", "@function_value_parameters", "@statements"},
    {"anonymous_function", Form::function, "", "@function_value_parameters", "@function_body"},
    {"lambda_literal", Form::function, "", "@lambda_parameters", "@statements"},
    {"lambda_parameters", Form::arguments, "", "", ""},
    {"class_declaration", Form::type, "@type_identifier", "@primary_constructor", ""},
    {"object_declaration", Form::type, "@type_identifier", "", ""},
    {"companion_object", Form::type, "@type_identifier", "", ""},
    {"enum_entry", Form::enum_member, "@simple_identifier", "@value_arguments", ""},
    {"jump_expression", Form::give_back, "#0", "", ""},
    {"annotation", Form::annotation, "@constructor_invocation>#0|#-1", "@constructor_invocation>@value_arguments", ""},
    {"import_header", Form::import, "", "", ""},
};
constexpr OperatorRow kOperators[] = {{"to", Operation::pair}, {"!in", Operation::compare}};
constexpr StringStyle kStrings{.triple_is_raw = true};

/// What is assigned to is one node type for names, members and items.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.form(id) != Form::clear || tree.type(id) != "directly_assignable_expression") continue;
    const auto parts = tree.children(id);
    if (parts.size() < 2) continue;
    builder.set_row(id, tree.type(parts.back()) == "indexing_suffix" ? "*assigned_index" : "*assigned_member");
  }
}

}  // namespace

const Language kKotlin{"kotlin", "jvm", tree_sitter_kotlin, kRows, kOperators, kStrings, true, refine};

}  // namespace ropc::scanner::syntax::table
