#include "logparsers/paths.h"

#include <algorithm>
#include <cstring>

namespace ropc::logparsers {
namespace {

/// The first up to eight bytes as a number. Reads eight bytes.
std::uint64_t front_of(std::string_view key) {
  std::uint64_t word = 0;
  std::memcpy(&word, key.data(), sizeof word);
  if (key.size() < 8) word &= (std::uint64_t{1} << (key.size() * 8)) - 1;
  return word;
}

std::size_t place_of(std::uint64_t front, std::size_t length, std::size_t mask) {
  return static_cast<std::size_t>(((front ^ length) * 0x9E3779B97F4A7C15ULL) >> 32U) & mask;
}

/// Where the first step of a path ends: at '.', ':' or "[…]"; "[UTC]" in a column's name is none.
std::size_t step_end(std::string_view path, std::string_view signs) {
  for (std::size_t at = path.find_first_of(signs); at != std::string_view::npos; at = path.find_first_of(signs, at + 1)) {
    if (path[at] != '[') return at;
    const std::string_view inside = path.substr(at + 1, path.find(']', at) - at - 1);
    if (inside.empty() || inside.find('=') != std::string_view::npos) return at;
  }
  return path.size();
}

std::string padded(const std::string& key) {
  std::string out = key;
  out.resize(std::max<std::size_t>(key.size(), 8), '\0');
  return out;
}

}  // namespace

int KeyMap::find(std::string_view key) const {
  if (size_ == 0) return -1;
  const std::uint64_t front = front_of(key);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t i = place_of(front, key.size(), mask); table_[i].value >= 0; i = (i + 1) & mask)
    if (table_[i].front == front && table_[i].key == key) return table_[i].value;
  return -1;
}

void KeyMap::insert(const std::string& key, int value) {
  if (size_ * 2 >= table_.size()) grow();
  const std::string bytes = padded(key);
  const std::uint64_t front = front_of(std::string_view(bytes).substr(0, key.size()));
  const std::size_t mask = table_.size() - 1;
  std::size_t i = place_of(front, key.size(), mask);
  while (table_[i].value >= 0) i = (i + 1) & mask;
  table_[i] = {front, key, value};
  ++size_;
}

void KeyMap::grow() {
  std::vector<Entry> old(table_.empty() ? 8 : table_.size() * 2);
  old.swap(table_);
  size_ = 0;
  for (const Entry& entry : old)
    if (entry.value >= 0) insert(entry.key, entry.value);
}

PathSet::PathSet() { new_node(); }

int PathSet::new_node() {
  nodes_.emplace_back();
  return static_cast<int>(nodes_.size()) - 1;
}

int PathSet::child(int node, const std::string& key) {
  const std::string bytes = padded(key);
  const int found = nodes_[static_cast<std::size_t>(node)].children.find(std::string_view(bytes).substr(0, key.size()));
  if (found >= 0) return found;
  const int made = new_node();
  nodes_[static_cast<std::size_t>(node)].children.insert(key, made);
  return made;
}

int PathSet::column(std::string_view name) const {
  const std::string bytes = padded(std::string(name));
  return root().children.find(std::string_view(bytes).substr(0, name.size()));
}

int PathSet::add(const std::string& path) {
  const auto known = std::find(paths_.begin(), paths_.end(), path);
  if (known != paths_.end()) return static_cast<int>(known - paths_.begin());
  paths_.push_back(path);
  const int slot = static_cast<int>(paths_.size()) - 1;
  place(0, path, slot);
  place_flat(0, path, slot);
  return slot;
}

void PathSet::place(int node, std::string_view path, int slot) {
  const std::size_t end = step_end(path, ".:[");
  // Behind a ':' an array may stand itself: `principal:[]`.
  const int next = end == 0 && !path.empty() ? node : child(node, std::string(path.substr(0, end)));
  Node& here = nodes_[static_cast<std::size_t>(next)];
  if (end == path.size()) {
    if (std::find(here.slots.begin(), here.slots.end(), slot) == here.slots.end()) here.slots.push_back(slot);
    return;
  }
  if (path[end] == '.') {
    place(next, path.substr(end + 1), slot);
    return;
  }
  if (path[end] == ':') {
    const int json = here.json >= 0 ? here.json : new_node();
    nodes_[static_cast<std::size_t>(next)].json = json;
    place(json, path.substr(end + 1), slot);
    place_flat(json, path.substr(end + 1), slot);
    return;
  }
  const std::size_t close = path.find(']', end);
  const std::string_view filter = path.substr(end + 1, close - end - 1);
  const int inside = new_node();
  Element element{-1, {}, inside};
  if (const std::size_t equal = filter.find('='); equal != std::string_view::npos) {
    // The filter's own slot is private to this element.
    paths_.emplace_back(std::string(path) + "#filter");
    element.filter = static_cast<int>(paths_.size()) - 1;
    element.value = std::string(filter.substr(equal + 1));
    place(inside, filter.substr(0, equal), element.filter);
  }
  if (close + 1 >= path.size())
    nodes_[static_cast<std::size_t>(inside)].slots.push_back(slot);
  else
    place(inside, path.substr(close + 2), slot);
  nodes_[static_cast<std::size_t>(next)].elements.push_back(std::move(element));
}

/// `a.b.c` as one key with dots, up to the first ':' or '['.
void PathSet::place_flat(int node, std::string_view path, int slot) {
  const std::size_t end = step_end(path, ":[");
  if (path.substr(0, end).find('.') == std::string_view::npos) return;
  const int next = child(node, std::string(path.substr(0, end)));
  Node& here = nodes_[static_cast<std::size_t>(next)];
  if (end == path.size()) {
    if (std::find(here.slots.begin(), here.slots.end(), slot) == here.slots.end()) here.slots.push_back(slot);
  } else if (path[end] == ':') {
    const int json = here.json >= 0 ? here.json : new_node();
    nodes_[static_cast<std::size_t>(next)].json = json;
    place(json, path.substr(end + 1), slot);
  }
}

}  // namespace ropc::logparsers
