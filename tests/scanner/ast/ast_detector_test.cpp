#include "scanner/ast/ast_detector.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "model/finding_json.h"
#include "rules/rule_set.h"
#include "scanner/scan.h"
#include "tests/scanner/collected_evidence.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

// The Clang eye as the scan uses it, with real workers.

using namespace ropc;
using namespace ropc::scanner;

namespace {

using Collected = test::CollectedEvidence;

ScanCoverage scanned(const test::TempFolder& tree, Collected& out, bool with_clang = true, unsigned jobs = 2) {
  static const auto rules = rules::load_rules({});
  REQUIRE(rules);
  ScanOptions options;
  options.paths = {tree.path().string()};
  options.jobs = jobs;
  const char* worker = std::getenv("ROPC_CLANG_WORKER");
  REQUIRE(worker != nullptr);
  if (with_clang) options.clang.program = worker;
  const auto coverage = scan(options, *rules, out);
  REQUIRE(coverage);
  return *coverage;
}

std::vector<Finding> of_clang_in(const Collected& out, const std::string& path) {
  std::vector<Finding> found;
  std::copy_if(out.findings.begin(), out.findings.end(), std::back_inserter(found),
               [&](const Finding& f) { return f.where.path == path && f.eye == "ast"; });
  return found;
}

}  // namespace

TEST_CASE("how well each unit was seen") {
  const test::TempFolder tree;
  tree.write("full.cpp", "const char* f() { return \"grant_type=password\"; }\n");
  tree.write("partial.cpp", "#include <nowhere/missing.h>\nconst char* f() { return \"grant_type=password\"; }\n");
  tree.write("other.cpp", "int f();\n");
  Collected with;
  const std::vector<UnitCoverage> seen = {{"full.cpp", "full", "", 0}, {"partial.cpp", "partial", "headers or declarations are missing", 0}};
  CHECK(scanned(tree, with).units == seen);
  CHECK(with.findings.size() == 2);
  Collected without;
  const std::vector<UnitCoverage> text_only = {{"full.cpp", "text only", "the Clang eye is off", 0}, {"partial.cpp", "text only", "the Clang eye is off", 0}};
  CHECK(scanned(tree, without, false).units == text_only);
  CHECK(without.findings.size() == 2);
}

TEST_CASE("a unit that only rules of other languages, names and comments ask is not parsed") {
  const test::TempFolder tree;
  tree.write("names.cpp", "bool log_in_with_username_password(const char* user);\n"
                          "int resource_owner_password(int);\n");
  tree.write("site.cpp", "const char* f() { return \"grant_type=password\"; }\n");
  Collected out;
  const ScanCoverage coverage = scanned(tree, out);
  REQUIRE(coverage.units.size() == 1);
  CHECK(coverage.units[0].path == "site.cpp");
}

TEST_CASE("the sections of a long source are for the eyes behind this one") {
  const test::TempFolder tree;
  std::string text = "void post(const char*);\nvoid f() {\n  post(\"grant_type=password\");\n}\n";
  while (text.size() < (600U << 10)) text += "int f" + std::to_string(text.size()) + "(void);\n";
  text += "void g() {\n  post(\"grant_type=password\");\n}\n";
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  tree.write("long.cpp", text);
  Collected out;
  scanned(tree, out);
  REQUIRE(out.findings.size() == 2);
  CHECK(out.findings[0].where.line == 3);
  CHECK(out.findings[1].where.line == lines - 1);
}

TEST_CASE("a unit that the gate kept back is parsed when it uses what a header declares") {
  const test::TempFolder tree;
  tree.write("include/legacy.h", "#pragma once\n#define LEGACY_BODY \"grant_type=password\"\n");
  tree.write("src/use.cpp", "#include \"legacy.h\"\nvoid post(const char*);\nvoid f() {\n  post(LEGACY_BODY);\n}\n");
  for (int i = 0; i < 20; ++i) tree.write("src/other" + std::to_string(i) + ".cpp", "#include \"legacy.h\"\nint f();\n");
  for (const unsigned jobs : {1U, 2U}) {
    Collected out;
    const ScanCoverage coverage = scanned(tree, out, true, jobs);
    const auto found = of_clang_in(out, "src/use.cpp");
    REQUIRE(found.size() == 1);
    CHECK(found[0].where.line == 4);
    REQUIRE(coverage.units.size() == 2);  // the header and the unit; the others were not parsed
    CHECK(coverage.units[1].path == "src/use.cpp");
  }
}

