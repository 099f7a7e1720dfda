#include "logparsers/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include "tests/logparsers/deflated.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

struct Outcome {
  std::string text;
  bool error = false;
};

Outcome all_of(std::unique_ptr<ByteSource> source) {
  Outcome out;
  char buffer[1000];
  while (true) {
    const auto got = source->read(buffer, sizeof buffer);
    if (!got) out.error = true;
    if (!got || *got == 0) return out;
    out.text.append(buffer, *got);
  }
}

using ropc::test::gzipped;

std::string zstded(const std::string& text) {
  std::string z(ZSTD_compressBound(text.size()), '\0');
  z.resize(ZSTD_compress(z.data(), z.size(), text.data(), text.size(), 3));
  return z;
}

}  // namespace

TEST_CASE("packings that are not read are named, with what to do") {
  CHECK_THAT(std::string(unread_packing(std::string_view("\xfd\x37zXZ\0\0\4", 8))), Catch::Contains("xz -dk"));
  CHECK_THAT(std::string(unread_packing("BZh91AY&SY")), Catch::Contains("bzip2"));
  CHECK_THAT(std::string(unread_packing(std::string_view("ElfFile\0", 8))), Catch::Contains("wevtutil"));
  CHECK(unread_packing("{\"a\":1}").empty());
  CHECK(unread_packing("").empty());
}

TEST_CASE("members and frames one after the other are one stream") {
  const std::string big(3'000'000, 'x');
  const std::string g = gzipped(big) + gzipped("end") + std::string(512, '\0');
  CHECK(is_gzip(g));
  const Outcome a = all_of(gunzip(memory_source(g)));
  CHECK(a.text == big + "end");
  CHECK_FALSE(a.error);
  const std::string z = zstded(big) + zstded("end");
  CHECK(is_zstd(z));
  const Outcome b = all_of(unzstd(memory_source(z)));
  CHECK(b.text == big + "end");
  CHECK_FALSE(b.error);
}

TEST_CASE("cut or damaged data gives what stands before, then an error") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7919);
  std::string g = gzipped(text);
  const Outcome cut = all_of(gunzip(memory_source(std::string_view(g).substr(0, g.size() / 2))));
  CHECK(cut.error);
  CHECK(cut.text.size() > 1000);
  CHECK(text.starts_with(cut.text));
  const std::string more = g + "something else";
  CHECK(all_of(gunzip(memory_source(more))).error);
  g[g.size() / 2] = static_cast<char>(g[g.size() / 2] ^ 0x55);
  CHECK(all_of(gunzip(memory_source(g))).error);
  const std::string z = zstded(text);
  CHECK(all_of(unzstd(memory_source(std::string_view(z).substr(0, z.size() / 2)))).error);
}
