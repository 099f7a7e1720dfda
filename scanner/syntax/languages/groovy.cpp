#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_groovy(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"line_comment", Form::comment, "", "", ""},
    {"block_comment", Form::comment, "", "", ""},
    {"string_literal", Form::string, "", "", ""},
    {"character_literal", Form::string, "", "", ""},
    {"string_fragment", Form::content, "", "", ""},
    {"multiline_string_fragment", Form::content, "", "", ""},
    {"escape_sequence", Form::content, "", "", ""},
    {"decimal_integer_literal", Form::number, "", "", ""},
    {"true", Form::number, "", "", ""},
    {"false", Form::number, "", "", ""},
    {"null_literal", Form::number, "", "", ""},
    {"identifier", Form::name, "", "", ""},
    {"scoped_identifier", Form::name, "", "", ""},
    {"this", Form::name, "", "", ""},
    {"field_access", Form::member, "object", "field", ""},
    {"array_access", Form::index, "array", "index", ""},
    {"method_invocation", Form::call, "name", "arguments", "object"},
    {"juxt_function_call", Form::call, "name", "args", ""},
    {"object_creation_expression", Form::create, "type", "arguments", ""},
    {"argument_list", Form::arguments, "", "", ""},
    {"map_literal", Form::map, "", "", ""},
    {"map_item", Form::pair, "key", "value", ""},
    {"array_literal", Form::list, "", "", ""},
    {"binary_expression", Form::binary, "left", "right", ""},
    {"parenthesized_expression", Form::clear, "", "", ""},
    {"cast_expression", Form::clear, "value", "", ""},
    {"expression_statement", Form::clear, "", "", ""},
    {"ternary_expression", Form::ternary, "condition", "consequence", "alternative"},
    {"assignment_expression", Form::assign, "left", "right", ""},
    {"variable_declarator", Form::declare, "name", "value", ""},
    {"formal_parameter", Form::parameter, "name", "=", "type"},
    {"formal_parameters", Form::arguments, "", "", ""},
    {"method_declaration", Form::function, "name", "parameters", "body"},
    {"function_definition", Form::function, "@identifier", "@formal_parameters", "@closure"},
    {"constructor_declaration", Form::function, "name", "parameters", "body"},
    {"closure", Form::function, "", "", "."},
    {"class_declaration", Form::type, "name", "", ""},
    {"interface_declaration", Form::type, "name", "", ""},
    {"enum_declaration", Form::type, "name", "", ""},
    {"enum_constant", Form::enum_member, "name", "arguments", ""},
    {"return_statement", Form::give_back, "#0", "", ""},
    {"switch_expression", Form::choice, "condition", "", ""},
    {"switch_block_statement_group", Form::branch, "@switch_label", "", ""},
    {"switch_label", Form::clear, "", "", ""},
    {"annotation", Form::annotation, "name", "arguments", ""},
    {"marker_annotation", Form::annotation, "name", "", ""},
    {"import_declaration", Form::import, "", "", ""},
};
constexpr StringStyle kStrings{.hole = '$'};

/// `def token(grant) {…}`: the body is written as a closure, and the parser makes no sense of a parameter without a type.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    const NodeId parent = tree.parent(id);
    if (tree.form(id) == Form::error && tree.type(parent) == "formal_parameters") builder.set_form(id, Form::arguments);
    if (tree.type(id) == "type_identifier" && tree.type(tree.parent(id)) == "ERROR" && tree.form(parent) == Form::arguments) {
      builder.set_form(id, Form::name);
    }
    if (tree.type(id) == "closure" && tree.type(parent) == "function_definition") builder.set_form(id, Form::none);
  }
}

}  // namespace

const Language kGroovy{"groovy", "jvm", tree_sitter_groovy, kRows, {}, kStrings, false, refine};

}  // namespace ropc::scanner::syntax::table
