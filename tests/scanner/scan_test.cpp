#include "scanner/scan.h"

#include <sys/stat.h>

#include <algorithm>

#include "tests/scanner/collected_evidence.h"
#include "tests/scanner/rules_for.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

using Collected = test::CollectedEvidence;

ScanOptions options_for(std::vector<std::string> paths, unsigned jobs = 2) {
  ScanOptions out;
  out.paths = std::move(paths);
  out.jobs = jobs;
  return out;
}

/// All that a finding tells, as text.
std::string told(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& f : findings)
    out += f.where.path + ":" + std::to_string(f.where.line) + " " + f.rule_id + " " + f.excerpt.str() + " " + f.fingerprint + " " +
           f.line_hash + " " + std::to_string(f.utf16_column) + " " + f.client_id.value_or("-") + " " +
           std::to_string(f.related.size()) + " " + std::to_string(f.flow.size()) + "\n";
  return out;
}

}  // namespace

TEST_CASE("a tree's findings, in order, with what was covered") {
  const test::TempFolder tree;
  tree.write("b.py", "x = {'grant_type': 'password', 'client_id': 'desk'}\n");
  tree.write("a/c.js", "// ropc-audit:ignore[demo] test account\nf({grant_type: 'password'})\n");
  tree.write("a/none.js", "f()\n");
  tree.write("picture.png", std::string("grant_type=password\0", 20));
  tree.write("long.txt", std::string((4U << 20) + 1, 'x'));
  Collected out;
  const auto coverage = scan(options_for({tree.path().string()}), test::password_grant_rules(), out);
  REQUIRE(coverage);
  REQUIRE(out.findings.size() == 2);
  CHECK(out.findings[0].where.path == "a/c.js");
  CHECK(out.findings[0].suppressed == "test account");
  CHECK(out.findings[1].client_id == "desk");
  CHECK(out.findings[1].fingerprint.size() == 32);
  CHECK_FALSE(out.findings[1].line_hash.empty());
  CHECK(coverage->files == 5);
  CHECK(coverage->gated == 2);
  CHECK(coverage->suppressed == 1);
  CHECK(coverage->skipped.at("binary") == 1);
  CHECK(coverage->skipped.at("too large") == 1);
}

TEST_CASE("the number of threads changes nothing") {
  const test::TempFolder tree;
  for (int i = 0; i < 60; ++i)
    tree.write("d" + std::to_string(i % 7) + "/f" + std::to_string(i) + ".py",
               "a = 1\nb = {'grant_type': 'password', 'client_id': '${ID}'}\nc = {'grant_type': 'password'}\n");
  tree.write(".env", "ID=desk\n");
  std::vector<std::string> all;
  for (const unsigned jobs : {1U, 2U, 8U}) {
    Collected out;
    REQUIRE(scan(options_for({tree.path().string()}, jobs), test::password_grant_rules(), out));
    all.push_back(told(out.findings));
  }
  CHECK(all[0].size() > 1000);
  CHECK(all[0] == all[1]);
  CHECK(all[0] == all[2]);
}

/// Sites whose answers stand in other files, in several languages; and files that the parsers break down on.
void write_services(const test::TempFolder& tree, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    const std::string folder = "service" + n + "/";
    tree.write(folder + "grants.py", "class Grants:\n  PASS" + n + " = 'password'\n");
    tree.write(folder + "client.py", "from grants import Grants\ndef token(grant, user):\n  return post({'grant_type': grant, 'client_id': '${ID}'})\n"
                                    "body = {'grant_type': Grants.PASS" + n + "}\n");
    tree.write(folder + "main.py", "from client import token\ntoken('password', 'ann')\n");
    tree.write(folder + "Grants.java", "class Grants { static final String GRANT" + n + " = \"password\"; }\n");
    tree.write(folder + "Login.java", "class Login { void f() { form.add(\"grant_type\", Grants.GRANT" + n + "); } }\n");
    tree.write(folder + "broken.js", "f(1);\nconst a = @@ %% 'grant_type': 'password' ;;\ng(2);\n");
    tree.write(folder + ".env", "ID=desk" + n + "\n");
  }
}

