// Reads the recorded servers form by form and compares with what was done.
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "idpconfig/read.h"
#include "inventory/inventory.h"
#include "logparsers/byte_source.h"
#include "logparsers/read.h"
#include "tests/real/comparison.h"
#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

using namespace ropc;
using nlohmann::json;

namespace {

std::string bytes_of(const std::string& path) {
  const auto source = logparsers::peeled(std::make_unique<logparsers::Peekable>(std::move(logparsers::open_path(path).value())));
  std::string out;
  std::string buffer(1 << 16, '\0');
  while (const std::size_t got = source->read(buffer.data(), buffer.size()).value()) out.append(buffer, 0, got);
  return out;
}

/// What `ingest` does with the files of a form.
Report ingested(const json& form, const logparsers::ReadOptions& options) {
  const auto inventory = std::move(inventory::Inventory::open(":memory:").value());
  for (const json& file : form["files"]) {
    const std::string path = (test::source_dir() / "tests" / "real" / file.get<std::string>()).string();
    const auto log = logparsers::read_input(path, options, inventory->usage());
    REQUIRE(log);
    if (log->result != logparsers::ReadSummary::Result::not_mine) continue;
    inventory->begin_input(inventory::Inventory::InputKind::config_export, path);
    idpconfig::read_export(bytes_of(path), path, inventory->evidence());
    inventory->commit_input();
  }
  return inventory->report().value();
}

}  // namespace

TEST_CASE("the counts of every recorded form are exact") {
  const auto users = UserDigester::without_key();
  logparsers::ReadOptions options;
  options.formats = logparsers::load_formats({}).value();
  options.users = &users;
  std::size_t forms = 0;
  for (const std::string& line : test::lines_of("tests/real/expected.jsonl")) {
    if (line.empty()) continue;
    const json form = json::parse(line);
    ++forms;
    for (const std::string& difference : test::differences(form, ingested(form, options))) {
      UNSCOPED_INFO(form["id"].get<std::string>() << ": " << difference);
      CHECK(difference.empty());
    }
  }
  CHECK(forms >= 291);
}
