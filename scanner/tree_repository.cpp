#include "scanner/tree_repository.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "common/text.h"
#include "scanner/make_document.h"
#include "scanner/variables.h"

namespace ropc::scanner {
namespace {

/// More such files than this are not one application's.
constexpr std::size_t kMaxVariableFiles = 2'000;
constexpr std::size_t kMaxVariableFile = 1U << 20;

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// Steps from one folder to the other, up and down.
std::size_t distance(std::string_view a, std::string_view b) {
  const auto left = split(a, '/');
  const auto right = split(b, '/');
  std::size_t shared = 0;
  while (shared < left.size() && shared < right.size() && left[shared] == right[shared]) ++shared;
  const std::size_t above = (a.empty() ? 0 : left.size()) + (b.empty() ? 0 : right.size());
  return above - 2 * std::min(shared, above / 2);
}

}  // namespace

struct TreeRepository::Index {
  struct Entry {
    std::string folder;
    std::string value;
  };
  std::once_flag once;
  std::map<std::string, std::vector<Entry>> by_name;  ///< folded

  void build(const TreeSource& source) {
    std::string bytes;
    std::size_t count = 0;
    for (const std::string& path : source.files()) {
      if (!tells_variables(path)) continue;
      if (++count > kMaxVariableFiles) break;
      if (!source.read(path, bytes).empty() || bytes.size() > kMaxVariableFile) continue;
      for (auto& [name, value] : variables_in(path, bytes))
        by_name[folded_name(name)].push_back({std::string(folder_of(path)), std::move(value)});
    }
  }
};

TreeRepository::TreeRepository(const TreeSource& source) : source_(&source), index_(std::make_unique<Index>()) {}
TreeRepository::~TreeRepository() = default;

Result<Document> TreeRepository::open(const std::string& path) const {
  std::string bytes;
  if (const std::string_view why = source_->read(path, bytes); !why.empty())
    return fail(ErrorCode::io, std::string(why), path);
  return make_document(path, std::move(bytes));
}

std::optional<std::string> TreeRepository::placeholder(const std::string& name, const std::string& from) const {
  std::call_once(index_->once, [&] { index_->build(*source_); });
  const auto at = index_->by_name.find(folded_name(name));
  if (at == index_->by_name.end()) return std::nullopt;
  std::size_t nearest = static_cast<std::size_t>(-1);
  for (const Index::Entry& entry : at->second) nearest = std::min(nearest, distance(entry.folder, folder_of(from)));
  std::set<std::string> values;
  for (const Index::Entry& entry : at->second)
    if (distance(entry.folder, folder_of(from)) == nearest) values.insert(entry.value);
  if (values.size() != 1) return std::nullopt;
  return *values.begin();
}

}  // namespace ropc::scanner
