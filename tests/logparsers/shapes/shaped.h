#pragma once

#include <memory>
#include <string>
#include <vector>

#include "logparsers/format.h"

namespace ropc::test {

/// Lines read by one shape, in their order, with its state.
template <class Shape>
class Shaped {
 public:
  /// Reads the record at the front of `text`, of which the first line is peeled of nothing.
  logparsers::Fit read(std::string text) {
    texts_.push_back(std::make_unique<std::string>(std::move(text)));
    const std::string_view all = *texts_.back();
    table_.clear();
    std::string_view line = all.substr(0, all.find('\n'));
    while (line.starts_with('\x1b')) line.remove_prefix(line.find('m') + 1);
    logparsers::TextRecord record{line, {}, all, state_.get(), 0};
    const logparsers::Fit fit = shape_.take(record, table_);
    taken = record.taken;
    return fit;
  }
  std::string get(const std::string& path) { return std::string(table_.get(paths_.add(path)).text); }

  std::size_t taken = 0;

 private:
  logparsers::PathSet paths_;
  Shape shape_{paths_};
  logparsers::FieldTable table_{paths_.slots()};
  std::unique_ptr<logparsers::ShapeState> state_ = shape_.state();
  std::vector<std::unique_ptr<std::string>> texts_;
};

}  // namespace ropc::test
