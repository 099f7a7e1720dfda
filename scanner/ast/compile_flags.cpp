#include "scanner/ast/compile_flags.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

namespace ropc::scanner::ast {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxUnits = 200'000;
constexpr std::size_t kMaxArguments = 2'000;
constexpr std::size_t kMaxGuessedFolders = 64;

constexpr std::array<std::string_view, 5> kToolchain = {"/usr/include", "/usr/lib", "/usr/local/include", "/usr/share",
                                                        "/opt"};

/// Options with a path, joined ("-Ifoo") or as the next argument.
constexpr std::array<std::string_view, 6> kPathOptions = {"-isystem", "-iquote", "-idirafter", "-include",
                                                          "-isysroot", "-I"};
/// Options with a value that is no path, joined or as the next argument.
constexpr std::array<std::string_view, 4> kValueOptions = {"-D", "-U", "-x", "-target"};
/// Whole options, or their beginning when they end in '='.
constexpr std::array<std::string_view, 38> kHarmless = {
    "-std=", "--std=", "-ansi", "-pthread", "-nostdinc", "-nostdinc++", "-stdlib=", "--target=", "-m32", "-m64",
    "-march=", "-mcpu=", "-fexceptions", "-fno-exceptions", "-frtti", "-fno-rtti", "-fPIC", "-fpic", "-fPIE", "-fpie",
    "-fsigned-char", "-funsigned-char", "-fshort-enums", "-fshort-wchar", "-fms-extensions", "-fms-compatibility",
    "-fms-compatibility-version=", "-fdelayed-template-parsing", "-fblocks", "-fobjc-arc", "-fobjc-exceptions",
    "-fobjc-weak", "-fgnu89-inline", "-fdeclspec", "-fchar8_t", "-fcoroutines", "-fopenmp", "-fvisibility="};
/// Beginnings of options that change nothing about the tree: dropped without being counted.
constexpr std::array<std::string_view, 9> kNeutral = {"-W", "-O", "-g", "-c", "-S", "-E", "-pipe", "-w", "-pedantic"};

bool below(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

/// The path that an include argument means, links resolved; nothing when headers may not come from there.
std::optional<std::string> trusted_path(const std::string& argument, const std::string& directory,
                                        const std::string& root) {
  std::error_code error;
  const fs::path full = fs::weakly_canonical(fs::path(directory) / argument, error);
  if (error || !may_include(full.string(), root)) return std::nullopt;
  return full.string();
}

bool harmless(std::string_view argument) {
  return std::any_of(kHarmless.begin(), kHarmless.end(), [&](std::string_view known) {
    return known.ends_with('=') ? argument.starts_with(known) : argument == known;
  });
}

bool neutral(std::string_view argument) {
  // -Wl, and -Wp, hand options to other programs.
  if (argument.starts_with("-Wl,") || argument.starts_with("-Wp,") || argument.starts_with("-Wa,")) return false;
  return std::any_of(kNeutral.begin(), kNeutral.end(), [&](std::string_view known) { return argument.starts_with(known); });
}

/// Apple's runtime is named: of others libclang takes no `-fobjc-arc`, and parses nothing.
constexpr const char* kAppleRuntime = "-fobjc-runtime=macosx";

/// Walks over the arguments of one command.
class Filter {
 public:
  Filter(const std::vector<std::string>& arguments, const std::string& directory, const std::string& root)
      : arguments_(arguments), directory_(directory), root_(root) {}

  CompileFlags run() {
    const std::size_t count = std::min(arguments_.size(), kMaxArguments);
    for (; at_ < count; ++at_) take(arguments_[at_]);
    if (std::find(out_.arguments.begin(), out_.arguments.end(), "-fobjc-arc") != out_.arguments.end())
      out_.arguments.emplace_back(kAppleRuntime);
    return std::move(out_);
  }

 private:
  void take(const std::string& argument) {
    for (const std::string_view option : kPathOptions)
      if (argument.starts_with(option)) return take_path(std::string(option), argument.substr(option.size()));
    for (const std::string_view option : kValueOptions)
      if (argument.starts_with(option)) return take_value(std::string(option), argument.substr(option.size()));
    if (harmless(argument)) {
      out_.arguments.push_back(argument);
    } else if (argument == "-o" || argument == "-Xclang" || argument == "-load" || argument == "-MF" ||
               argument == "-MT" || argument == "-MQ" || argument == "-Xpreprocessor") {
      drop(argument);
      ++at_;  // its value goes with it
    } else if (argument.starts_with('-') || argument.starts_with('@')) {
      if (!neutral(argument)) drop(argument);
    }
    // Anything else is the source file or an object, which we name ourselves.
  }

  /// Names of options are told, their values may be anything.
  void drop(const std::string& argument) {
    constexpr std::size_t kMostNames = 12;
    constexpr std::size_t kLongestName = 32;
    ++out_.dropped;
    std::string name = argument.substr(0, std::min(argument.find_first_of("=,/"), kLongestName));
    if (argument.starts_with('@')) name = "@file";
    auto& names = out_.dropped_names;
    const auto at = std::lower_bound(names.begin(), names.end(), name);
    if ((at == names.end() || *at != name) && names.size() < kMostNames) names.insert(at, std::move(name));
  }

  std::optional<std::string> value(const std::string& joined) {
    if (!joined.empty()) return joined;
    if (at_ + 1 >= arguments_.size()) return std::nullopt;
    return arguments_[++at_];
  }

  void take_path(const std::string& option, const std::string& joined) {
    const auto text = value(joined);
    const auto path = text ? trusted_path(*text, directory_, root_) : std::nullopt;
    if (!path) return drop(option);
    out_.arguments.push_back(option);
    out_.arguments.push_back(*path);
  }

  void take_value(const std::string& option, const std::string& joined) {
    const auto text = value(joined);
    if (!text) return drop(option);
    out_.arguments.push_back(option);
    out_.arguments.push_back(*text);
  }

  const std::vector<std::string>& arguments_;
  const std::string& directory_;
  const std::string& root_;
  std::size_t at_ = 1;  // the first word is the compiler
  CompileFlags out_;
};

std::string text_of(const nlohmann::json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> arguments_of(const nlohmann::json& entry) {
  std::vector<std::string> out;
  const auto found = entry.find("arguments");
  if (found == entry.end() || !found->is_array()) return shell_words(text_of(entry, "command"));
  for (const auto& word : *found)
    if (word.is_string()) out.push_back(word.get<std::string>());
  return out;
}

std::string extension_of(const std::string& path) { return fs::path(path).extension().string(); }

/// Objective-C lives beside `.m` files, C++ beside `.cpp` ones: what a `.h` is, its neighbours tell.
std::vector<std::string> language_flags(const std::string& path, const std::vector<std::string>& files) {
  const std::string e = extension_of(path);
  if (e == ".m") return {"-x", "objective-c", kAppleRuntime, "-fobjc-arc", "-fblocks"};
  if (e == ".mm") return {"-x", "objective-c++", "-std=gnu++20", kAppleRuntime, "-fobjc-arc", "-fblocks"};
  if (e == ".c") return {"-x", "c", "-std=gnu17"};
  if (!is_header(path) || e != ".h") return {"-x", "c++", "-std=gnu++20"};
  const auto any = [&](std::initializer_list<std::string_view> ends) {
    return std::any_of(files.begin(), files.end(), [&](const std::string& file) {
      return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return file.ends_with(end); });
    });
  };
  if (any({".m", ".mm"}) && !any({".cpp", ".cc", ".cxx"})) return {"-x", "objective-c", kAppleRuntime, "-fobjc-arc", "-fblocks"};
  if (any({".c"}) && !any({".cpp", ".cc", ".cxx", ".ino"})) return {"-x", "c", "-std=gnu17"};
  return {"-x", "c++", "-std=gnu++20"};
}

/// Folders that hold headers, those named "include" and those near the file first.
std::vector<std::string> header_folders(const std::string& path, const std::vector<std::string>& files) {
  std::set<std::string> folders;
  for (const std::string& file : files)
    if (is_header(file)) {
      const fs::path folder = fs::path(file).parent_path();
      folders.insert(folder.string());
      // `#include "lib/x.h"` is meant from the folder above.
      if (folder.has_parent_path() || !folder.empty()) folders.insert(folder.parent_path().string());
    }
  std::vector<std::string> out(folders.begin(), folders.end());
  const std::string top = path.substr(0, path.find('/'));
  const auto weight = [&](const std::string& folder) {
    return (fs::path(folder).filename() == "include" ? 0 : 2) + (folder.starts_with(top) ? 0 : 1);
  };
  std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
  if (out.size() > kMaxGuessedFolders) out.resize(kMaxGuessedFolders);
  return out;
}

}  // namespace

