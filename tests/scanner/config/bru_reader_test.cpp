#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("blocks of Bruno requests") {
  const std::string text = R"~(meta {
  name: x
}
post {
  url: {{h}}/token
}
auth:oauth2 {
  grant_type: password
  ~off: z
}
body:json {
  {
    "a": 1
  }
}
)~";
  CHECK(dump(read_bru(text)) == R"~(2 meta.name = x
5 post.url = {{h}}/token
8 auth:oauth2.grant_type = password
11 body:json =   {
    "a": 1
  }

)~");
}
