#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("YAML values have their lines") {
  const std::string text = R"~(# top
a:
  k: v # tail
  "q k": 'it''s'
list:
  - x
  - name: y
    v: z
n: ~
e:
)~";
  CHECK(dump(read_yaml(text)) == R"~(3 a.k = v
4 a.q k = it's
6 list.[] = x
7 list.[].name = y
8 list.[].v = z
9 n {}
10 e {}
1 comment # top
3 comment # tail
)~");
}

TEST_CASE("a YAML block keeps its lines") {
  const std::string text = R"~(run: |
  curl x
    -d y

  # no comment
  end
f: >-
  one
  two
# c2
)~";
  CHECK(dump(read_yaml(text)) == R"~(1 run = curl x
  -d y

# no comment
end

7 f = one two
10 comment # c2
)~");
}

TEST_CASE("YAML anchors are kept as references") {
  const std::string text = R"~(a: &x
  k: v
b: *x
c:
  <<: *x
)~";
  CHECK(dump(read_yaml(text)) == R"~(2 a.k = v
3 b = *a
5 c.<< = *a
)~");
}

TEST_CASE("several YAML documents") {
  const std::string text = R"~(a: 1
---
a: {x: [2, 3]}
)~";
  CHECK(dump(read_yaml(text)) == R"~(1 a = 1
3 a.x.[] = 2
3 a.x.[] = 3
)~");
}

TEST_CASE("a CloudFormation reference is a placeholder") {
  const std::string text = R"~(a: !Ref Name
b: !Sub 'x-${Name}'
)~";
  CHECK(dump(read_yaml(text)) == R"~(1 a = ${Name}
2 b = x-${Name}
)~");
}

TEST_CASE("a Helm template is read with its holes") {
  const std::string text = R"~({{- if .Values.on }}
metadata:
  name: {{ include "x" . }}-foo
  labels:
    {{- include "labels" . | nindent 4 }}
data:
  c.json: |
    {"id": {{ .Values.c | toJson }},
    {{- if z }}
     "b": "{{ y }}"
    {{- end }}
    }
  k: "{{ .Values.q | default "u" }}"
{{- end }}
)~";
  CHECK(dump(read_yaml(text)) == R"~(3 metadata.name = {{ include "x" . }}-foo
4 metadata.labels {}
7 data.c.json = {"id": {{ .Values.c | toJson }},
{{- if z }}
 "b": "{{ y }}"
{{- end }}
}

13 data.k = {{ .Values.q | default "u" }}
)~");
}

TEST_CASE("expressions of CI pipelines are plain YAML") {
  const std::string text = R"~(env:
  A: ${{ secrets.A }}
run: echo ${{ matrix.x }} && true
)~";
  CHECK(dump(read_yaml(text)) == R"~(2 env.A = ${{ secrets.A }}
3 run = echo ${{ matrix.x }} && true
)~");
}

TEST_CASE("YAML that is wrong is said to be wrong") {
  const std::string text = R"~(a: b
c: d: e
)~";
  CHECK(dump(read_yaml(text)) == R"~(1 a = b
2 c = d
fault
)~");
}

TEST_CASE("JSON in a YAML file") {
  const std::string text = R"~({"a": [1, 2]}
)~";
  CHECK(dump(read_yaml(text)) == R"~(1 a.[] = 1
1 a.[] = 2
)~");
}

TEST_CASE("YAML behind a byte order mark, with CRLF") {
  CHECK(dump(read_yaml("\xEF\xBB\xBF\xC3\xA4: 1\r\nb: |\r\n  x\r\n  y\r\nc: z\r\n")) == "1 \xC3\xA4 = 1\n2 b = x\ny\n\n5 c = z\n");
}

TEST_CASE("YAML that would expand without end stays small") {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + std::string(1, c) + " [*" + before + ",*" + before + ",*" + before + ",*" + before + "]\n";
  }
  CHECK(read_yaml(bomb).tree.size() < 200);
}

TEST_CASE("YAML nested without end, or with too many brackets, is refused") {
  CHECK_FALSE(read_yaml(std::string(100'000, '-') + "\n").tree.size() > 10);
  CHECK_FALSE(read_yaml("a: " + std::string(500'000, '[')).fault.empty());
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "- ";
  CHECK_FALSE(read_yaml(deep).fault.empty());
}

TEST_CASE("YAML with bytes that end it early is refused") {
  CHECK_FALSE(read_yaml(std::string("a: 1\n\x04\nb: 2\n")).fault.empty());
  CHECK_FALSE(read_yaml(std::string("a: 1\n\0b: 2\n", 12)).fault.empty());
}

TEST_CASE("what yaml-cpp would read without end is refused") {
  CHECK_FALSE(read_yaml(" , ii  ").fault.empty());
  CHECK(dump(read_yaml("---\n---\na: 1\n")) == "2  {}\n3 a = 1\n");
}
