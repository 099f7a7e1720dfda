#include <algorithm>
#include <memory>

#include <tree_sitter/api.h>

#include "scanner/syntax/grammar.h"
#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax {
namespace {

struct Freed {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

struct Work {
  std::string_view text;
  std::uint64_t left = 0;  ///< calls of the progress callback, one every hundred steps
};

/// Whether brackets are nested deeper than `limit`; quotes are not looked at, a text of them is as suspicious.
bool nested_deeper(std::string_view text, std::size_t limit) {
  std::size_t depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '{') {
      if (++depth > limit) return true;
    } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

using TreeHandle = std::unique_ptr<TSTree, Freed>;

/// This thread's parser: it keeps its memory from file to file.
TSParser* own_parser() {
  thread_local const std::unique_ptr<TSParser, Freed> parser(ts_parser_new());
  if (parser) ts_parser_reset(parser.get());  // the last text may have been given up
  return parser.get();
}

TreeHandle parse_text(const Language& language, std::string_view text, const ParseLimits& limits) {
  TSParser* const parser = own_parser();
  if (parser == nullptr || !ts_parser_set_language(parser, language.grammar())) return nullptr;
  Work work{text, std::max<std::uint64_t>(200'000, limits.steps_per_byte * text.size()) / 100};
  const TSInput input{&work,
                      [](void* payload, std::uint32_t at, TSPoint, std::uint32_t* size) {
                        const std::string_view all = static_cast<const Work*>(payload)->text;
                        *size = at < all.size() ? static_cast<std::uint32_t>(all.size() - at) : 0;
                        return at < all.size() ? all.data() + at : "";
                      },
                      TSInputEncodingUTF8, nullptr};
  const TSParseOptions options{&work, [](TSParseState* state) {
                                 auto& left = static_cast<Work*>(state->payload)->left;
                                 if (left > 0) --left;
                                 return left == 0;
                               }};
  return TreeHandle(ts_parser_parse_with_options(parser, nullptr, input, options));
}

/// Walks the parser's tree without recursion and hands every named node to `enter` and `leave`.
template <class Enter, class Leave>
bool walk(TSTree& tree, const Enter& enter, const Leave& leave) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(&tree));
  bool going = true;
  std::vector<bool> entered;
  while (going) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    const bool named = ts_node_is_named(node);
    if (named && !enter(node, ts_tree_cursor_current_field_id(&cursor))) break;
    entered.push_back(named);
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    for (;;) {
      if (entered.back()) leave();
      entered.pop_back();
      if (ts_tree_cursor_goto_next_sibling(&cursor)) break;
      if (!ts_tree_cursor_goto_parent(&cursor)) {
        going = false;
        break;
      }
    }
  }
  ts_tree_cursor_delete(&cursor);
  return !going;
}

}  // namespace

void TreeBuilder::set_row(NodeId id, std::string_view type) {
  const auto& rows = tree_.grammar_->rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].type != type) continue;
    tree_.nodes_[id].row = static_cast<std::uint16_t>(i + 1);
    tree_.nodes_[id].form = rows[i].form;
    return;
  }
}

std::optional<Tree> parse(const Language& language, std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes || nested_deeper(text, limits.nesting)) return std::nullopt;
  const TreeHandle parsed = parse_text(language, text, limits);
  if (!parsed) return std::nullopt;
  const Grammar& grammar = grammar_of(language);
  Tree tree;
  tree.language_ = &language;
  tree.grammar_ = &grammar;
  tree.text_ = text;
  std::vector<NodeId> open;       // ancestors of the next node
  std::vector<NodeId> last_child;  // the last child seen of each of them
  const auto enter = [&](TSNode node, TSFieldId field) {
    if (tree.nodes_.size() >= limits.nodes) return false;
    const auto id = static_cast<NodeId>(tree.nodes_.size());
    Node made;
    made.begin = ts_node_start_byte(node);
    made.end = std::max(made.begin, ts_node_end_byte(node));
    made.symbol = ts_node_symbol(node);
    made.field = field;
    made.row = made.symbol < grammar.row_of_symbol.size() ? grammar.row_of_symbol[made.symbol] : std::uint16_t{0};
    if (made.row != 0) made.form = grammar.rows[made.row - 1U].form;
    if (ts_node_is_error(node)) made.form = Form::error;
    if (!open.empty()) {
      made.parent = open.back();
      if (last_child.back() == kNone) {
        tree.nodes_[open.back()].first = id;
      } else {
        tree.nodes_[last_child.back()].next = id;
      }
      last_child.back() = id;
    }
    tree.nodes_.push_back(made);
    open.push_back(id);
    last_child.push_back(kNone);
    return true;
  };
  const auto leave = [&] {
    tree.nodes_[open.back()].last = static_cast<NodeId>(tree.nodes_.size());
    open.pop_back();
    last_child.pop_back();
  };
  if (!walk(*parsed, enter, leave) || tree.nodes_.empty()) return std::nullopt;
  if (language.refine != nullptr) {
    TreeBuilder builder(tree);
    language.refine(builder);
  }
  return tree;
}

}  // namespace ropc::scanner::syntax