TEST_CASE("what a compile command wants besides is left out, counted and named") {
  const test::TempFolder tree;
  const std::string root = tree.path().string();
  tree.write("unit.cpp", "#ifdef WITH_LEGACY\nconst char* f() { return \"grant_type=password\"; }\n#endif\n");
  tree.write("compile_commands.json",
             R"([{"directory": ")" + root + R"(", "file": "unit.cpp", "arguments": ["c++", "-DWITH_LEGACY", "-fplugin=./evil.so", )"
             R"("@more.rsp", "-o", "out.o", "-I/etc", "-c", "unit.cpp"]}])");
  Collected out;
  const ScanCoverage coverage = scanned(tree, out);
  REQUIRE(coverage.units.size() == 1);
  CHECK(coverage.units[0].dropped_arguments == 4);
  CHECK(of_clang_in(out, "unit.cpp").size() == 1);
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].level == Diagnostic::Level::note);
  for (const char* name : {"-fplugin", "@file", "-o", "-I"}) CHECK(out.diagnostics[0].message.find(name) != std::string::npos);
  CHECK(out.diagnostics[0].message.find("evil") == std::string::npos);
}

TEST_CASE("a header is looked at once, however many units include it") {
  const test::TempFolder tree;
  tree.write("body.h", "#pragma once\ninline const char* body() { return \"grant_type=password\"; }\n");
  tree.write("a.cpp", "#include \"body.h\"\nconst char* a = \"grant_type=password&a=b\";\n");
  tree.write("b.cpp", "#include \"body.h\"\nconst char* b = \"grant_type=password&a=b\";\n");
  Collected out;
  scanned(tree, out);
  CHECK(of_clang_in(out, "body.h").size() == 1);
  CHECK(out.findings.size() == 3);
}

TEST_CASE("nothing of a file outside the tree comes out of a unit that includes it") {
  const test::TempFolder folder;
  const std::string outside = (folder.path() / "outside.h").string();
  folder.write("outside.h", "#define CLIENT \"s3cret\"\nstatic const char* const kClient = \"s3cret\";\n");
  const test::TempFolder tree;
  std::filesystem::create_symlink(outside, tree.path() / "link.h");
  const std::string body = "\nvoid post(const char*, const char*);\nvoid f() {\n  const char* client_id = CLIENT;\n"
                           "  post(\"client_id\", CLIENT);\n  post(\"client_id\", kClient);\n  post(\"grant_type\", \"password\");\n"
                           "  post(\"https://id.example.com/\" CLIENT \"/oauth/token\", \"grant_type=password&client_id=\" CLIENT);\n}\n";
  tree.write("absolute.cpp", "#include \"" + outside + "\"" + body);
  tree.write("linked.cpp", "#include \"link.h\"" + body);
  tree.write("forced.cpp", body);
  tree.write("compile_commands.json", R"([{"directory": "/", "file": ")" + (tree.path() / "forced.cpp").string() +
                                          R"(", "command": "c++ -include )" + outside + R"( -c forced.cpp"}])");
  Collected out;
  const ScanCoverage coverage = scanned(tree, out);
  CHECK(coverage.units.size() == 3);
  CHECK(out.findings.size() >= 3);
  for (const Finding& finding : out.findings) CHECK(to_json(finding).dump().find("s3cret") == std::string::npos);
  for (const Diagnostic& diagnostic : out.diagnostics) CHECK(diagnostic.message.find("s3cret") == std::string::npos);
}
