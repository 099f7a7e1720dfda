#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("requests of .http files") {
  const std::string text = R"~(@host = http://x
### tok
POST {{host}}/token
  ?a=b
  &c=d
Content-Type: x

grant_type=password
&username=u

> {% s %}
###
GET http://y HTTP/1.1
)~";
  CHECK(dump(read_http(text)) == R"~(1 host = http://x
3 requests.[].url = {{host}}/token?a=b&c=d
6 requests.[].headers.Content-Type = x
8 requests.[].body = grant_type=password
&username=u
13 requests.[].url = http://y
2 comment ### tok
12 comment ###
)~");
}
