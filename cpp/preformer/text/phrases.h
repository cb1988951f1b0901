// Finds pairs of words that belong together ("new york") and joins each to one token, by the score
// of Mikolov et al. 2013 (arXiv:1310.4546 §4), equation 6, as gensim's Phrases computes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "preformer/text/tokenizer.h"
#include "preformer/text/word_table.h"

namespace preformer {

struct PhraseOptions {
  std::int64_t min_count = 5;  // δ: what a pair must occur more often than; gensim's min_count
  double threshold = 10;       // the score that a pair must exceed; gensim's threshold
};

struct Phrase {
  std::string text;  // first_second
  std::uint64_t count = 0;
  double score = 0;
};

inline constexpr char kPhraseDelimiter = '_';

class PhraseJoiner;

/// Counts words and neighbouring pairs: the first pass.
class Phrases final : public TokenVisitor {
 public:
  void token(std::string_view utf8) override;
  void end_sentence() override { before_ = kNone; }

  /// Chooses the pairs (a, b) with
  ///   (count(a b) − δ) / (count(a) · count(b)) · N > threshold,
  /// N being the number of different words and pairs. Throws BadParameter for a min_count < 1 or a
  /// threshold that is not a number. Returns them by falling score.
  std::vector<Phrase> choose(const PhraseOptions& options);

 private:
  friend class PhraseJoiner;
  static constexpr std::int32_t kNone = -1;
  static std::uint64_t key(std::int32_t a, std::int32_t b) {
    return static_cast<std::uint64_t>(a) << 32 | static_cast<std::uint32_t>(b);
  }
  bool joins(std::int32_t a, std::int32_t b) const {
    return a != kNone && b != kNone && chosen_.contains(key(a, b));
  }

  WordTable words_;
  std::vector<std::uint64_t> counts_;
  std::unordered_map<std::uint64_t, std::uint64_t> pairs_;   // key → count
  std::unordered_map<std::uint64_t, std::uint64_t> chosen_;  // those that are joined
  std::int32_t before_ = kNone;                              // the token before, in this sentence
};

/// Passes tokens on, joined where a pair was chosen: the second pass. From left to right; a joined
/// word is no part of another pair.
class PhraseJoiner final : public TokenVisitor {
 public:
  PhraseJoiner(const Phrases& phrases, TokenVisitor& next) : phrases_(phrases), next_(next) {}

  void token(std::string_view utf8) override;
  void end_sentence() override;

 private:
  void flush();

  const Phrases& phrases_;
  TokenVisitor& next_;
  std::string held_;  // the token before, not yet passed on
  std::int32_t id_ = Phrases::kNone;
  bool holds_ = false;
};

}  // namespace preformer
