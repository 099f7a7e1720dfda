#include "scanner/placeholders/placeholder_index.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/text.h"

namespace ropc::scanner {
namespace {

/// More such files, or larger ones, are not one application's.
constexpr std::size_t kMaxFiles = 4'000;
constexpr std::size_t kMaxFile = 1U << 20U;

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::size_t folders_in(std::string_view folder) {
  return folder.empty() ? 0 : static_cast<std::size_t>(std::count(folder.begin(), folder.end(), '/')) + 1;
}

/// How many leading folders two folders share.
std::size_t shared(std::string_view a, std::string_view b) {
  const auto left = split(a, '/');
  const auto right = split(b, '/');
  std::size_t count = 0;
  if (a.empty() || b.empty()) return 0;
  while (count < left.size() && count < right.size() && left[count] == right[count]) ++count;
  return count;
}

bool within(std::string_view folder, std::string_view inner) {
  return folder.empty() || inner == folder || (inner.starts_with(folder) && inner.substr(folder.size()).starts_with('/'));
}

bool word_char(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// FNV-1a of a word as names are compared.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word)
    if (c != '_' && c != '-') hash = (hash ^ static_cast<unsigned char>(lower(c))) * 16777619U;
  return hash;
}

std::vector<std::uint32_t> words_of(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && !word_char(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && word_char(text[end])) ++end;
    if (end > at) out.push_back(hash_of(text.substr(at, end - at)));
    at = end;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Words one of which a file that tells `name` must hold: the last part, or the name as one.
std::vector<std::uint32_t> words_for(std::string_view name) {
  const std::size_t cut = name.find_last_of(".:");
  std::string whole(name);
  std::erase_if(whole, [](char c) { return c == '.' || c == ':'; });
  std::vector<std::uint32_t> out{hash_of(whole)};
  if (cut != std::string_view::npos) out.push_back(hash_of(name.substr(cut + 1)));
  return out;
}

/// Whether values of this file hold for documents of `folder`.
bool reaches(DefinitionKind kind, std::string_view file, std::string_view folder) {
  if (kind == DefinitionKind::terraform) return file == folder;  // a module sees its own variables only
  if (kind == DefinitionKind::helm) return within(file, folder);
  if (kind == DefinitionKind::data) return within(folder, file);
  return true;
}

/// The folder that a file's values are for: a role's for roles/x/defaults.
std::string_view home_of(DefinitionKind kind, std::string_view folder) {
  return kind == DefinitionKind::ansible ? folder_of(folder) : folder;
}

bool kind_fits(DefinitionKind kind, std::string_view name) {
  const bool data = name.starts_with("each.value.");
  if (data || kind == DefinitionKind::data) return data && kind == DefinitionKind::data;
  const bool terraform = name.starts_with("var.") || name.starts_with("local.");
  if (terraform || kind == DefinitionKind::terraform) return terraform && kind == DefinitionKind::terraform;
  const bool helm = name.starts_with("Values.");
  return !(helm || kind == DefinitionKind::helm) || (helm && kind == DefinitionKind::helm);
}

}  // namespace

/// The values of the best standing so far.
struct PlaceholderIndex::Best {
  std::tuple<std::size_t, std::size_t, int> standing{0, SIZE_MAX, 0};  ///< shared folders, folders besides, rank
  std::optional<std::string> value;
  bool differs = false;
};

PlaceholderIndex::PlaceholderIndex(const std::vector<std::string>& files, Read read) : read_(std::move(read)) {
  for (const std::string& path : files) {
    const DefinitionKind kind = definition_kind(path);
    if (kind == DefinitionKind::none) continue;
    if (files_.size() >= kMaxFiles && kind != DefinitionKind::terraform) continue;
    files_.push_back({path, std::string(home_of(kind, folder_of(path))), kind, definition_rank(path), false, false, {}, {}});
  }
}

void PlaceholderIndex::load(File& file) {
  file.read = true;
  const auto text = read_(file.path);
  if (text && text->size() <= kMaxFile) file.words = words_of(*text);
}

void PlaceholderIndex::ask(File& file, const std::string& wanted, const std::vector<std::uint32_t>& words, std::string_view from,
                           Best& best) {
  const std::size_t common = shared(file.folder, from);
  const std::size_t besides = folders_in(file.folder) - common;
  const std::tuple standing{common, besides, file.rank};
  const auto better = [](const auto& a, const auto& b) {
    return std::tuple{SIZE_MAX - std::get<0>(a), std::get<1>(a), std::get<2>(a)} <
           std::tuple{SIZE_MAX - std::get<0>(b), std::get<1>(b), std::get<2>(b)};
  };
  if (best.value && better(best.standing, standing)) return;
  if (!file.read) load(file);
  const auto holds = [&](std::uint32_t word) { return std::binary_search(file.words.begin(), file.words.end(), word); };
  if (std::none_of(words.begin(), words.end(), holds)) return;
  if (!file.parsed) {
    file.parsed = true;
    if (const auto text = read_(file.path)) file.definitions = definitions_in(file.path, *text);
  }
  for (const Definition& definition : file.definitions) {
    if (definition.name != wanted) continue;
    if (!best.value || better(standing, best.standing)) {
      best = {standing, definition.value, false};
    } else if (*best.value != definition.value) {
      best.differs = true;
    }
  }
}

std::optional<std::string> PlaceholderIndex::find(std::string_view name, std::string_view from) {
  if (name.empty() || name.size() > 200) return std::nullopt;
  const std::string folder(folder_of(from));
  const std::scoped_lock lock(mutex_);
  const auto [place, fresh] = known_.try_emplace(folder + "\n" + std::string(name), std::nullopt);
  if (!fresh) return place->second;
  const std::string wanted = normal_name(name);
  const std::vector<std::uint32_t> words = words_for(name);
  Best best;
  for (File& file : files_)
    if (kind_fits(file.kind, name) && reaches(file.kind, file.folder, folder)) ask(file, wanted, words, folder, best);
  if (best.value && !best.differs) place->second = best.value;
  return place->second;
}

}  // namespace ropc::scanner
