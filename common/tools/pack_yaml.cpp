// pack_yaml BASE LIST FOLDER: packs the YAML files named in LIST (one path a line, below BASE) into FOLDER, under the
// same relative names. Run by the build (cmake/embed_files.cmake); a file that is no YAML stops the build.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "common/yaml_pack.h"

namespace {

bool pack(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::ifstream in(from, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto documents = ropc::parse_yaml(text.str(), from.string());
  if (!documents) {
    std::cerr << documents.error().where << ": " << documents.error().message << '\n';
    return false;
  }
  std::filesystem::create_directories(to.parent_path());
  std::ofstream out(to, std::ios::binary);
  out << ropc::pack_yaml(*documents);
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::filesystem::path base = argv[1];
  const std::filesystem::path folder = argv[3];
  std::ifstream list(argv[2]);
  bool ok = true;
  for (std::string file; std::getline(list, file);)
    if (!file.empty()) ok = pack(file, folder / std::filesystem::path(file).lexically_relative(base)) && ok;
  return ok ? 0 : 1;
}
