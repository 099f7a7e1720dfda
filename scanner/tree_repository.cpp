#include "scanner/tree_repository.h"

#include <utility>

#include "common/share_out.h"
#include "scanner/gate/word_search.h"
#include "scanner/make_document.h"

namespace ropc::scanner {

TreeRepository::TreeRepository(const TreeSource& source, unsigned jobs)
    : source_(&source), jobs_(jobs), placeholders_(source.files(), [&source](const std::string& path) -> std::optional<std::string> {
        std::string bytes;
        return source.read(path, bytes).empty() ? std::optional(std::move(bytes)) : std::nullopt;
      }) {}

Result<Document> TreeRepository::open(const std::string& path) const {
  std::string bytes;
  if (const std::string_view why = source_->read(path, bytes); !why.empty())
    return fail(ErrorCode::io, std::string(why), path);
  return make_document(path, std::move(bytes));
}

std::vector<std::string> TreeRepository::files_with(const std::vector<std::string>& words,
                                                    const std::function<bool(const std::string&)>& interest) const {
  std::vector<std::string> chosen;
  for (const std::string& path : files())
    if (interest(path)) chosen.push_back(path);
  const auto search = WordSearch::compile(words);
  if (!search) return chosen;
  std::vector<char> held(chosen.size(), 0);
  share_out(chosen.size(), jobs_, [&](const auto& next) {
    WordSearch::Scratch scratch(*search);
    std::string bytes;
    while (const auto i = next()) held[*i] = source_->read(chosen[*i], bytes).empty() && search->any_in(bytes, scratch) ? 1 : 0;
  });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (held[i] != 0) out.push_back(std::move(chosen[i]));
  return out;
}

std::optional<std::string> TreeRepository::placeholder(const std::string& name, const std::string& from) const {
  return placeholders_.find(name, from);
}

}  // namespace ropc::scanner
