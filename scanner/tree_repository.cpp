#include "scanner/tree_repository.h"

#include <utility>

#include "scanner/make_document.h"

namespace ropc::scanner {

TreeRepository::TreeRepository(const TreeSource& source)
    : source_(&source), placeholders_(source.files(), [&source](const std::string& path) -> std::optional<std::string> {
        std::string bytes;
        return source.read(path, bytes).empty() ? std::optional(std::move(bytes)) : std::nullopt;
      }) {}

Result<Document> TreeRepository::open(const std::string& path) const {
  std::string bytes;
  if (const std::string_view why = source_->read(path, bytes); !why.empty())
    return fail(ErrorCode::io, std::string(why), path);
  return make_document(path, std::move(bytes));
}

std::optional<std::string> TreeRepository::placeholder(const std::string& name, const std::string& from) const {
  return placeholders_.find(name, from);
}

}  // namespace ropc::scanner
