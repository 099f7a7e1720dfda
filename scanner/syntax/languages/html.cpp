#include "scanner/syntax/languages/all.h"

extern "C" const TSLanguage* tree_sitter_html(void);

namespace ropc::scanner::syntax::table {
namespace {

// Nothing here is a fact by itself: script_blocks() takes the scripts out.
constexpr NodeRow kRows[] = {
    {"comment", Form::comment, "", "", ""},
    {"script_element", Form::none, "@start_tag", "@raw_text", ""},
    {"attribute", Form::none, "#0", "#1", ""},
};

}  // namespace

const Language kHtml{"html", "html", tree_sitter_html, kRows, {}, {}};
const Language kVue{"vue", "html", tree_sitter_html, kRows, {}, {}};

}  // namespace ropc::scanner::syntax::table
