#include "logparsers/envelope.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

TEST_CASE("one JSON string and nothing else") {
  CHECK(is_json_string(R"("{\"a\":1,\"b\":\"x\"}")"));
  CHECK_FALSE(is_json_string(R"("{\"a\":1,\"b\":1}", "more")"));
  CHECK_FALSE(is_json_string(R"("the end is escaped too ....\")"));
  CHECK_FALSE(is_json_string("\"short\""));
  CHECK_FALSE(is_json_string(""));
}

TEST_CASE("members where collectors keep the original are known by name, whatever its case and signs") {
  for (const char* name : {"message", "Message", "_raw", "@rawstring", "raw_data", "RawData", "log_message", "utf8_payload",
                           "full_message", "event.original", "SyslogMessage"})
    CHECK(names_a_text(name));
  // A visitor's own words: a record in them would be forged.
  for (const char* name : {"username", "user", "value", "client_id", "error_description", "data", ""})
    CHECK_FALSE(names_a_text(name));
}

TEST_CASE("base64 is text where it decodes to text") {
  CHECK(names_coded_text("data"));
  CHECK(names_coded_text("rawLog"));
  CHECK_FALSE(names_coded_text("username"));
  CHECK(decoded_text("eyJncmFudF90eXBlIjoicGFzc3dvcmQifQ==") == "{\"grant_type\":\"password\"}");
  CHECK(decoded_text("eyJncmFudF90eXBlIjoicGFzc3dvcmQifQ") == "{\"grant_type\":\"password\"}");
  CHECK(decoded_text("YWFhYWFhYWFhYWFhYWFhYWFhYWE-").has_value());
  CHECK_FALSE(decoded_text("this is no base64 at all, is it?").has_value());
  CHECK_FALSE(decoded_text("AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8=").has_value());
  CHECK_FALSE(decoded_text("YWJj").has_value());
}

TEST_CASE("bytes as numbers are text") {
  std::vector<std::string_view> numbers(30, "97");
  CHECK(text_of_numbers(numbers) == std::string(30, 'a'));
  numbers.back() = "256";
  CHECK_FALSE(text_of_numbers(numbers).has_value());
  numbers.back() = "\"a\"";
  CHECK_FALSE(text_of_numbers(numbers).has_value());
  numbers.resize(3);
  CHECK_FALSE(text_of_numbers(numbers).has_value());
}
