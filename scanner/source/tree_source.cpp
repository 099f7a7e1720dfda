#include "scanner/source/tree_source.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "scanner/source/git_view.h"

namespace ropc::scanner {
namespace {

constexpr int kMaxDepth = 128;
constexpr std::size_t kHead = 8'000;
constexpr std::array<std::string_view, 5> kNotEntered = {".git", ".hg", ".svn", ".bzr", "CVS"};

struct FolderCloser {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

enum class EntryType { file, folder, symlink, special };

EntryType type_of(int folder, const dirent& entry) {
  unsigned char type = entry.d_type;
  if (type == DT_UNKNOWN) {
    struct stat info {};
    if (::fstatat(folder, entry.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) return EntryType::special;
    type = S_ISREG(info.st_mode) ? DT_REG : S_ISDIR(info.st_mode) ? DT_DIR : S_ISLNK(info.st_mode) ? DT_LNK : DT_FIFO;
  }
  if (type == DT_REG) return EntryType::file;
  if (type == DT_DIR) return EntryType::folder;
  return type == DT_LNK ? EntryType::symlink : EntryType::special;
}

struct Entry {
  std::string name;
  EntryType type;
};

/// Entries of a folder; nothing when it cannot be read. Takes the descriptor over.
std::optional<std::vector<Entry>> entries_of(int descriptor) {
  if (descriptor < 0) return std::nullopt;
  const std::unique_ptr<DIR, FolderCloser> folder(::fdopendir(descriptor));
  if (!folder) {
    ::close(descriptor);
    return std::nullopt;
  }
  std::vector<Entry> out;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") out.push_back({std::string(name), type_of(descriptor, *entry)});
  }
  return out;
}

/// Absolute and without symbolic links; empty (and errno) when there is no such path.
std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : std::string();
}

/// Those of `paths` that lie below `root`, relative to it.
std::vector<std::string> below(const std::string& root, const std::vector<std::string>& paths) {
  const std::string prefix = root == "/" ? root : root + "/";
  std::vector<std::string> out;
  for (const std::string& path : paths)
    if (std::string real = real_path(path); real.starts_with(prefix)) out.push_back(real.substr(prefix.size()));
  return out;
}

}  // namespace

/// Walks one tree from the top, several folders at a time, and fills a TreeSource.
class Walk {
 public:
  /// `excluded`: relative to the root.
  Walk(TreeSource& out, std::optional<GitView> git, std::vector<std::string> excluded)
      : out_(&out), git_(std::move(git)), excluded_(std::move(excluded)) {}

  void run(unsigned jobs) {
    add({{"", 0, git_.has_value()}});
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 1; i < jobs; ++i) threads.emplace_back([this] { work(); });
      work();
    }
    std::sort(out_->files_.begin(), out_->files_.end());
    std::sort(out_->unreadable_.begin(), out_->unreadable_.end());
  }

 private:
  struct Folder {
    std::string path;  ///< empty (the root) or ends in '/'
    int depth = 0;
    bool ask_git = false;  ///< git's ignore rules hold here
  };
  /// What one thread has seen.
  struct Found {
    std::vector<std::string> files, unreadable;
    std::map<std::string_view, std::uint64_t> skipped;
    std::vector<Folder> folders;  ///< to be visited
  };

  void work() {
    Found found;
    while (const auto folder = take()) {
      visit(*folder, found);
      add(std::exchange(found.folders, {}));
      done();
    }
    const std::lock_guard lock(mutex_);
    std::move(found.files.begin(), found.files.end(), std::back_inserter(out_->files_));
    std::move(found.unreadable.begin(), found.unreadable.end(), std::back_inserter(out_->unreadable_));
    for (const auto& [reason, count] : found.skipped) out_->skipped_[reason] += count;
  }

  void add(std::vector<Folder> folders) {
    if (folders.empty()) return;
    const std::lock_guard lock(mutex_);
    open_ += folders.size();
    std::move(folders.begin(), folders.end(), std::back_inserter(waiting_));
    changed_.notify_all();
  }

  /// The next folder, when there is one; nothing when all have been visited.
  std::optional<Folder> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty() || open_ == 0; });
    if (waiting_.empty()) return std::nullopt;
    Folder out = std::move(waiting_.back());
    waiting_.pop_back();
    return out;
  }

  void done() {
    const std::lock_guard lock(mutex_);
    if (--open_ == 0) changed_.notify_all();
  }

  /// libgit2 answers one at a time.
  bool ignored(const std::string& path) {
    const std::lock_guard lock(git_mutex_);
    return git_->ignored(path);
  }

  void visit(const Folder& folder, Found& found) {
    const std::string path = folder.path.empty() ? "." : folder.path;
    const auto entries = entries_of(::openat(out_->folder_, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!entries) {
      if (folder.path.empty()) return;
      ++found.skipped[skipped::kUnreadable];
      found.unreadable.push_back(folder.path.substr(0, folder.path.size() - 1));
      return;
    }
    bool ask_git = folder.ask_git;
    for (const Entry& entry : *entries) {
      // A work tree inside (a submodule, a clone) has rules of its own; it is taken as a plain folder.
      if (entry.name == ".git" && folder.depth > 0) ask_git = false;
      // libgit2 would open a FIFO or a link of that name: then the rules do not count.
      if (entry.name == ".gitignore" && entry.type != EntryType::file) ask_git = false;
    }
    for (const Entry& entry : *entries) see(entry, {folder.path + entry.name, folder.depth, ask_git}, found);
  }

  /// `at`: the entry's path, and what holds in its folder.
  void see(const Entry& entry, Folder at, Found& found) {
    if (std::find(excluded_.begin(), excluded_.end(), at.path) != excluded_.end()) return;
    switch (entry.type) {
      case EntryType::file:
        if (at.ask_git && !git_->tracked(at.path) && ignored(at.path))
          ++found.skipped[skipped::kIgnored];
        else
          found.files.push_back(std::move(at.path));
        break;
      case EntryType::folder:
        enter(entry.name, std::move(at), found);
        break;
      case EntryType::symlink:
        ++found.skipped[skipped::kSymlink];
        break;
      case EntryType::special:
        ++found.skipped[skipped::kSpecial];
        break;
    }
  }

  void enter(const std::string& name, Folder at, Found& found) {
    if (std::find(kNotEntered.begin(), kNotEntered.end(), name) != kNotEntered.end()) return;
    if (at.ask_git && !git_->tracked_below(at.path) && ignored(at.path + "/")) {
      ++found.skipped[skipped::kIgnored];
    } else if (at.depth >= kMaxDepth) {
      ++found.skipped[skipped::kTooDeep];
      found.unreadable.push_back(std::move(at.path));
    } else {
      found.folders.push_back({at.path + "/", at.depth + 1, at.ask_git});
    }
  }

  TreeSource* out_;
  std::optional<GitView> git_;
  std::mutex git_mutex_;
  std::vector<std::string> excluded_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Folder> waiting_;  ///< the last one is taken first
  std::size_t open_ = 0;         ///< folders that wait or are being visited
};

