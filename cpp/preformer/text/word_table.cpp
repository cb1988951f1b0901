#include "preformer/text/word_table.h"

#include <limits>
#include <utility>

#include "preformer/base/error.h"

namespace preformer {

namespace {

constexpr std::int32_t kFree = -1;

// FNV-1a; the shift at the end brings the well-mixed high bits down to where slots are chosen.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 0x811c9dc5u;
  for (const char c : word) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x01000193u;
  return hash ^ (hash >> 15u);
}

}  // namespace

/// Where `word` is, or the free slot where it would go.
std::size_t WordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const std::int32_t id = slots_[slot];
    if (id == kFree) return slot;
    if (hashes_[static_cast<std::size_t>(id)] == hash && (*this)[id] == word) return slot;
  }
}

std::optional<std::int32_t> WordTable::find(std::string_view word) const {
  if (slots_.empty()) return std::nullopt;
  const std::int32_t id = slots_[slot_of(word, hash_of(word))];
  if (id == kFree) return std::nullopt;
  return id;
}

std::int32_t WordTable::insert(std::string_view word) {
  if (3 * (ends_.size() + 1) > 2 * slots_.size()) grow();  // at most two thirds full
  const std::uint32_t hash = hash_of(word);
  std::int32_t& slot = slots_[slot_of(word, hash)];
  if (slot != kFree) return slot;

  if (word.size() > std::numeric_limits<std::uint32_t>::max() - bytes_.size() ||
      ends_.size() >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    throw Error(ErrorCode::kTooLarge,
                "The different words of the text do not fit into 4 GB; use a shorter text.",
                {.name = "corpus"});
  }
  const std::int32_t id = size();
  bytes_ += word;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  hashes_.push_back(hash);
  slot = id;
  return id;
}

void WordTable::grow() {
  const std::size_t mask = (slots_.empty() ? 16 : 2 * slots_.size()) - 1;
  std::vector<std::int32_t> slots(mask + 1, kFree);
  for (std::int32_t id = 0; id < size(); ++id) {
    std::size_t slot = hashes_[static_cast<std::size_t>(id)] & mask;
    while (slots[slot] != kFree) slot = (slot + 1) & mask;
    slots[slot] = id;
  }
  slots_ = std::move(slots);
}

}  // namespace preformer