bool is_header(const std::string& path) {
  const std::string e = extension_of(path);
  return e == ".h" || e == ".hh" || e == ".hpp" || e == ".hxx" || e == ".inc" || e == ".ipp";
}

std::span<const std::string_view> toolchain_folders() { return kToolchain; }

bool may_include(const std::string& path, const std::string& root) {
  std::error_code error;
  const fs::path tree = fs::weakly_canonical(root, error);
  if (error) return false;
  // Where the tree itself lies in such a folder, its neighbours there are not the toolchain.
  const auto of_toolchain = [&](const fs::path& file) {
    return std::any_of(kToolchain.begin(), kToolchain.end(),
                       [&](std::string_view folder) { return below(file, folder) && !below(tree, folder); });
  };
  const fs::path written = path;
  if (written == written.lexically_normal() && of_toolchain(written)) return true;  // links there are trusted
  const fs::path full = fs::weakly_canonical(written, error);
  return !error && (below(full, tree) || of_toolchain(full));
}

std::vector<std::string> shell_words(std::string_view command) {
  std::vector<std::string> words;
  std::string word;
  bool open = false;
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (c == ' ' || c == '\t' || c == '\n') {
      if (open) words.push_back(std::exchange(word, {}));
      open = false;
      continue;
    }
    open = true;
    if (c == '\'') {
      const std::size_t end = std::min(command.find('\'', i + 1), command.size());
      word += command.substr(i + 1, end - i - 1);
      i = end;
    } else if (c == '"') {
      for (++i; i < command.size() && command[i] != '"'; ++i) {
        if (command[i] == '\\' && i + 1 < command.size()) ++i;
        word += command[i];
      }
    } else if (c == '\\' && i + 1 < command.size()) {
      word += command[++i];
    } else {
      word += c;
    }
  }
  if (open) words.push_back(word);
  return words;
}