TreeSource::TreeSource(TreeSource&& other) noexcept
    : folder_(std::exchange(other.folder_, -1)),
      max_file_size_(other.max_file_size_),
      files_(std::move(other.files_)),
      unreadable_(std::move(other.unreadable_)),
      skipped_(std::move(other.skipped_)) {}

TreeSource::~TreeSource() {
  if (folder_ >= 0) ::close(folder_);
}

Result<TreeSource> TreeSource::open(const std::string& root, std::uint64_t max_file_size,
                                    const std::vector<std::string>& exclude, unsigned jobs) {
  const std::string path = real_path(root);
  if (path.empty()) return fail(ErrorCode::usage, std::string("cannot be scanned: ") + std::strerror(errno), root);
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return fail(ErrorCode::usage, std::string("cannot be scanned: ") + std::strerror(errno), root);
  const bool folder = S_ISDIR(info.st_mode);
  if (!folder && !S_ISREG(info.st_mode)) return fail(ErrorCode::usage, "is neither a folder nor a regular file", root);
  const std::size_t slash = path.rfind('/');
  const std::string base = folder ? path : path.substr(0, std::max<std::size_t>(slash, 1));
  const int descriptor = ::open(base.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorCode::io, std::string("cannot be listed: ") + std::strerror(errno), root);
  TreeSource out(descriptor, max_file_size);
  if (folder)
    Walk(out, GitView::open(path), below(path, exclude)).run(jobs);
  else
    out.files_.push_back(path.substr(slash + 1));
  return out;
}

bool looks_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  return std::memchr(bytes.data(), 0, std::min(bytes.size(), kHead)) != nullptr;
}

std::string_view TreeSource::read(const std::string& path, std::string& buffer) const {
  const int file = ::openat(folder_, path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (file < 0) return errno == ELOOP ? skipped::kSymlink : skipped::kUnreadable;
  struct Closer {
    int descriptor;
    ~Closer() { ::close(descriptor); }
  } const closer{file};
  struct stat info {};
  if (::fstat(file, &info) != 0) return skipped::kUnreadable;
  if (!S_ISREG(info.st_mode)) return skipped::kSpecial;
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > max_file_size_) return skipped::kTooLarge;
  buffer.resize(size);
  std::size_t have = 0;
  while (have < buffer.size()) {
    // The head is read apart, so that a large binary file costs no more than that.
    const std::size_t want = have == 0 ? std::min<std::size_t>(buffer.size(), 64U << 10) : buffer.size() - have;
    const ssize_t got = ::read(file, buffer.data() + have, want);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return skipped::kUnreadable;
    if (got == 0) break;  // the file shrank while it was read
    if (have == 0 && looks_binary({buffer.data(), static_cast<std::size_t>(got)})) return skipped::kBinary;
    have += static_cast<std::size_t>(got);
  }
  buffer.resize(have);
  return {};
}

}  // namespace ropc::scanner
