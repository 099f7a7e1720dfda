// make_log entra|keycloak MEBIBYTES FILE: writes a made-up log and, beside it, FILE.counts.json: what is in it.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "tests/support/synthetic_log.h"

int main(int argc, char** argv) {
  const auto log = argc == 4 ? ropc::bench::make_log(argv[1]) : nullptr;
  if (!log) {
    std::cerr << "usage: make_log entra|keycloak MEBIBYTES FILE\n";
    return 2;
  }
  const std::uint64_t wanted = std::strtoull(argv[2], nullptr, 10) << 20U;
  const std::string path = argv[3];
  std::ofstream file(path, std::ios::binary);
  std::string text;
  for (std::uint64_t written = 0; written + text.size() < wanted && file;) {
    log->append(text);
    if (text.size() < (1U << 20U)) continue;
    file << text;
    written += text.size();
    text.clear();
  }
  file << text;
  file.close();
  std::ofstream counts(path + ".counts.json");
  counts << "{\"tenant\": \"" << log->tenant() << "\", \"clients\": {";
  const char* between = "\n";
  for (const auto& [id, n] : log->counts()) {
    counts << between << '"' << id << "\": {\"success\": " << n.success << ", \"failure\": " << n.failure
           << ", \"blocked\": " << n.blocked << ", \"users\": " << n.users << '}';
    between = ",\n";
  }
  counts << "}}\n";
  counts.close();
  if (file && counts) return 0;
  std::cerr << path << ": could not be written\n";
  return 1;
}
