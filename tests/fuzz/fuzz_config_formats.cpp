// The readers of the configuration eye: the first byte names the format. Every node lies inside the document.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scanner/config/format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ropc::scanner::config;
  if (size == 0) return 0;
  const auto format = static_cast<Format>(data[0] % (static_cast<unsigned>(Format::bru) + 1));
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Parsed parsed = parse(format, text);
  for (NodeId id = 1; id < parsed.tree.size(); ++id) {
    const Node& node = parsed.tree.at(id);
    if (node.begin > text.size() || node.end > text.size() || node.parent >= parsed.tree.size()) std::abort();
  }
  for (const ropc::scanner::Region& comment : parsed.comments)
    if (comment.begin > comment.end || comment.end > text.size()) std::abort();
  return 0;
}
