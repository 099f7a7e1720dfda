#include "scanner/placeholders/placeholder_index.h"

#include <map>
#include <thread>

#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

using Files = std::map<std::string, std::string>;

std::vector<std::string> paths(const Files& files) {
  std::vector<std::string> out;
  for (const auto& [path, text] : files) out.push_back(path);
  return out;
}

PlaceholderIndex::Read reader(const Files& files) {
  return [&files](const std::string& path) -> std::optional<std::string> { return files.at(path); };
}

std::string found(const Files& files, std::string_view name, std::string_view from) {
  PlaceholderIndex index(paths(files), reader(files));
  return index.find(name, from).value_or("none");
}

}  // namespace

TEST_CASE("the nearest folder tells") {
  const Files files{{".env", "CLIENT_ID=top"}, {"a/.env", "CLIENT_ID=a"}, {"b/c/.env", "CLIENT_ID=c"}};
  CHECK(found(files, "CLIENT_ID", "a/src/x.py") == "a");
  CHECK(found(files, "CLIENT_ID", "b/x.py") == "c");  // shares a folder, the top shares none
  CHECK(found(files, "CLIENT_ID", "d/x.py") == "top");
  CHECK(found(files, "CLIENT_ID", "b/c/d/x.py") == "c");
  CHECK(found(files, "OTHER", "a/x.py") == "none");
}

TEST_CASE("two values of one standing are no answer, a general file comes first") {
  CHECK(found({{"a.env", "X=1"}, {"b.env", "X=2"}}, "X", "f.py") == "none");
  CHECK(found({{"a.env", "X=1"}, {"b.env", "X=1"}}, "X", "f.py") == "1");
  CHECK(found({{".env", "X=1"}, {".env.example", "X=2"}}, "X", "f.py") == "1");
}

TEST_CASE("names in the spellings of programs and files") {
  const Files files{{"application.yml", "kc:\n  client-id: desk\n"}};
  CHECK(found(files, "kc.client-id", "src/A.java") == "desk");
  CHECK(found(files, "kc.clientId", "src/A.java") == "desk");
  CHECK(found(files, "kc:clientId", "src/A.cs") == "desk");
}

TEST_CASE("Terraform asks its own folder, Helm its chart") {
  const Files files{{"infra/a/variables.tf", "variable \"id\" {\n  default = \"desk\"\n}\n"},
                    {"chart/values.yaml", "kc:\n  id: till\n"},
                    {".env", "id=other\n"}};
  CHECK(found(files, "var.id", "infra/a/main.tf") == "desk");
  CHECK(found(files, "var.id", "infra/b/main.tf") == "none");
  CHECK(found(files, "Values.kc.id", "chart/templates/a.yaml") == "till");
  CHECK(found(files, "Values.kc.id", "other/templates/a.yaml") == "none");
  CHECK(found(files, "id", "infra/a/main.tf") == "other");
}

TEST_CASE("data files beside a Terraform module tell when they agree") {
  const Files files{{"tf/clients/a.json", R"({"flag": true, "id": "a"})"}, {"tf/clients/b.json", R"({"flag": true, "id": "b"})"}};
  CHECK(found(files, "each.value.flag", "tf/main.tf") == "true");
  CHECK(found(files, "each.value.id", "tf/main.tf") == "none");
  CHECK(found(files, "each.value.flag", "other/main.tf") == "none");
}

TEST_CASE("a role's defaults are for the role") {
  const Files files{{"roles/a/defaults/main.yml", "cid: one\n"}, {"roles/b/defaults/main.yml", "cid: two\n"}};
  CHECK(found(files, "cid", "roles/b/tasks/main.yml") == "two");
}

TEST_CASE("only files that hold the word are parsed, and each is read when it is needed") {
  const Files files{{"a/.env", "X=1"}, {"b/.env", "Y=1"}};
  int reads = 0;
  PlaceholderIndex index(paths(files), [&](const std::string& path) -> std::optional<std::string> {
    ++reads;
    return files.at(path);
  });
  CHECK(reads == 0);
  CHECK(index.find("X", "a/f") == "1");
  CHECK(index.find("X", "a/g") == "1");
  CHECK(reads == 2);  // a/.env for its words and its values; b/.env stands farther away and is not opened
}

TEST_CASE("answers are the same from many threads") {
  const Files files{{"a/.env", "X=1"}, {"b/.env", "X=2"}};
  PlaceholderIndex index(paths(files), reader(files));
  std::vector<std::string> answers(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < answers.size(); ++i)
    threads.emplace_back([&, i] { answers[i] = index.find("X", i % 2 == 0 ? "a/f" : "b/f").value_or("none"); });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < answers.size(); ++i) CHECK(answers[i] == (i % 2 == 0 ? "1" : "2"));
}
