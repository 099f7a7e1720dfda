#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/languages/js_family.h"

extern "C" const TSLanguage* tree_sitter_typescript(void);
extern "C" const TSLanguage* tree_sitter_tsx(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"variable_declarator", Form::declare, "name", "value", "type"},
    {"public_field_definition", Form::declare, "name", "value", "type"},
    {"required_parameter", Form::parameter, "pattern", "value", "type"},
    {"optional_parameter", Form::parameter, "pattern", "value", "type"},
    {"type_annotation", Form::clear, "", "", ""},
    {"as_expression", Form::clear, "#0", "", ""},
    {"satisfies_expression", Form::clear, "#0", "", ""},
    {"type_assertion", Form::clear, "#-1", "", ""},
    {"non_null_expression", Form::clear, "", "", ""},
    {"enum_declaration", Form::type, "name", "", ""},
    {"enum_assignment", Form::enum_member, "name", "value", ""},
    {"interface_declaration", Form::type, "name", "", ""},
    {"abstract_class_declaration", Form::type, "name", "", "@class_heritage"},
    {"internal_module", Form::type, "name", "", ""},
};

}  // namespace

const Language kTypescript{"typescript", "js", tree_sitter_typescript, kRows, kJsFamilyOperators, {}, false, nullptr, kJsFamilyRows};
const Language kTsx{"tsx", "js", tree_sitter_tsx, kRows, kJsFamilyOperators, {}, false, nullptr, kJsFamilyRows};

}  // namespace ropc::scanner::syntax::table
