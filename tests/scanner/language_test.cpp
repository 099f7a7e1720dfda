#include "scanner/language.h"

#include "model/languages.h"
#include "tests/support/catch.h"

using namespace ropc::scanner;

TEST_CASE("languages by name, wrapped name, first line and content") {
  CHECK(language_of("a/Login.java", "") == "java");
  CHECK(language_of("a/.env.production", "") == "dotenv");
  CHECK(language_of("conf/application.yml.j2", "") == "yaml");
  CHECK(language_of("Dockerfile.dev", "") == "dockerfile");
  CHECK(language_of("Jenkinsfile", "") == "groovy");
  CHECK(language_of("bin/login", "#!/usr/bin/env python3\n") == "python");
  CHECK(language_of("bin/login", "#!/bin/sh\n") == "bash");
  CHECK(language_of("x.h", "#import <Foundation/Foundation.h>\n@interface A\n") == "objective-c");
  CHECK(language_of("x.h", "namespace a {}") == "cpp");
  CHECK(language_of("x.h", "int f(void);") == "c");
  CHECK(language_of("de.ts", "<?xml version='1.0'?>") == "xml");
  CHECK(language_of("no/idea", "plain words") == "");
}

TEST_CASE("every language that is told is one that rules may name") {
  for (const char* name : {"a.ps1", "a.tf", "a.http", "a.bru", "a.ipynb", "a.vue", "a.mm", "a.rst", "a.adoc", "a.bicep",
                           "a.cls", "a.pas", "a.qml", "a.ex", "a.dart", "CMakeLists.txt", "Makefile"}) {
    INFO(name);
    CHECK(ropc::is_language_id(language_of(name, "")));
  }
}

TEST_CASE("tests, vendored code and samples are told by the path") {
  CHECK(classify_path("src/test/java/LoginTest.java").test_code);
  CHECK(classify_path("auth/login_test.go").test_code);
  CHECK(classify_path("Shop.IntegrationTests/Login.cs").test_code);
  CHECK(classify_path("web/login.spec.ts").test_code);
  CHECK_FALSE(classify_path("src/latest/contest.py").test_code);
  CHECK_FALSE(classify_path("src/attestation/greatest.go").test_code);
  CHECK(classify_path("node_modules/auth0/index.js").vendored);
  CHECK(classify_path("public/js/auth.min.js").vendored);
  CHECK_FALSE(classify_path("src/vendoring/x.go").vendored);
  CHECK(classify_path("examples/login.py").sample_code);
  CHECK(classify_path("spring-demo/src/Login.java").sample_code);
  CHECK_FALSE(classify_path("src/main/java/com/example/shop/Login.java").sample_code);
  const PathClass plain = classify_path("src/main/java/Login.java");
  CHECK_FALSE((plain.test_code || plain.vendored || plain.sample_code));
}
