#include "preformer/train/keyed_draws.h"

#include "preformer/base/cold.h"
#include "preformer/base/hash.h"

namespace preformer {

namespace {

PREFORMER_COLD std::uint64_t key_of(std::uint64_t seed, int epoch) {
  return mix64(mix64(seed) + static_cast<std::uint64_t>(epoch));
}

}  // namespace

PREFORMER_COLD std::vector<std::uint64_t> word_keys(const Vocabulary& vocabulary) {
  std::vector<std::uint64_t> keys(static_cast<std::size_t>(vocabulary.size()));
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    keys[static_cast<std::size_t>(id)] = mix64(fnv1a(vocabulary.word(id)));
  }
  return keys;
}

PREFORMER_COLD Rng sentence_draws(std::uint64_t seed, int epoch, std::size_t place) {
  return Rng(key_of(seed, epoch), place);
}

PREFORMER_COLD Rng window_draws(std::uint64_t seed, int epoch, std::size_t place,
                                std::size_t position) {
  return Rng(mix64(key_of(seed, epoch) + place), position);
}

}  // namespace preformer
