// What JavaScript holds of an ELMo whose weights come from a file: it reads sentences of any words.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "preformer/models/elmo_reader.h"
#include "preformer/query/occurrence_map.h"
#include "wasm/values.h"

namespace preformer::wasm {

class PublishedElmo : Counted {
 public:
  using Words = std::vector<std::string>;

  explicit PublishedElmo(const val& options);

  // Weights: a list of {name, rows, cols}, and some rows of the one at a place in it.
  val parameters();
  void set_rows(double parameter, double first, val numbers);

  val info() const;
  std::string weights_hash();
  double parameter_count() const { return count_reader_weights(reader_.shape()); }

  // Questions, as to a model of words (wasm/words/senses.cpp). The weights no longer move, so what
  // a sentence was found to be is kept.
  val context_vectors(val sentence, val view);
  val context_neighbours(val sentence, val query);
  val watch(val what);
  val sense_map(val query);

  /// Reads those of these sentences that were not read yet.
  void read(std::span<const Words> sentences);
  /// How many words are read in about a tenth of a second.
  std::size_t words_at_a_time() const { return reader_.words_within(kAtATime); }

 private:
  static constexpr double kAtATime = 3e8;  // multiplications

  struct Watched {
    Words sentence;
    std::size_t position;
  };

  Watched watched_in(Words sentence) const;
  /// The layers of a sentence, [n, 2D] each.
  const OccurrenceLayers& layers_of(const Words& sentence);
  OccurrenceLayers layers_of(std::span<const Watched> occurrences);

  ElmoReader reader_;
  std::vector<Parameter<float>*> parameters_;
  std::map<Words, OccurrenceLayers> read_;

  Words watched_words_;
  std::vector<Watched> watched_;
  OccurrenceMap occurrences_;
};

/// Many sentences read ahead, in slices. The reader must live until the last one.
class ReadingAhead : Counted {
 public:
  ReadingAhead(PublishedElmo& reader, const val& sentences);

  bool run_for(double milliseconds);  // whether it is finished
  double progress() const;
  val result() const { return Object().set("sentences", sentences_.size()).value(); }

 private:
  PublishedElmo& reader_;
  std::vector<PublishedElmo::Words> sentences_;  // by length
  std::size_t first_ = 0;
};

PublishedElmo* open_published_elmo(val options);
ReadingAhead* read_ahead(PublishedElmo& reader, val sentences);

}  // namespace preformer::wasm
