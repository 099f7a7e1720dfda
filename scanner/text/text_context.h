#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "scanner/facts.h"
#include "scanner/text/reader.h"

namespace ropc::scanner {

/// Reads client id, endpoint and their like off the lines around a place of a document. What the document says is
/// collected when the first place is asked.
class TextContext {
 public:
  explicit TextContext(const Reader& reader) : reader_(&reader) {}

  /// What stands nearest to the region, in its own lines first, up to some lines away; a client id or endpoint that is
  /// the only one of the document counts from anywhere.
  [[nodiscard]] Context around(Region where) const;
  /// The value of the nearest key of that name within some lines of the region.
  [[nodiscard]] std::optional<Value> beside(std::string_view key, Region where) const;

 private:
  struct Entry {
    std::string key;
    Value value;
    Region where;
  };
  const std::vector<Entry>& entries() const;
  void collect_urls(std::vector<Entry>& out) const;
  [[nodiscard]] std::vector<const Entry*> nearest(Region where) const;
  void fill_from_document(Context& out) const;

  const Reader* reader_;
  mutable std::optional<std::vector<Entry>> entries_;
};

/// TextContext as the matcher asks it, for one fact.
class TextSurroundings : public Surroundings {
 public:
  TextSurroundings(const TextContext& context, Region where) : context_(&context), where_(where) {}
  [[nodiscard]] std::optional<Value> beside(std::string_view path) const override;
  [[nodiscard]] Context context() const override { return context_->around(where_); }

 private:
  const TextContext* context_;
  Region where_;
};

}  // namespace ropc::scanner
