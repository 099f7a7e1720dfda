#include "scanner/ast/unit.h"

#include <algorithm>

#include "rules/rule_set.h"
#include "scanner/ast/cursors.h"
#include "tests/support/catch.h"
#include "tests/support/source_tree.h"
#include "tests/support/temp_folder.h"

// What the Clang eye sees, shape by shape. Stub headers in tests/stubs stand for the libraries.

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::ast;

namespace {

const RuleMatcher& built_in() {
  static const auto loaded = rules::load_rules({});
  REQUIRE(loaded);
  static const RuleMatcher matcher(*loaded);
  return matcher;
}

UnitResult inspected(const std::string& text, const std::string& language = "cpp",
                     const test::TempFolder& folder = test::TempFolder()) {
  const std::string name = language == "c" ? "unit.c" : language == "objective-c" ? "unit.m" : "unit.cpp";
  const Document document{name, text, language, LineIndex(text)};
  const std::string x = language == "cpp" ? "c++" : language;
  const std::string standard = language == "cpp" ? "-std=c++20" : "-std=gnu17";
  return inspect_unit(document, folder.path().string(),
                      {"-x", x, standard, "-I", (test::source_dir() / "tests/stubs").string()}, built_in());
}

/// Several rules may fit one place; the scan makes one finding of them (scanner/collapse).
std::vector<Finding> one_a_line(std::vector<Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.where.line < b.where.line; });
  findings.erase(std::unique(findings.begin(), findings.end(),
                             [](const Finding& a, const Finding& b) { return a.where.line == b.where.line; }),
                 findings.end());
  return findings;
}

std::vector<Finding> requests(const std::string& text, const std::string& language = "cpp") {
  auto findings = inspected(text, language).findings;
  std::erase_if(findings, [](const Finding& f) { return f.kind != Kind::request; });
  return one_a_line(std::move(findings));
}

void check_line(const std::string& text, std::uint32_t line, const std::string& language = "cpp") {
  INFO(text);
  const auto findings = requests(text, language);
  REQUIRE_FALSE(findings.empty());
  CHECK(std::all_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.where.line == line; }));
}

}  // namespace

TEST_CASE("a form body in one literal, also wide, raw or adjacent") {
  check_line("const char* f() {\n  return \"grant_type=password&username=\";\n}", 2);
  check_line("const wchar_t* f() {\n  return L\"grant_type=password&client_id=a\";\n}", 2);
  check_line("const char* f() {\n  return R\"(a=b&grant_type=password)\";\n}", 2);
  check_line("const char* f() {\n  return \"grant_type=\" \"password\" \"&x=y\";\n}", 2);
}

TEST_CASE("snprintf and strcat into a buffer") {
  check_line("#include <stdio.h>\nvoid f(const char* u) {\n  char b[99];\n"
             "  snprintf(b, sizeof b, \"username=%s&grant_type=%s\", u, \"password\");\n}", 4, "c");
  check_line("#include <string.h>\nvoid f(char* b) {\n  strcpy(b, \"grant_type=\");\n  strcat(b, \"password\");\n}", 4, "c");
}

TEST_CASE("std::string put together over several statements") {
  check_line("#include <string>\nstd::string f(const std::string& u) {\n  std::string s = \"username=\" + u;\n"
             "  s += \"&grant_type=\";\n  s += \"password\";\n  return s;\n}", 5);
}

TEST_CASE("a stream") {
  check_line("#include <sstream>\nvoid f() {\n  std::ostringstream s;\n  s << \"grant_type=\" << \"password\";\n}", 4);
}

TEST_CASE("maps and initializer lists") {
  check_line("#include <map>\n#include <string>\nvoid f() {\n  std::map<std::string, std::string> m;\n"
             "  m[\"grant_type\"] = \"password\";\n}", 5);
  check_line("#include <map>\n#include <string>\nstd::map<std::string, std::string> f() {\n"
             "  return {{\"a\", \"b\"},\n          {\"grant_type\", \"password\"}};\n}", 5);
}

TEST_CASE("key and value by macro, constant and enumerator name") {
  check_line("#define KEY \"grant_type\"\n#define VALUE \"password\"\nvoid add(const char*, const char*);\n"
             "void f() {\n  add(KEY, VALUE);\n}", 5);
  check_line("static const char* const kGrant = \"password\";\nvoid add(const char*, const char*);\n"
             "void f() {\n  add(\"grant_type\", kGrant);\n}", 4);
}

TEST_CASE("a constant of a header") {
  const test::TempFolder folder;
  folder.write("grants.h", "#pragma once\n#define PASSWORD_BODY \"grant_type=password\"\n"
                           "inline constexpr const char* kGrant = \"password\";\n");
  const auto result = inspected("#include \"grants.h\"\nvoid add(const char*, const char*);\nvoid f() {\n"
                                  "  add(\"grant_type\", kGrant);\n}\nconst char* g() { return PASSWORD_BODY; }\n",
                                  "cpp", folder);
  const auto findings = one_a_line(result.findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].where.line == 4);
  CHECK(findings[1].where.line == 6);
}

