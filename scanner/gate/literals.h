#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace ropc::scanner {

/// Literals that are searched all at once, letter case aside. Immutable; each thread brings its own Memory.
class Literals {
 public:
  /// Each literal is told by its index. None at all is allowed: then nothing is ever found.
  static Result<Literals> compile(const std::vector<std::string>& literals);

  Literals(Literals&&) noexcept;
  Literals& operator=(Literals&&) noexcept;
  ~Literals();

  class Memory {
   public:
    explicit Memory(const Literals& literals);
    Memory(Memory&&) noexcept;
    Memory& operator=(Memory&&) = delete;
    ~Memory();

   private:
    friend class Literals;
    struct State;
    std::unique_ptr<State> state_;
  };

  /// Puts the index of each literal that stands in `text` into `found` (once each, in no order that counts). When the
  /// search fails all are told: what cannot be ruled out is possible. No allocation beyond `found`'s.
  void find(std::string_view text, Memory& memory, std::vector<unsigned>& found) const;

 private:
  struct State;
  explicit Literals(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace ropc::scanner
