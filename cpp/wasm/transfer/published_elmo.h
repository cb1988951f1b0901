// An ELMo with weights from a file, as a JavaScript object. It reads sentences of any words.
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

  // Weights: parameters() lists {name, rows, cols}; set_rows() sets some rows of one of them.
  val parameters();
  void set_rows(double parameter, double first, val numbers);

  val info() const;
  std::string weights_hash();
  double parameter_count() const { return count_reader_weights(reader_.shape()); }

  // Questions, as for a word model (wasm/words/senses.cpp). The weights do not change any more, so
  // the layers of a sentence are stored.
  val context_vectors(val sentence, val view);
  val context_neighbours(val sentence, val query);
  val watch(val what);
  val sense_map(val query);

  /// Reads the sentences that have not been read yet.
  void read(std::span<const Words> sentences);
  /// The number of words that are read in about a tenth of a second.
  std::size_t words_at_a_time() const { return reader_.words_within(kAtATime); }

 private:
  static constexpr double kAtATime = 3e8;  // multiplications

  struct Watched {
    Words sentence;
    std::size_t position;
  };

  Watched watched_in(Words sentence) const;
  /// The layers of a sentence of n words, each [n, 2D].
  const OccurrenceLayers& layers_of(const Words& sentence);
  OccurrenceLayers layers_of(std::span<const Watched> occurrences);

  ElmoReader reader_;
  std::vector<Parameter<float>*> parameters_;
  std::map<Words, OccurrenceLayers> read_;

  Words watched_words_;
  std::vector<Watched> watched_;
  OccurrenceMap occurrences_;
};

/// Reads many sentences ahead, in slices. The reader must live until the last slice.
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
