#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/languages/c_family.h"

extern "C" const TSLanguage* tree_sitter_cpp(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"raw_string_literal", Form::string, "", "", ""},
    {"raw_string_delimiter", Form::content, "", "", ""},
    {"raw_string_content", Form::content, "", "", ""},
    {"this", Form::name, "", "", ""},
    {"qualified_identifier", Form::name, "", "", ""},
    {"namespace_identifier", Form::name, "", "", ""},
    {"template_type", Form::name, "", "", ""},
    {"template_function", Form::clear, "name", "", ""},
    {"dependent_name", Form::name, "", "", ""},
    {"subscript_expression", Form::index, "argument", "indices|#1", ""},
    {"subscript_argument_list", Form::clear, "", "", ""},
    {"new_expression", Form::create, "type", "arguments", ""},
    {"condition_clause", Form::clear, "value", "", ""},
    {"reference_declarator", Form::clear, "#-1", "", ""},
    {"optional_parameter_declaration", Form::parameter, "declarator", "default_value", "type"},
    {"field_initializer", Form::assign, "#0", "#1", ""},
    {"lambda_expression", Form::function, "", "declarator", "body"},
    {"class_specifier", Form::type, "name", "", "@base_class_clause"},
    {"namespace_definition", Form::type, "name", "", ""},
    {"using_declaration", Form::import, "", "", ""},
};
constexpr OperatorRow kOperators[] = {{"<<", Operation::concat}};

}  // namespace

const Language kCpp{"cpp", "c", tree_sitter_cpp, kRows, kOperators, {}, false, refine_macros, kCFamilyRows};

}  // namespace ropc::scanner::syntax::table
