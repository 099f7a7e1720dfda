#include "scanner/config/entries.h"

#include "tests/scanner/config/support.h"

using namespace ropc::scanner::config;

namespace {

/// "key>value" of the first pair in the document, with "off" or "sample".
std::string entry(const std::string& language, const std::string& text) {
  const Seen seen(language, text);
  const Tree& tree = seen.parsed.tree;
  for (NodeId id = 1; id < tree.size(); ++id)
    if (const auto found = entry_of(tree, id))
      return std::string(tree.value(found->key)) + ">" + std::string(tree.value(found->value)) + (found->off ? " off" : "") +
             (found->sample ? " sample" : "");
  return "none";
}

}  // namespace

TEST_CASE("name and value as neighbours") {
  CHECK(entry("json", R"([{"key": "a", "value": "b", "type": "text"}])") == "a>b");
  CHECK(entry("json", R"([{"value": "b", "name": "a"}])") == "a>b");
  CHECK(entry("yaml", "- name: a\n  value: b\n") == "a>b");
  CHECK(entry("xml", R"(<add key="a" value="b"/>)") == "a>b");
  CHECK(entry("xml", R"(<FormParam name="a">b</FormParam>)") == "a>b");
  CHECK(entry("xml", R"(<C ClaimTypeReferenceId="gt" PartnerClaimType="a" DefaultValue="b"/>)") == "a>b");
}

TEST_CASE("JMeter names both halves") {
  CHECK(entry("xml", R"(<elementProp><stringProp name="Argument.value">b</stringProp>
<stringProp name="Argument.name">a</stringProp></elementProp>)") == "a>b");
}

TEST_CASE("entries that are switched off, and samples") {
  CHECK(entry("json", R"([{"key": "a", "value": "b", "disabled": true}])") == "a>b off");
  CHECK(entry("json", R"([{"key": "a", "value": "b", "enabled": "false"}])") == "a>b off");
  CHECK(entry("yaml", "- name: a\n  in: formData\n  default: b\n") == "a>b sample");
}

TEST_CASE("other objects are no entries") {
  CHECK(entry("json", R"({"name": "a", "version": 1})") == "none");
  CHECK(entry("json", R"({"value": "a"})") == "none");
}

TEST_CASE("a plan's element that is switched off switches off what is in it") {
  const Seen seen("xml", R"(<s enabled="false"><a><b name="x">y</b></a></s>)");
  CHECK(switched_off(seen.parsed.tree, seen.valued("y")));
  const Seen on("xml", R"(<s enabled="true"><a><b name="x">y</b></a></s>)");
  CHECK_FALSE(switched_off(on.parsed.tree, on.valued("y")));
}
