#include "logparsers/archive.h"

#include <zlib.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/logparsers/deflated.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string tar_of(const Files& files, char kind = '0') {
  std::string out;
  for (const auto& [name, text] : files) {
    std::string header(512, '\0');
    header.replace(0, name.size(), name);
    char size[13];
    std::snprintf(size, sizeof size, "%011o", static_cast<unsigned>(text.size()));
    header.replace(124, 11, size);
    header[156] = kind;
    header.replace(257, 5, "ustar");
    out += header + text + std::string((512 - text.size() % 512) % 512, '\0');
  }
  return out + std::string(1024, '\0');
}

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
  return out;
}

std::string raw_deflated(const std::string& text) { return ropc::test::deflated(text, -MAX_WBITS); }

enum class How { stored, deflated, described, encrypted };

std::string zip_of(const Files& files, How how) {
  std::string out;
  for (const auto& [name, text] : files) {
    const std::string data = how == How::stored ? text : raw_deflated(text);
    const bool described = how == How::described;
    const std::uint64_t flags = described ? 8 : how == How::encrypted ? 1 : 0;
    out += std::string("PK\x03\x04") + little(20, 2) + little(flags, 2) + little(how == How::stored ? 0 : 8, 2) + little(0, 8) +
           little(described ? 0 : data.size(), 4) + little(described ? 0 : text.size(), 4) + little(name.size(), 2) +
           little(0, 2) + name + data;
    if (described) out += std::string("PK\x07\x08") + little(7, 4) + little(data.size(), 4) + little(text.size(), 4);
  }
  return out + "PK\x01\x02" + std::string(42, 'x');
}

struct Unpacked {
  std::vector<std::string> files;
  std::string error;
};

Unpacked unpacked(const std::string& bytes, bool read_all = true) {
  Peekable source(memory_source(bytes));
  Unpacked out;
  const auto archive = archive_of(source);
  REQUIRE(archive != nullptr);
  while (true) {
    const auto more = archive->next();
    if (!more) out.error = more.error().message;
    if (!more || !*more) return out;
    out.files.emplace_back();
    char buffer[1000];
    while (read_all) {
      const auto got = archive->read(buffer, sizeof buffer);
      if (!got) out.error = got.error().message;
      if (!got || *got == 0) break;
      out.files.back().append(buffer, *got);
    }
  }
}

const Files kFiles = {{"a.log", "one\ntwo\n"}, {"d/b.log", std::string(200'000, 'b')}, {"empty", ""}, {"c.log", "three"}};

std::vector<std::string> texts() {
  std::vector<std::string> out;
  for (const auto& file : kFiles) out.push_back(file.second);
  return out;
}

}  // namespace

TEST_CASE("a tar archive gives its files, and only files") {
  CHECK(unpacked(tar_of(kFiles)).files == texts());
  CHECK(unpacked(tar_of(kFiles, '5')).files.empty());
  CHECK(unpacked(tar_of(kFiles), false).files.size() == kFiles.size());
}

TEST_CASE("a zip archive gives its files as it streams, stored or deflated, with their sizes before or behind") {
  for (const How how : {How::stored, How::deflated, How::described}) {
    const Unpacked got = unpacked(zip_of(kFiles, how));
    CHECK(got.files == texts());
    CHECK(got.error.empty());
    CHECK(unpacked(zip_of(kFiles, how), false).files.size() == kFiles.size());
  }
}

TEST_CASE("what cannot be unpacked is an error in words") {
  CHECK(unpacked(zip_of(kFiles, How::encrypted)).error.find("encrypted") != std::string::npos);
  CHECK(unpacked(zip_of(kFiles, How::deflated).substr(0, 120)).error.find("early") != std::string::npos);
  CHECK(unpacked(tar_of(kFiles).substr(0, 100'000)).error.find("early") != std::string::npos);
  std::string damaged = tar_of(kFiles);
  damaged.replace(1024 + 257, 5, "xxxxx");
  CHECK(unpacked(damaged).error.find("damaged") != std::string::npos);
}

TEST_CASE("other bytes are no archive") {
  Peekable text(memory_source("2026-03-02 09:14:07 PK"));
  CHECK(archive_of(text) == nullptr);
  Peekable none(memory_source(""));
  CHECK(archive_of(none) == nullptr);
}
