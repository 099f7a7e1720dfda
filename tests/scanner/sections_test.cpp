#include "scanner/sections.h"

#include "scanner/make_document.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

/// The sections of `text`, put together again.
std::string joined(std::string_view text, std::size_t size) {
  std::string out;
  for (const Region part : sections_of(text, size)) {
    REQUIRE(part.end > part.begin);
    REQUIRE(part.end - part.begin <= size);
    out += text.substr(part.begin, part.end - part.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("what is seen whole, and what is not") {
  std::string lines;
  while (lines.size() < (100U << 10U)) lines += "f(1);\n";
  std::string packed = lines;
  std::erase(packed, '\n');
  CHECK(section_size(lines) == 0);
  CHECK(section_size(packed.substr(0, 60'000)) == 0);
  CHECK(section_size(packed) == 32U << 10);
  while (lines.size() < (600U << 10U)) lines += "f(1);\n";
  CHECK(section_size(lines) == 256U << 10);
}

TEST_CASE("sections hold the whole text, whatever it is made of") {
  const std::string smile = "\xF0\x9F\x99\x82";
  std::string smiles;
  for (int i = 0; i < 50; ++i) smiles += smile;
  for (const std::string& text : {std::string(), std::string("short"), std::string(1000, 'x'), std::string(1000, '\n'), std::string(1000, '\x80'), smiles,
                                  std::string("int a;\n  int b;\n}\nint c;\n")}) {
    CHECK(joined(text, 16) == text);
  }
  for (const Region part : sections_of(smiles, 17)) CHECK((part.end - part.begin) % smile.size() == 0);
}

TEST_CASE("a cut stands where something new begins, as far as there is such a place") {
  const auto first = [](std::string_view text, std::size_t size) { return std::string(text.substr(0, sections_of(text, size).front().end)); };
  CHECK(first("void f() {\n  a();\n}\nvoid g() {\n  b();\n}\n", 24) == "void f() {\n  a();\n}\n");
  CHECK(first("  one one one one\n  two two two two\n", 20) == "  one one one one\n");
  CHECK(first("one=1;two=2;three=3;four=4", 14) == "one=1;two=2;");
  CHECK(first("aaaaaaaaaaaaaaaaaaaaaaaaa", 10) == "aaaaaaaaaa");
}

TEST_CASE("a section is a document that knows how the whole begins, and its findings move back") {
  const Document whole = make_document("src/big.c", "#include <curl/curl.h>\nint a;int b;\nint c;\n");
  const std::size_t begin = whole.text.find("int b");
  const Document part = document_of(whole, {begin, whole.text.size()});
  CHECK(part.text == "int b;\nint c;\n");
  CHECK(part.head == "#include <curl/curl.h>\n");
  CHECK(part.language == whole.language);
  Finding finding;
  finding.where = {"src/big.c", 1, 1, 1, 6};
  finding.related.push_back({{"src/big.c", 2, 5, 2, 6}, "here", {}});
  finding.related.push_back({{"src/other.h", 2, 5, 2, 6}, "there", {}});
  move_out(finding, whole, {begin, whole.text.size()});
  CHECK(finding.where == Location{"src/big.c", 2, 7, 2, 12});
  CHECK(finding.related[0].where == Location{"src/big.c", 3, 5, 3, 6});
  CHECK(finding.related[1].where == Location{"src/other.h", 2, 5, 2, 6});
}
