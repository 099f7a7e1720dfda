#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/languages/js_family.h"

extern "C" const TSLanguage* tree_sitter_javascript(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"regex", Form::none, "", "", ""},
    {"variable_declarator", Form::declare, "name", "value", ""},
    {"field_definition", Form::declare, "property", "value", ""},
};

}  // namespace

const Language kJavascript{"javascript", "js", tree_sitter_javascript, kRows, kJsFamilyOperators, {}, false, nullptr, kJsFamilyRows};

}  // namespace ropc::scanner::syntax::table
