#include "scanner/embedded.h"

#include "scanner/document.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

EmbeddedCode piece() {
  EmbeddedCode out;
  out.language = "bash";
  out.name = "run.sh";
  out.text = "a\nb\nc\n";
  out.lines = {7, 8, 11};
  out.variables = {{"X", "1"}};
  return out;
}

Document outer() {
  Document out{.path = "ci.yml", .text = "", .language = "yaml", .lines = LineIndex("")};
  out.test_code = true;
  return out;
}

}  // namespace

TEST_CASE("a piece is a document of its own under the outer path") {
  const Document inner = document_of(piece(), outer());
  CHECK(inner.path == "ci.yml");
  CHECK(inner.inner_name == "run.sh");
  CHECK(inner.language == "bash");
  CHECK(inner.test_code);
  CHECK(inner.variables.size() == 1);
  CHECK(inner.lines.line(2) == 2);
}

TEST_CASE("findings move to the outer lines") {
  Finding finding;
  finding.where = {"ci.yml", 2, 5};
  finding.related.push_back({{"ci.yml", 3, 1}, "defined here", {}});
  finding.related.push_back({{"other.sh", 3, 1}, "defined here", {}});
  move_out(finding, piece());
  CHECK(finding.where == Location{"ci.yml", 8, 0});
  CHECK(finding.related[0].where == Location{"ci.yml", 11, 0});
  CHECK(finding.related[1].where == Location{"other.sh", 3, 1});
}

TEST_CASE("a finding over several lines of a piece ends on the outer document's line") {
  Finding finding;
  finding.where = {"ci.yml", 1, 1, 2, 4};
  move_out(finding, piece());
  CHECK(finding.where.line < finding.where.end_line);
  CHECK(finding.where.end_line == 8);
  CHECK(finding.where.end_column == 0);
}

TEST_CASE("lines past the map are on its last line") {
  Finding finding;
  finding.where = {"ci.yml", 9, 1};
  move_out(finding, piece());
  CHECK(finding.where.line == 11);
}

TEST_CASE("the surroundings tell what the piece does not") {
  EmbeddedCode code = piece();
  code.context.client_id = "outer";
  code.context.tenant = "shop";
  Finding finding;
  finding.client_id = "own";
  move_out(finding, code);
  CHECK(finding.client_id == "own");
  CHECK(finding.tenant == "shop");
}

TEST_CASE("what prose shows is a mention") {
  EmbeddedCode code = piece();
  code.documentation = true;
  Finding finding;
  move_out(finding, code);
  CHECK(finding.kind == Kind::mention);
  CHECK(finding.level == Level::note);
}
