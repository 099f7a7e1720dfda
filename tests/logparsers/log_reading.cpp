#include "tests/logparsers/log_reading.h"

#include "tests/support/catch.h"

namespace ropc::test {

const std::shared_ptr<const logparsers::Formats>& built_in_formats() {
  static const auto formats = logparsers::load_formats({}).value();
  return formats;
}

logparsers::ReadOptions reading_options(unsigned threads) {
  static const UserDigester users = UserDigester::with_key("a key for tests").value();
  logparsers::ReadOptions out;
  out.formats = built_in_formats();
  out.users = &users;
  out.threads = threads;
  out.label = "test";
  return out;
}

Reading read_log(std::string_view bytes, unsigned threads) {
  Reading out;
  out.summary = logparsers::read_bytes(bytes, reading_options(threads), out.got);
  return out;
}

}  // namespace ropc::test
