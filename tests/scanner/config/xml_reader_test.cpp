#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("XML elements and attributes are keys alike") {
  const std::string text = R"~(<?xml version="1.0"?>
<!-- hi -->
<a:root xmlns:a="u">
  <b x="1"
     y='&lt;q&gt;'/>
  <g>one</g>
  <g>
    two
  </g>
</a:root>
)~";
  CHECK(dump(read_xml(text)) == R"~(3 root.a = u
4 root.b.x = 1
5 root.b.y = <q>
6 root.g = one
7 root.g = two
2 comment  hi 
)~");
}

TEST_CASE("an XML element has a value beside its attributes") {
  const std::string text = R"~(<p name="grant">x &amp; y<z/></p>)~";
  CHECK(dump(read_xml(text)) == R"~(1 p = x & y
1 p.name = grant
1 p.z = 
)~");
}

TEST_CASE("XML text in CDATA") {
  const std::string text = R"~(<e><![CDATA[
  raw <x>
]]></e>)~";
  CHECK(dump(read_xml(text)) == R"~(1 e = raw <x>
)~");
}

TEST_CASE("XML entities of a DTD are not expanded") {
  const std::string text = R"~(<!DOCTYPE a [<!ENTITY e "x">]>
<a>&e;</a>
)~";
  CHECK(dump(read_xml(text)) == R"~(2 a = &e;
)~");
}

TEST_CASE("XML that was cut is said to be wrong") {
  const std::string text = R"~(<a><b>x</b><c)~";
  CHECK(dump(read_xml(text)) == R"~(1 a.b = x
fault
)~");
}

TEST_CASE("XML nested without end is refused") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK_FALSE(read_xml(deep).fault.empty());
}
