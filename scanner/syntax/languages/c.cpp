#include "scanner/syntax/languages/all.h"
#include "scanner/syntax/languages/c_family.h"

extern "C" const TSLanguage* tree_sitter_c(void);

namespace ropc::scanner::syntax::table {
namespace {

constexpr NodeRow kRows[] = {
    {"subscript_expression", Form::index, "argument", "index", ""},
};

}  // namespace

const Language kC{"c", "c", tree_sitter_c, kRows, {}, {}, false, refine_macros, kCFamilyRows};

}  // namespace ropc::scanner::syntax::table
