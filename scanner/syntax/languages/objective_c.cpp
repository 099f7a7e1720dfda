#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/tree.h"

extern "C" const TSLanguage* tree_sitter_objc(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
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
    {"subscript_expression", Form::index, "argument", "index", ""},
    {"message_expression", Form::message, "receiver", "", ""},
    {"dictionary_literal", Form::map, "", "", ""},
    {"dictionary_pair", Form::pair, "#0", "#1", ""},
    {"array_literal", Form::list, "", "", ""},
    {"method_definition", Form::function, "@identifier", ".", "@compound_statement"},
    {"method_parameter", Form::parameter, "#-1", "", "@method_type"},
    {"method_type", Form::clear, "#0", "", ""},
    {"type_name", Form::clear, "#0", "", ""},
    {"block_literal", Form::function, "", "@parameter_list", "@compound_statement"},
    {"class_interface", Form::type, "@identifier", "", "superclass"},
    {"class_implementation", Form::type, "@identifier", "", "superclass"},
};

/// What a macro stands for is plain text to the grammar.
void refine(TreeBuilder& builder) {
  const Tree& tree = builder.tree();
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.type(id) != "preproc_arg") continue;
    const std::string_view text = tree.text(id);
    const std::size_t quote = text.find('"');
    const bool word = text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
    if (quote != std::string_view::npos && quote <= 2 && text.find('"', quote + 1) == text.size() - 1) {
      builder.set_row(id, "*text");
    } else if (word && !text.empty()) {
      builder.set_row(id, "*name");
    }
  }
}

}  // namespace

const Language kObjectiveC{"objective-c", "apple", tree_sitter_objc, kRows, {}, {}, false, refine};

}  // namespace ropc::scanner::syntax::table
