#include <nlohmann/json.hpp>

#include "cli/exit_code.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

// The built program as a user runs it: what it prints, where, and its exit codes.

using namespace ropc;
using namespace ropc::cli;
using test::program;
using test::quoted;
using test::Ran;

namespace {

constexpr const char* kRequest = "import requests\nrequests.post(URL, data={'grant_type': 'password', "
                                 "'client_id': 'till', 'username': user, 'password': secret})\n";

}  // namespace

TEST_CASE("a scan that finds something ends with 1, one that finds nothing with 0") {
  const test::TempFolder folder;
  folder.write("clean/main.py", "print('hello')\n");
  folder.write("dirty/login.py", kRequest);
  CHECK(program("scan " + quoted(folder.path() / "clean") + " 2>/dev/null").code == kDone);
  CHECK(program("scan " + quoted(folder.path() / "dirty") + " 2>/dev/null").code == kFindings);
  CHECK(program("scan " + quoted(folder.path() / "dirty") + " --fail-on never 2>/dev/null").code == kDone);
}

TEST_CASE("standard output holds the report and nothing else") {
  const test::TempFolder folder;
  folder.write("login.py", kRequest);
  const Ran ran = program("scan " + quoted(folder.path()) + " --format sarif 2>/dev/null");
  const auto sarif = nlohmann::json::parse(ran.out, nullptr, false);
  REQUIRE(sarif.is_object());
  const auto& results = sarif["runs"][0]["results"];
  REQUIRE(results.size() == 1);
  CHECK(results[0]["properties"]["kind"] == "request");
  CHECK(results[0]["properties"]["clientId"] == "till");
}

TEST_CASE("wrong usage ends with 2 and one sentence") {
  CHECK(program("scan 2>/dev/null").code == kUsage);
  CHECK(program("clinets 2>/dev/null").code == kUsage);
  CHECK(program("clients --db /nonexistent/x.db 2>/dev/null").code == kUsage);
  CHECK(program("audit 2>/dev/null").code == kUsage);
  const Ran wrong = program("clinets 2>&1");
  CHECK(wrong.out.find("did you mean 'clients'?") != std::string::npos);
}

TEST_CASE("nothing to scan ends with 4, what is missing with 3") {
  const test::TempFolder folder;
  std::filesystem::create_directory(folder.path() / "empty");
  CHECK(program("scan " + quoted(folder.path() / "empty") + " 2>/dev/null").code == kNothing);
  CHECK(program("scan " + quoted(folder.path() / "missing") + " 2>/dev/null").code == kIncomplete);
}

TEST_CASE("code, log and export meet in the table of clients") {
  const test::TempFolder folder;
  folder.write("code/login.py", kRequest);
  folder.write("server.log",
               "2026-03-02 09:14:07,311 DEBUG [org.keycloak.events] (executor-thread-1) type=\"LOGIN\", realmId=\"r1\", "
               "realmName=\"shop\", clientId=\"till\", userId=\"u1\", sessionId=\"s1\", ipAddress=\"192.0.2.4\", "
               "auth_method=\"openid-connect\", token_id=\"t1\", grant_type=\"password\", username=\"anna\"\n");
  folder.write("realm.json",
               R"({"id":"r1","realm":"shop","enabled":true,"clients":[{"clientId":"till","enabled":true,)"
               R"("publicClient":true,"directAccessGrantsEnabled":true,"protocol":"openid-connect"}]})");
  const std::string db = quoted(folder.path() / "audit.db");
  REQUIRE(program("scan " + quoted(folder.path() / "code") + " --db " + db + " 2>/dev/null >/dev/null").code == kFindings);
  const std::string inputs = quoted(folder.path() / "server.log") + " " + quoted(folder.path() / "realm.json");
  for (int again = 0; again < 2; ++again) REQUIRE(program("ingest " + inputs + " --db " + db + " 2>/dev/null").code == kDone);
  const Ran ran = program("clients --format json --db " + db + " 2>/dev/null");
  CHECK(ran.code == kDone);
  const auto table = nlohmann::json::parse(ran.out, nullptr, false);
  REQUIRE(table.is_object());
  REQUIRE(table["clients"].size() == 1);
  const auto& till = table["clients"][0];
  CHECK(till["tenant"] == "shop");
  CHECK(till["status"] == "in-use");
  CHECK(till["usage"]["success"] == 1);
  CHECK(till["idpConfig"]["passwordGrant"] == "allowed");
  CHECK(till["code"]["request"] == 1);
  CHECK(ran.out.find("anna") == std::string::npos);
  const Ran explained = program("explain till --db " + db + " 2>/dev/null");
  CHECK(explained.code == kDone);
  CHECK(explained.out.find("login.py:2") != std::string::npos);
}

TEST_CASE("the gate opens only when quiet days are proven") {
  const test::TempFolder folder;
  const auto line = [](const std::string& day, const std::string& type, const std::string& grant, const std::string& more) {
    return day + " 09:14:07,311 DEBUG [org.keycloak.events] (executor-thread-1) type=\"" + type +
           "\", realmId=\"r1\", realmName=\"shop\", clientId=\"till\", userId=\"u1\", ipAddress=\"192.0.2.4\", "
           "auth_method=\"openid-connect\", " + more + "grant_type=\"" + grant + "\"\n";
  };
  const std::string password = line("2026-03-02", "LOGIN", "password", "token_id=\"t1\", ");
  const std::string last = line("2026-03-20", "CODE_TO_TOKEN", "authorization_code", "token_id=\"t2\", ");
  folder.write("server.log", password + last);
  const std::string db = " --db " + quoted(folder.path() / "audit.db") + " 2>/dev/null";
  REQUIRE(program("ingest " + quoted(folder.path() / "server.log") + db).code == kDone);
  CHECK(program("verify --quiet-days 18" + db).code == kDone);
  const Ran used = program("verify --quiet-days 19" + db);
  CHECK(used.code == kFindings);
  CHECK(used.out == "keycloak/shop: still used from 2026-03-02 to 2026-03-20: till\n");
  const Ran blind = program("verify --quiet-days 7 --until 2026-03-21" + db);
  CHECK(blind.code == kIncomplete);
  CHECK(blind.out.find("covers 2026-03-21") != std::string::npos);
  CHECK(program("verify --until tomorrow" + db).code == kUsage);
}

