#include "scanner/source/git_view.h"

#include <git2.h>
#include <git2/sys/repository.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <mutex>

#include "common/file_bytes.h"

namespace ropc::scanner {
namespace {

constexpr std::uint64_t kMaxIndex = 1U << 30;
constexpr std::uint64_t kMaxExclude = 1U << 20;

struct RepositoryDeleter {
  void operator()(git_repository* repository) const noexcept { git_repository_free(repository); }
};
struct ConfigDeleter {
  void operator()(git_config* config) const noexcept { git_config_free(config); }
};
struct IndexDeleter {
  void operator()(git_index* index) const noexcept { git_index_free(index); }
};

/// libgit2's own set-up, once. The user's and the machine's configuration must not change what is scanned.
void prepare_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    git_libgit2_init();
    for (const int level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA})
      git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
  });
}

bool regular_file(const std::string& path, std::uint64_t limit) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) &&
         static_cast<std::uint64_t>(info.st_size) <= limit;
}

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && (S_ISDIR(info.st_mode) || S_ISREG(info.st_mode));
}

/// `root` or the nearest folder above it that has a .git; empty: none.
std::string work_tree_of(std::string root) {
  while (!root.empty()) {
    if (exists(root + "/.git")) return root;
    root.resize(root.rfind('/') == std::string::npos ? 0 : root.rfind('/'));
  }
  return {};
}

/// Paths in the index below `prefix`, without it, sorted.
std::optional<std::vector<std::string>> index_paths(const std::string& file, const std::string& prefix) {
  if (!regular_file(file, kMaxIndex)) return std::nullopt;
  git_index* raw = nullptr;
  if (git_index_open(&raw, file.c_str()) != 0) return std::nullopt;
  const std::unique_ptr<git_index, IndexDeleter> index(raw);
  std::vector<std::string> out;
  const std::size_t count = git_index_entrycount(index.get());
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view path = git_index_get_byindex(index.get(), i)->path;
    if (path.starts_with(prefix)) out.emplace_back(path.substr(prefix.size()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

struct GitView::State {
  std::unique_ptr<git_repository, RepositoryDeleter> repository;
  std::string prefix;  ///< of the root in the work tree; empty or ends in '/'
  std::vector<std::string> tracked;
  bool has_index = false;
};

GitView::GitView(std::unique_ptr<State> state) : state_(std::move(state)) {}
GitView::GitView(GitView&&) noexcept = default;
GitView& GitView::operator=(GitView&&) noexcept = default;
GitView::~GitView() = default;

std::optional<GitView> GitView::open(const std::string& root) {
  const std::string top = work_tree_of(root);
  if (top.empty()) return std::nullopt;
  prepare_library();
  auto state = std::make_unique<State>();
  git_repository* repository = nullptr;
  if (git_repository_new(&repository) != 0) return std::nullopt;
  state->repository.reset(repository);
  git_config* config = nullptr;
  if (git_config_new(&config) != 0) return std::nullopt;
  const std::unique_ptr<git_config, ConfigDeleter> empty_config(config);
  if (git_repository_set_config(repository, config) != 0 || git_repository_set_workdir(repository, top.c_str(), 0) != 0)
    return std::nullopt;
  if (root.size() > top.size()) state->prefix = root.substr(top.size() + 1) + "/";
  if (auto paths = index_paths(top + "/.git/index", state->prefix)) {
    state->tracked = *std::move(paths);
    state->has_index = true;
  }
  if (const auto exclude = read_file(top + "/.git/info/exclude", kMaxExclude))
    git_ignore_add_rule(repository, exclude->c_str());
  GitView view(std::move(state));
  if (!view.state_->prefix.empty() && view.state_->tracked.empty() && view.ignored("")) return std::nullopt;
  return view;
}

bool GitView::tracked(std::string_view path) const {
  return std::binary_search(state_->tracked.begin(), state_->tracked.end(), path);
}

bool GitView::tracked_below(std::string_view folder) const {
  const std::string prefix = std::string(folder) + "/";
  const auto at = std::lower_bound(state_->tracked.begin(), state_->tracked.end(), prefix);
  return at != state_->tracked.end() && at->starts_with(prefix);
}

bool GitView::ignored(const std::string& path) const {
  int answer = 0;
  return git_ignore_path_is_ignored(&answer, state_->repository.get(), (state_->prefix + path).c_str()) == 0 &&
         answer == 1;
}

bool GitView::has_index() const { return state_->has_index; }

}  // namespace ropc::scanner