TEST_CASE("a wrapper in the same unit: the call that passes the value is the finding") {
  const auto findings = requests("#include <string>\nvoid post(const std::string&);\n"
                                 "void login(const std::string& grant) {\n  post(\"grant_type=\" + grant);\n}\n"
                                 "void f() {\n  login(\"refresh_token\");\n  login(\"password\");\n}");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].where.line == 8);
}

TEST_CASE("what is compared is no request") {
  CHECK(requests("#include <string.h>\nint f(const char* grant_type) {\n  return strcmp(grant_type, \"password\") == 0;\n}", "c").empty());
  CHECK(requests("#include <string>\nbool f(const std::string& grant_type) { return grant_type == \"password\"; }").empty());
}

TEST_CASE("other grants and look-alikes are nothing") {
  CHECK(inspected("const char* f() { return \"grant_type=client_credentials\"; }").findings.empty());
  CHECK(inspected("const char* f() { return \"grant_type=passwordless\"; }").findings.empty());
  CHECK(inspected("void add(const char*, const char*); void f() { add(\"type\", \"password\"); }").findings.empty());
}

TEST_CASE("Objective-C dictionaries and setters") {
  check_line("#import <Foundation/Foundation.h>\nNSDictionary* f(void) {\n"
             "  return @{@\"username\": @\"u\", @\"grant_type\": @\"password\"};\n}", 3, "objective-c");
  check_line("#import <Foundation/Foundation.h>\nvoid f(NSMutableDictionary* d) {\n"
             "  [d setObject:@\"password\" forKey:@\"grant_type\"];\n}", 3, "objective-c");
}

TEST_CASE("a missing header leaves a partial tree, and what is whole is found") {
  const auto result = inspected("#include <nowhere/missing.h>\nconst char* f() {\n  return \"grant_type=password\";\n}");
  CHECK(result.quality == Quality::partial);
  CHECK(one_a_line(result.findings).size() == 1);
}

TEST_CASE("a server whose JSON library is missing: entries of a client's list are compared") {
  const std::string text = "#include <nowhere/json.h>\nint f(json_t * client) {\n  size_t i;\n  json_t * each = NULL;\n"
                           "  if (!list_has_string(json_object_get(client, \"grant_types\"), \"password\")) return 0;\n"
                           "  json_foreach(json_object_get(client, \"grant_types\"), i, each) {\n"
                           "    if (0 == x_strcmp(json_text(each), \"password\")) return 1;\n  }\n  return 0;\n}";
  auto findings = one_a_line(inspected(text, "c").findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].where.line == 5);
  CHECK(findings[1].where.line == 7);
  CHECK(findings[1].kind == Kind::implement);
}

TEST_CASE("what a stream got before is there once") {
  const auto findings = requests("#include <map>\n#include <sstream>\nvoid f(std::map<std::string, std::string>& m, bool again) {\n"
                                 "  std::ostringstream s;\n  std::string grant = (again ? \"refresh_token\" : \"password\");\n"
                                 "  s << \"client_id=\" << m[\"clientId\"] << \"&grant_type=\";\n  s << grant << \"&scope=home\";\n}");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].where.line == 7);
  CHECK_FALSE(findings[0].client_id.has_value());
}

TEST_CASE("names that a header opens units with") {
  const test::TempFolder folder;
  const Document header{"grants.h", "#pragma once\nstruct Entry { int type; Entry(int t) { type = t; }\n"
                        "  bool operator==(const Entry& o) const { return type == o.type; } };\n"
                        "inline void login(const char* grant) { extern void add(const char*, const char*); add(\"grant_type\", grant); }\n", "cpp", LineIndex("")};
  const auto result = inspect_unit(header, folder.path().string(), {"-x", "c++"}, built_in());
  CHECK(result.names == std::vector<std::string>{"login"});
}

TEST_CASE("Objective-C without Foundation's headers") {
  check_line("#import <UIKit/UIKit.h>\n@implementation Login\n- (NSDictionary *)form:(User *)user {\n  return @{\n"
             "    @\"username\": user.name,\n    @\"grant_type\": @\"password\"};\n}\n@end", 6, "objective-c");
  check_line("@implementation Login\n- (void)fill:(NSMutableDictionary *)form {\n  NSString *grant = @\"password\";\n"
             "  [form setObject:grant forKey:@\"grant_type\"];\n}\n@end", 4, "objective-c");
}

TEST_CASE("client id and endpoint come from the same function") {
  const auto findings = requests("#include <string>\nvoid post(const char*, const std::string&);\nvoid f() {\n"
                                 "  std::string body = \"grant_type=password&client_id=till\";\n"
                                 "  post(\"https://id.example.com/realms/shop/protocol/openid-connect/token\", body);\n}");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].client_id == "till");
  CHECK(findings[0].tenant == "shop");
}

TEST_CASE("a constant called after a key is nobody's password") {
  const auto findings = requests("void post(const char*);\nstatic const char* const KEY_PASSWORD = \"pwd\";\n"
                                 "void f(const char* secret) {\n  post(\"grant_type=password\");\n}");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].password_from == CredentialSource::unknown);
}

TEST_CASE("what has no type has no type's name") {
  CHECK(type_name(CXType{CXType_Invalid, {nullptr, nullptr}}).empty());
}