TEST_CASE("a run that is killed leaves the inventory as it was before the log it was reading") {
  const test::TempFolder folder;
  const auto lines = [](const std::string& client, int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
      out += "2026-03-02 10:00:00," + std::to_string(100 + i % 900) + " WARN  [org.keycloak.events] (t) type=\"LOGIN_ERROR\", realmId=\"r\", "
             "clientId=\"" + client + "\", userId=\"null\", ipAddress=\"192.0.2.1\", error=\"user_not_found\", grant_type=\"password\"\n";
    return out;
  };
  const std::string first = test::quoted(folder.write("first.log", lines("first", 10)));
  const std::string big = test::quoted(folder.write("big.log", lines("second", 30'000)));
  const std::string database = quoted(folder.path() / "a.db");
  const std::string pipe = quoted(folder.path() / "pipe");
  // The pipe takes all but its last 64 KiB only when that was read.
  folder.write("run.sh", "\"$ROPC_PROGRAM\" ingest -q --db " + database + " " + first + "\nmkfifo " + pipe + "\nexec 3<>" + pipe +
                             "\n\"$ROPC_PROGRAM\" ingest -q --db " + database + " " + first + " " + pipe + " &\ncat " + big +
                             " >&3\nkill -KILL $!\nwait $! 2>/dev/null\n");
  const Ran ran = program("--version >/dev/null; sh " + quoted(folder.path() / "run.sh") + " 2>/dev/null");
  CHECK(ran.out.empty());
  const auto table = nlohmann::json::parse(program("clients --format json --db " + database).out, nullptr, false);
  REQUIRE(table["clients"].size() == 1);
  CHECK(table["clients"][0]["clientId"] == "first");
  CHECK(table["clients"][0]["usage"]["failure"] == 10);
}

TEST_CASE("pieces of a log that other processes have read are added up") {
  const test::TempFolder folder;
  const auto line = [](int second, const char* error) {
    return "2026-03-02 09:14:0" + std::to_string(second) + ",311 WARN  [org.keycloak.events] (t) type=\"LOGIN_ERROR\", realmId=\"r\", "
           "clientId=\"till\", userId=\"null\", ipAddress=\"192.0.2.1\", error=\"" + error + "\", grant_type=\"password\", username=\"x\"\n";
  };
  folder.write("a.log", line(1, "user_not_found") + line(2, "user_not_found"));
  folder.write("b.log", line(2, "user_not_found"));
  folder.write("none.log", "nothing of a log\n");
  const auto at = [&](const char* name) { return quoted(folder.path() / name); };
  for (const char* name : {"a", "b", "none"}) {
    const std::string n = name;
    CHECK(program("ingest - --quiet --emit " + at((n + ".part").c_str()) + " < " + at((n + ".log").c_str())).code == kDone);
  }
  CHECK(program("merge --quiet --db " + at("x.db") + " " + at("a.part") + " " + at("b.part") + " " + at("none.part")).code == kDone);
  CHECK(program("merge --quiet --db " + at("x.db") + " " + at("b.part")).code == kDone);
  const auto table = nlohmann::json::parse(program("clients --format json --db " + at("x.db")).out, nullptr, false);
  REQUIRE(table.is_object());
  CHECK(table["clients"][0]["usage"]["failure"] == 3);
  CHECK(table["coverage"][0]["files"] == 1);
  for (const char* name : {"a", "b"}) {
    const std::string n = name;
    CHECK(program("ingest - --quiet --log " + n + " --emit " + at((n + ".part").c_str()) + " < " + at((n + ".log").c_str())).code == kDone);
  }
  CHECK(program("merge --quiet --db " + at("logs.db") + " " + at("a.part") + " " + at("b.part")).code == kDone);
  const auto two_logs = nlohmann::json::parse(program("clients --format json --db " + at("logs.db")).out, nullptr, false);
  CHECK(two_logs["clients"][0]["usage"]["failure"] == 2);  // the record that both logs hold is a copy
  CHECK(two_logs["coverage"][0]["files"] == 2);
  folder.write("cut.part", "[\"input\",\"ropc-audit/partial/v1\",\"-\",\"p\"]\n");
  CHECK(program("merge --quiet --db " + at("x.db") + " " + at("cut.part") + " 2>/dev/null").code == kIncomplete);
  CHECK(program("merge --quiet --db " + at("x.db") + " " + at("missing.part") + " 2>/dev/null").code == kIncomplete);
}

TEST_CASE("query prints what an engine is asked, and what there is to ask") {
  const Ran list = program("query");
  CHECK(list.code == kDone);
  CHECK(list.out.find("--engine kql --source entra: SigninLogs and AADNonInteractiveUserSignInLogs\n") != std::string::npos);
  const Ran query = program("query --engine duckdb --source entra --table signins");
  CHECK(query.code == kDone);
  CHECK(query.out.find("FROM signins\n") != std::string::npos);
  CHECK(program("query --engine oracle --source entra 2>/dev/null").code == kUsage);
}
