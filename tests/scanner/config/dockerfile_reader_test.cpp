#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("Dockerfile variables and commands") {
  const std::string text = R"~(# c
FROM x AS y
ENV A=b C="d e"
ENV OLD value here
ARG Q
ARG R=1
RUN curl \
  # c
  -d x
RUN <<EOF
line
EOF
CMD ["a","b"]
)~";
  CHECK(dump(read_dockerfile(text)) == R"~(2 FROM = x AS y
3 ENV.A = b
3 ENV.C = d e
4 ENV.OLD = value here
6 ARG.R = 1
7 RUN = curl \
  # c
  -d x
10 RUN = <<EOF
line
EOF
13 CMD = ["a","b"]
1 comment # c
)~");
}
