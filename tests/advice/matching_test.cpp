#include "advice/matching.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;
using test::Record;
using From = CredentialSource;
using Fact = IdpFact::Kind;

namespace {

bool shows(const ClientRecord& client, const std::string& signal) {
  for (const Signal& s : knowledge().signals)
    if (s.id == signal) return sign_in(s, evidence_of(client, knowledge(), {})).has_value();
  FAIL("no signal " << signal);
  return false;
}

bool path_shows(const std::string& path, const std::string& signal, From from = From::unknown) {
  return shows(Record("x").code(path, from).get(), signal);
}

}  // namespace

TEST_CASE("signs in paths") {
  for (const char* path : {".github/workflows/release.yml", ".gitlab-ci.yml", "Jenkinsfile", "ci/azure-pipelines.yml",
                           ".circleci/config.yml", "bitbucket-pipelines.yml"}) {
    CAPTURE(path);
    CHECK(path_shows(path, "S-01"));
  }
  for (const char* path : {"src/github/workflows.py", "docs/jenkins.md"}) CHECK_FALSE(path_shows(path, "S-01"));
  CHECK(path_shows("deploy/Dockerfile", "S-03"));
  CHECK(path_shows("charts/app/values.yaml", "S-03"));
  CHECK(path_shows("charts/app/templates/cronjob.yaml", "S-03c"));
  CHECK(path_shows("tools/shopctl.py", "S-04"));
  CHECK(path_shows("shop-cli/main.go", "S-04"));
  CHECK_FALSE(path_shows("src/client.go", "S-04"));
  CHECK(path_shows("app/Login.xaml.cs", "S-06"));
  CHECK(path_shows("mobile/src/auth.ts", "S-07"));
  CHECK(path_shows("web/src/components/Login.vue", "S-08"));
  CHECK_FALSE(path_shows("server/src/components/login.ts", "S-08"));
  CHECK(path_shows("src/LoginController.java", "S-09", From::parameter));
  CHECK_FALSE(path_shows("src/LoginController.java", "S-09", From::literal));
  CHECK(path_shows("firmware/wifi.c", "S-11"));
  CHECK(path_shows("sensor.ino", "S-11"));
  CHECK(path_shows("dags/export.py", "S-13"));
  CHECK(path_shows("NightlyImportJob.java", "S-13"));
  CHECK(path_shows("lambda/handler.py", "S-14"));
  CHECK(path_shows("src/syncd/daemon.cpp", "S-14d"));
}

TEST_CASE("signs in what the finding says") {
  CHECK(shows(Record("x").code("a.py", From::prompt).get(), "S-05"));
  CHECK(shows(Record("x").code("a.py", From::literal).get(), "S-17"));
  CHECK(shows(Record("x").code("a.py", From::vault).get(), "S-17e"));
  CHECK(shows(Record("x").code("a.swift").language("swift").get(), "S-07l"));
  CHECK(shows(Record("x").code("a.py").scope("https://graph.example.com/.default").get(), "S-19"));
  CHECK_FALSE(shows(Record("x").code("a.py").scope("openid").get(), "S-19"));
  CHECK(shows(Record("x").code("a.cs", From::unknown, "sql-active-directory-password").get(), "S-23"));
  CHECK(shows(Record("x").code("a.py").in_tests().get(), "S-12"));
}

TEST_CASE("tests do not speak for code that ships") {
  const auto client = Record("x").code("tests/cli/login.py", From::literal).in_tests().code("src/a.py", From::parameter).get();
  CHECK_FALSE(shows(client, "S-12"));
  CHECK_FALSE(shows(client, "S-04"));
}

TEST_CASE("signs in names") {
  for (const char* id : {"svc-report", "nightly-sync", "ci", "data_export"}) CHECK(shows(Record(id).get(), "S-15"));
  for (const char* id : {"basic", "circle", "reporting2"}) CHECK_FALSE(shows(Record(id).get(), "S-15"));
  CHECK(shows(Record("Shop CLI").get(), "S-16"));
  CHECK(shows(Record("tv-app").get(), "S-16d"));
}

TEST_CASE("signs in the configuration") {
  CHECK(shows(Record("x").fact(Fact::redirect_uri, "http://127.0.0.1/cb").get(), "CF-loopback"));
  CHECK(shows(Record("x").fact(Fact::redirect_uri, "com.example.app:/cb").get(), "CF-scheme"));
  CHECK_FALSE(shows(Record("x").fact(Fact::redirect_uri, "https://example.com/cb").get(), "CF-scheme"));
  CHECK_FALSE(shows(Record("x").fact(Fact::redirect_uri, "https://example.com/cb").get(), "CF-web"));
  CHECK(shows(Record("x").fact(Fact::redirect_uri, "https://example.com/cb").fact(Fact::standard_flow, "true").get(), "CF-web"));
  CHECK(shows(Record("x").fact(Fact::device_flow, "true").get(), "CF-device"));
}

TEST_CASE("signs in the log") {
  CHECK(shows(Record("x").used(10, 5, 5).get(), "L-01"));
  CHECK_FALSE(shows(Record("x").used(10, 4, 5).get(), "L-01"));
  CHECK_FALSE(shows(Record("x").used(9, 1, 5).get(), "L-01s"));
  CHECK(shows(Record("x").used(9'000, 2, 5).get(), "L-02"));
  CHECK_FALSE(shows(Record("x").get(), "L-01"));
}