CompileFlags allowed_flags(const std::vector<std::string>& arguments, const std::string& directory,
                           const std::string& root) {
  return Filter(arguments, directory, root).run();
}

Result<CompileDatabase> CompileDatabase::parse(std::string_view text, const std::string& root) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_array()) return fail(ErrorCode::syntax, "is no compile database: an array of commands is needed");
  CompileDatabase out;
  std::error_code error;
  const fs::path base = fs::weakly_canonical(root, error);
  for (const auto& entry : json) {
    if (!entry.is_object() || text_of(entry, "file").empty() || out.units_.size() >= kMaxUnits) continue;
    const fs::path folder = fs::weakly_canonical(base / text_of(entry, "directory"), error);
    const fs::path file = fs::weakly_canonical(folder / text_of(entry, "file"), error);
    if (error || !below(file, base)) continue;
    CompileFlags flags = allowed_flags(arguments_of(entry), folder.string(), root);
    flags.from_database = true;
    out.units_.try_emplace(file.lexically_relative(base).generic_string(), std::move(flags));
  }
  return out;
}

const CompileFlags* CompileDatabase::find(const std::string& path) const {
  const auto found = units_.find(path);
  return found == units_.end() ? nullptr : &found->second;
}

std::vector<std::string> CompileDatabase::units() const {
  std::vector<std::string> out;
  for (const auto& [path, flags] : units_) out.push_back(path);
  return out;
}

CompileFlags guessed_flags(const std::string& path, const std::vector<std::string>& files, const std::string& root) {
  CompileFlags out;
  out.arguments = language_flags(path, files);
  for (const std::string& folder : header_folders(path, files)) {
    out.arguments.emplace_back("-I");
    out.arguments.push_back(folder.empty() ? root : root + "/" + folder);
  }
  return out;
}

}  // namespace ropc::scanner::ast
