// Distinct words, numbered from 0 in the order of their first insertion. The bytes of all words are
// in one string, and an open-addressing hash table contains the ids. Ids do not depend on hash
// values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preformer {

class WordTable {
 public:
  /// Returns the id of `word`. Adds the word if it is new.
  std::int32_t insert(std::string_view word);
  std::optional<std::int32_t> find(std::string_view word) const;

  std::int32_t size() const { return static_cast<std::int32_t>(ends_.size()); }

  std::string_view operator[](std::int32_t id) const {
    const auto i = static_cast<std::size_t>(id);
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }

 private:
  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::string bytes_;
  std::vector<std::uint32_t> ends_;    // word i ends at bytes_[ends_[i]]
  std::vector<std::uint32_t> hashes_;  // of word i
  std::vector<std::int32_t> slots_;    // ids, −1 is free; a power of two of them
};

}  // namespace preformer
