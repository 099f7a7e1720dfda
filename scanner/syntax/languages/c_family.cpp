#include "scanner/syntax/languages/c_family.h"

#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax::table {

void refine_macros(TreeBuilder& builder) {
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

}  // namespace ropc::scanner::syntax::table
