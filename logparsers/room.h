#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

namespace ropc::logparsers {

/// Room for bytes that nobody has written yet.
class Room {
 public:
  /// At least `size` bytes; the first `keep` of them stay as they are.
  void reserve(std::size_t size, std::size_t keep) {
    if (size <= size_) return;
    std::unique_ptr<char[]> wider(new char[size]);
    std::copy_n(bytes_.get(), keep, wider.get());
    bytes_.swap(wider);
    size_ = size;
  }
  [[nodiscard]] char* data() { return bytes_.get(); }
  [[nodiscard]] const char* data() const { return bytes_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  void swap(Room& other) noexcept {
    bytes_.swap(other.bytes_);
    std::swap(size_, other.size_);
  }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

}  // namespace ropc::logparsers
