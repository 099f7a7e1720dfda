#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/languages/c_family.h"

extern "C" const TSLanguage* tree_sitter_objc(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
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

}  // namespace

const Language kObjectiveC{"objective-c", "apple", tree_sitter_objc, kRows, {}, {}, false, refine_macros, kCFamilyRows};

}  // namespace ropc::scanner::syntax::table
