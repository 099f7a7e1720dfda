#include "scanner/config/pieces.h"

#include "tests/scanner/config/support.h"

using namespace ropc::scanner;
using namespace ropc::scanner::config;

namespace {

/// "language: text @line,line…" of what the node holds; line ends as '/'.
std::string shown(const EmbeddedCode& piece) {
  std::string out = piece.language + (piece.name.empty() ? "" : " " + piece.name) + ": " + piece.text + "@";
  for (const std::uint32_t line : piece.lines) out += std::to_string(line) + ",";
  std::replace(out.begin(), out.end(), '\n', '/');
  return out;
}

std::string piece(const std::string& language, const std::string& text, std::string_view key) {
  const Seen seen(language, text);
  const auto found = piece_of(seen.view, seen.node(key));
  return found ? shown(*found) : "none";
}

}  // namespace

TEST_CASE("scripts of pipelines keep their lines") {
  CHECK(piece("yaml", "steps:\n  - run: |\n      curl x \\\n        -d y\n      echo ${{ secrets.A }}\n", "run") ==
        "bash: curl x \\/  -d y/echo ${A}//@3,4,5,6,");
  CHECK(piece("yaml", "job:\n  script:\n    - curl a\n    - |\n      curl b\n      curl c\n", "script") ==
        "bash: curl a/curl b/curl c//@3,5,6,7,");
}

TEST_CASE("a folded command is one command") {
  CHECK(piece("yaml", "run: >\n  curl x\n  -d y\n", "run") == "bash: curl x \\/-d y/@2,3,");
}

TEST_CASE("a command in quotes over several lines") {
  CHECK(piece("yaml", "shell: \"curl 'x' \\\n  -d 'a=b' \\\n  -d c\"\n", "shell") == "bash: curl 'x' -d 'a=b' -d c/@1,");
}

TEST_CASE("the shell that a step names") {
  CHECK(piece("yaml", "- run: Write-Host x\n  shell: pwsh\n", "run").starts_with("powershell"));
  CHECK(piece("yaml", "- uses: actions/github-script@v7\n  with:\n    script: console.log(1)\n", "script").starts_with("javascript"));
}

TEST_CASE("commands as lists of words") {
  CHECK(piece("yaml", "command: [sh, -c, curl -d grant_type=password x]\n", "command") ==
        "bash: curl -d grant_type=password x/@1,");
  CHECK(piece("yaml", "args:\n  - curl\n  - -d\n  - it's\n", "args") == "bash: 'curl' \\/'-d' \\/'it'\\''s' \\/@2,3,4,");
  CHECK(piece("yaml", "args: [--grant-type, password]\n", "args") == "none");
}

TEST_CASE("files in a ConfigMap go by their names") {
  CHECK(piece("yaml", "data:\n  application.yml: |\n    a:\n      b: 1\n", "application.yml") ==
        "yaml application.yml: a:/  b: 1//@3,4,5,");
}

TEST_CASE("JSON and XML in strings") {
  CHECK(piece("json", R"({"raw": "{\n \"a\": 1\n}"})", "raw") == "json: {/ \"a\": 1/}/@1,1,1,");
  CHECK(piece("xml", "<p>\n  &lt;a&gt;\n  &lt;/a&gt;\n</p>", "p") == "xml: <a>/  </a>/@2,3,");
  CHECK(piece("yaml", "a: '{{ b }} {{ c }}'\n", "a") == "none");
  CHECK(piece("json", R"({"a": "plain text"})", "a") == "none");
}

TEST_CASE("scripts of a package and of a collection") {
  CHECK(piece("json", R"({"scripts": {"x": "curl a"}})", "x") == "none");  // too short to hold anything
  CHECK(piece("json", R"({"scripts": {"login": "curl -d a=b"}})", "login").starts_with("bash"));
  CHECK(piece("json", "{\"script\": {\"exec\": [\"var a = 1;\",\n \"b();\"]}}", "exec") == "javascript: var a = 1;/b();/@1,2,");
}

TEST_CASE("a piece knows its environment and its surroundings") {
  const Seen seen("yaml", "env:\n  A: 1\njob:\n  env:\n    A: 2\n  client_id: desk\n  run: curl something\n");
  const auto found = piece_of(seen.view, seen.node("run"));
  REQUIRE(found);
  REQUIRE(found->variables.size() == 2);
  CHECK(found->variables[0].second == "2");
  CHECK(found->context.client_id == "desk");
}

TEST_CASE("cells of a notebook") {
  const Seen seen("jupyter", "{\"cells\": [\n{\"cell_type\": \"code\", \"source\": [\n\"import a\\n\",\n\"a.b()\"]},\n"
                             "{\"cell_type\": \"markdown\", \"source\": \"# Title\\ntext\"},\n"
                             "{\"cell_type\": \"code\", \"source\": [\"!curl x y\"]}],\n"
                             "\"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}");
  const auto cells = notebook_cells(seen.view);
  REQUIRE(cells.size() == 3);
  CHECK(shown(cells[0]) == "python: import a/a.b()/@3,4,");
  CHECK(shown(cells[1]) == "markdown: # Title/text/@5,5,");
  CHECK(cells[2].language == "bash");
}
