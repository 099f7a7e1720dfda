// Runs a fuzz target over the files of its corpus, each whole and cut at every eighth: the ordinary build's stand-in
// for libFuzzer's main.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// The files below a folder, or the one file that is given.
std::vector<std::filesystem::path> files_below(const char* given) {
  if (std::filesystem::is_regular_file(given)) return {given};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(given))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void replay(const std::string& bytes) {
  for (std::size_t eighths = 1; eighths <= 8; ++eighths) {
    // A copy of just this length, so that the address sanitizer sees a read past the end.
    const std::vector<std::uint8_t> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() * eighths / 8));
    LLVMFuzzerTestOneInput(cut.data(), cut.size());
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t replayed = 0;
  for (int i = 1; i < argc; ++i)
    for (const auto& path : files_below(argv[i])) {
      std::ifstream in(path, std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
      std::printf("%s\n", path.c_str());
      std::fflush(stdout);  // names the file when the next line is a crash
      replay(bytes);
      ++replayed;
    }
  std::printf("%zu files replayed\n", replayed);
  return replayed == 0 ? 1 : 0;
}
