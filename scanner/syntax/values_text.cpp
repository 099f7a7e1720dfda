#include <algorithm>

#include "scanner/syntax/literal.h"
#include "scanner/syntax/values.h"

// What literals with holes and operators come to.

namespace ropc::scanner::syntax {

Values::Meanings Values::of_text(NodeId id, int depth) const {
  Meanings out(1);
  out.front().known = true;
  out.front().at = id;
  out.front().source = CredentialSource::literal;
  const auto pieces = pieces_of(tree_, id);
  for (const Piece& piece : pieces) {
    if (!piece.is_hole()) {
      out = joined_all(out, {text_meaning(piece.text, piece.source, id)});
      continue;
    }
    Meanings inner;
    if (piece.hole != kNone) {
      inner = follow(piece.hole, depth + 1);
    } else {
      const std::size_t dot = piece.hole_name.rfind('.');
      const std::string last = dot == std::string::npos ? piece.hole_name : piece.hole_name.substr(dot + 1);
      inner = of_definitions(definitions_.visible(last, id), id, depth + 1);
      if (inner.empty()) inner.push_back(unknown(kNone));
      for (Meaning& one : inner) one.name = piece.hole_name;
    }
    for (Meaning& one : inner) {
      // What comes from elsewhere stands, for the reader, where it is put in.
      one.marks.assign(1, {0, piece.source});
    }
    if (pieces.size() == 1) {  // "$NAME": where it comes from is where the name does
      for (Meaning& start : out) start.source = inner.front().source;
    }
    out = joined_all(out, inner);
  }
  for (Meaning& one : out) {
    one.at = id;
    if (!one.known && !one.gaps.empty() && one.source == CredentialSource::literal) one.source = one.gaps.front().source;
  }
  return out;
}

Values::Meanings Values::of_binary(NodeId id, int depth) const {
  // A chain of the same operator leans to the left and may be long: it is taken apart without recursion.
  std::vector<NodeId> operands;
  NodeId at = id;
  const Operation operation = operation_of(tree_.language(), tree_.between(tree_.slot(id, 0), tree_.slot(id, 1)));
  while (operands.size() < 2'000) {
    operands.push_back(tree_.slot(at, 1));
    const NodeId left = tree_.strip(tree_.slot(at, 0));
    if (tree_.form(left) != Form::binary ||
        operation_of(tree_.language(), tree_.between(tree_.slot(left, 0), tree_.slot(left, 1))) != operation) {
      operands.push_back(left);
      break;
    }
    at = left;
  }
  std::ranges::reverse(operands);
  switch (operation) {
    case Operation::concat:
    case Operation::append: {
      Meanings out = follow(operands.front(), depth + 1);
      for (Meaning& one : out) {
        if (!one.known && one.gaps.empty()) {
          Meaning empty;
          empty.known = true;
          one = joined(empty, one);
        }
      }
      for (std::size_t i = 1; i < operands.size(); ++i) out = joined_all(out, follow(operands[i], depth + 1));
      for (Meaning& one : out) one.at = id;
      return out;
    }
    case Operation::either:
    case Operation::fallback: {
      Meanings out;
      for (const NodeId operand : operands) merge(out, follow(operand, depth + 1));
      std::ranges::stable_partition(out, [](const Meaning& one) { return one.known; });
      return out;
    }
    case Operation::format: {
      std::vector<NodeId> arguments;
      const NodeId right = tree_.strip(operands.back());
      if (tree_.form(right) == Form::list || tree_.form(right) == Form::sequence) {
        arguments = tree_.children(right);
      } else {
        arguments.push_back(right);
      }
      return of_format(operands.front(), arguments, depth);
    }
    case Operation::assign:
      return follow(operands.back(), depth + 1);
    default:
      return {unknown(id)};
  }
}

}  // namespace ropc::scanner::syntax
