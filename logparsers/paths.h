#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::logparsers {

/// Keys of one object → what to do with their values. Exact bytes; made for a few dozen keys.
class KeyMap {
 public:
  /// Index of `key`, or -1. `key` must be readable for 8 bytes whatever its length.
  [[nodiscard]] int find(std::string_view key) const;
  void insert(const std::string& key, int value);
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  struct Entry {
    std::uint64_t front = 0;
    std::string key;
    int value = -1;
  };
  void grow();
  std::vector<Entry> table_;
  std::size_t size_ = 0;
};

/// The paths that all formats ask for, as one tree that a record is walked along once.
///
/// `a.b` is member b of member a, or the member "a.b" (collectors flatten), or the column headed so. `a:b` is member b
/// of the object a, or of the JSON text that a holds. `a[k=v].b` is member b of the first element of array a whose
/// member k is v; `a[].b` of the first element; `a[]` the first scalar element; `a:[]` the
/// same of the JSON text that a holds.
class PathSet {
 public:
  struct Element {
    int filter = -1;    ///< slot that must have `value`; -1: any element
    std::string value;
    int node = -1;
  };
  struct Node {
    KeyMap children;
    std::vector<int> slots;         ///< filled with this value
    int json = -1;                  ///< root for an object or JSON text that stands here
    std::vector<Element> elements;  ///< when an array stands here
  };

  PathSet();
  /// The slot of `path`; the same path always has the same slot.
  int add(const std::string& path);
  [[nodiscard]] std::size_t slots() const { return paths_.size(); }
  [[nodiscard]] const std::string& path(int slot) const { return paths_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] const Node& node(int index) const { return nodes_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Node& root() const { return nodes_[0]; }
  /// The node of a column headed `name`; -1: nobody asks for it.
  [[nodiscard]] int column(std::string_view name) const;

 private:
  int child(int node, const std::string& key);
  void place(int node, std::string_view path, int slot);
  void place_flat(int node, std::string_view path, int slot);
  int new_node();
  std::vector<Node> nodes_;
  std::vector<std::string> paths_;
};

}  // namespace ropc::logparsers
