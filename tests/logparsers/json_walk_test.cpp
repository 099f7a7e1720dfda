#include "logparsers/json_walk.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

/// One object, walked for the given paths.
class Walked {
 public:
  Walked(const std::string& text, const std::vector<std::string>& wanted) : text_(text + std::string(kJsonPadding, '\0')) {
    for (const std::string& path : wanted) paths_.add(path);
    walker_ = std::make_unique<JsonWalker>(paths_);
    table_ = std::make_unique<FieldTable>(paths_.slots());
    ok = walker_->walk(std::string_view(text_).substr(0, text.size()), *table_);
  }
  std::string get(const std::string& path) { return std::string(table_->get(paths_.add(path)).text); }
  FieldTable::Kind kind(const std::string& path) { return table_->get(paths_.add(path)).kind; }
  bool ok = false;

 private:
  std::string text_;
  PathSet paths_;
  std::unique_ptr<JsonWalker> walker_;
  std::unique_ptr<FieldTable> table_;
};

}  // namespace

TEST_CASE("values are found by path, nested or flattened") {
  Walked w(R"({"a":{"b":{"c":"x"}},"d.e":1,"f":{"g":true},"h":null})", {"a.b.c", "d.e", "f", "f.g", "h", "missing"});
  CHECK(w.ok);
  CHECK(w.get("a.b.c") == "x");
  CHECK(w.get("d.e") == "1");
  CHECK(w.get("f") == R"({"g":true})");
  CHECK(w.get("f.g") == "true");
  CHECK(w.kind("h") == FieldTable::Kind::null);
  CHECK(w.kind("missing") == FieldTable::Kind::none);
}

TEST_CASE("strings are unescaped, half a surrogate pair stays as it is written") {
  Walked w(R"({"a":"q\"\\\n\u00dc\ud83d\uded2","b":"\ud83d","c":"after"})", {"a", "b", "c"});
  CHECK(w.ok);
  CHECK(w.get("a") == "q\"\\\n\xC3\x9C\xF0\x9F\x9B\x92");
  CHECK(w.get("b") == "\\ud83d");
  CHECK(Walked(R"({"a":"app \x22Pixel\x22"})", {"a"}).get("a") == "app \"Pixel\"");
  CHECK(w.get("c") == "after");
}

TEST_CASE("JSON texts inside strings are read along") {
  Walked w(R"({"d":"{\"g\":\"password\",\"t\":[{\"k\":\"x\"}]}","e":{"g":"direct"},"f":"not json"})",
           {"d:g", "d:t[].k", "e:g", "f:g"});
  CHECK(w.ok);
  CHECK(w.get("d:g") == "password");
  CHECK(w.get("d:t[].k") == "x");
  CHECK(w.get("e:g") == "direct");
  CHECK(w.get("f:g").empty());
}

TEST_CASE("an element of an array is chosen by a member") {
  Walked w(R"({"target":[{"type":"App","id":"1"},{"id":"2","type":"User","n":"x"},{"type":"User","id":"3"}],"s":["a","b"]})",
           {"target[type=User].id", "target[type=User].n", "target[].id", "s[]", "s", "target[type=None].id"});
  CHECK(w.ok);
  CHECK(w.get("target[type=User].id") == "2");
  CHECK(w.get("target[type=User].n") == "x");
  CHECK(w.get("target[].id") == "1");
  CHECK(w.get("s") == R"(["a","b"])");
  CHECK(w.get("target[type=None].id").empty());
}

TEST_CASE("what is no whole object is refused") {
  for (const char* text : {"", "{", "[1]", R"({"a":1)", R"({"a":1}})", R"({"a":"x)", R"({"a":1} x)", "null", R"({"a":1,})"}) {
    INFO(text);
    CHECK_FALSE(Walked(text, {"a"}).ok);
  }
}

TEST_CASE("bytes that are no UTF-8 do not hide a record") {
  Walked w("{\"a\":\"x\xFF\",\"b\":1}", {"a", "b"});
  CHECK(w.ok);
  CHECK(w.get("a") == "x\xEF\xBF\xBD");
  CHECK(w.get("b") == "1");
}

TEST_CASE("keys with escapes and deep values are passed over") {
  Walked w(R"({"a\\":1,"\"b":2,"deep":)" + std::string(500, '[') + std::string(500, ']') + R"(,"c":3})", {"c"});
  CHECK(w.ok);
  CHECK(w.get("c") == "3");
}

TEST_CASE("the elements of an array come as they are written") {
  const PathSet paths;
  JsonWalker walker(paths);
  const std::string text = R"([{"a":1}, "x", [2],3 ])" + std::string(kJsonPadding, '\0');
  std::vector<std::string_view> out;
  CHECK(walker.elements(std::string_view(text).substr(0, text.size() - kJsonPadding), out));
  CHECK(out == std::vector<std::string_view>{R"({"a":1})", "\"x\"", "[2]", "3"});
}

TEST_CASE("arrays in JSON texts, and arrays that are wanted whole and in part") {
  Walked w(R"({"p":"[\"a\",\"b\"]","e":"[{\"m\":\"x\"}]","entries":[{"m":"y"}]})", {"p:[]", "e:[].m", "entries", "entries[].m"});
  CHECK(w.ok);
  CHECK(w.get("p:[]") == "a");
  CHECK(w.get("e:[].m") == "x");
  CHECK(w.get("entries") == R"([{"m":"y"}])");
  CHECK(w.get("entries[].m") == "y");
}
