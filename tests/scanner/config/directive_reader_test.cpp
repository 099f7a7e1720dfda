#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("directives and blocks of nginx, Apache and Dovecot") {
  const std::string text = R"~(# c
user x;
http {
  server {
    listen 80;
  }
}
<Location "/x">
  STSExchange ropc \
    https://idp.example.com
</Location>
passdb oauth2 {
  grant_url = https://idp.example.com
}
)~";
  CHECK(dump(read_directives(text)) == R"~(2 user = x
5 http.server.listen = 80
8 Location = /x
9 Location.STSExchange = ropc \
    https://idp.example.com
12 passdb = oauth2
13 passdb.grant_url = https://idp.example.com
1 comment # c
)~");
}
