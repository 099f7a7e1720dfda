#include "scanner/repository.h"

#include <algorithm>

#include "scanner/names.h"

namespace ropc::scanner {

std::vector<std::string> Repository::files_with(const std::vector<std::string>& words,
                                                const std::function<bool(const std::string&)>& interest) const {
  std::vector<std::string> out;
  for (const std::string& path : files()) {
    if (!interest(path)) continue;
    const auto document = open(path);
    const auto held = [&](const std::string& word) { return has_word(document->text, word); };
    if (document && std::any_of(words.begin(), words.end(), held)) out.push_back(path);
  }
  return out;
}

}  // namespace ropc::scanner