TEST_CASE("the number of threads changes nothing, whatever the files know of one another") {
  const test::TempFolder tree;
  write_services(tree, 40);
  const auto rules = rules::load_rules({});
  REQUIRE(rules);
  std::vector<std::string> all;
  for (const unsigned jobs : {1U, 8U}) {
    Collected out;
    REQUIRE(scan(options_for({tree.path().string()}, jobs), *rules, out));
    all.push_back(told(out.findings));
    CHECK(out.findings.size() >= 4 * 40);
  }
  CHECK(all[0] == all[1]);
}

TEST_CASE("where a tree is broken the text eye's findings stay") {
  const test::TempFolder tree;
  std::string whole;
  for (int i = 0; i < 40; ++i) whole += "function f" + std::to_string(i) + "(a) { return g(a, 1); }\n";
  tree.write("a.js", whole + "const a = @@ %% 'grant_type': 'password' ;;\n" + whole);
  Collected out;
  const auto coverage = scan(options_for({tree.path().string()}), test::password_grant_rules(), out);
  REQUIRE(coverage);
  CHECK(coverage->by_eye.at("syntax") == 1);
  REQUIRE(out.findings.size() == 1);
  CHECK(out.findings[0].where.line == 41);
}

TEST_CASE("a source too long for one tree is seen section by section") {
  const test::TempFolder tree;
  std::string text = "import requests\n";
  while (text.size() < (600U << 10)) text += "def f" + std::to_string(text.size()) + "(a):\n    return a + 1\n";
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  text += "FLOW = 'password'\ndef sign_in():\n    return {'grant_type': FLOW}\n";
  tree.write("long.py", text);
  Collected out;
  const auto coverage = scan(options_for({tree.path().string()}), test::password_grant_rules(), out);
  REQUIRE(coverage);
  REQUIRE(out.findings.size() == 1);
  CHECK(out.findings[0].eye == "syntax");
  CHECK(out.findings[0].where.line == lines + 3);
  CHECK(out.findings[0].excerpt.str().find("grant_type") != std::string::npos);
  CHECK(coverage->by_eye.at("syntax") == 1);
}

TEST_CASE("several roots are told apart, files can be left out") {
  const test::TempFolder first;
  const test::TempFolder second;
  first.write("shop/a.py", "grant_type = 'password'\n");
  second.write("shop/a.py", "grant_type = 'password'\n");
  second.write("shop/b.log", "grant_type=password\n");
  ScanOptions options = options_for({first.path().string() + "/shop/", second.path().string() + "/shop"});
  options.exclude = {second.path().string() + "/shop/b.log"};
  Collected out;
  REQUIRE(scan(options, test::password_grant_rules(), out));
  REQUIRE(out.findings.size() == 2);
  CHECK(out.findings[0].where.path == "shop/a.py");
  CHECK(out.findings[1].where.path == "shop-2/a.py");
}

TEST_CASE("UTF-16 is read") {
  const test::TempFolder tree;
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("$body = @{ grant_type = 'password' }\n")) {
    wide += c;
    wide += '\0';
  }
  tree.write("login.ps1", wide);
  Collected out;
  REQUIRE(scan(options_for({tree.path().string()}), test::password_grant_rules(), out));
  CHECK(out.findings.size() == 1);
}

TEST_CASE("a path that is not there is an error") {
  Collected out;
  const auto gone = scan(options_for({"/no/such/tree"}), test::password_grant_rules(), out);
  REQUIRE_FALSE(gone);
  CHECK(gone.error().code == ErrorCode::usage);
}

TEST_CASE("one file with too many findings says so") {
  const test::TempFolder tree;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "grant_type=password\n\n";
  tree.write("data.unknown", text);
  Collected out;
  REQUIRE(scan(options_for({tree.path().string()}), test::password_grant_rules(), out));
  CHECK(out.findings.size() == 2000);
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].message.find("more findings") != std::string::npos);
}
