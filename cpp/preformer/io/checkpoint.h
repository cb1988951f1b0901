// A training run in a file: what it needs to go on as if it had never stopped. The file is a
// safetensors file, so its weights also load in PyTorch:
//   tensors    the parameters and all else visit_state() walks, under their names, and the
//              vocabulary (io/vocabulary_tensors.h)
//   metadata   checksum, format, version (io/sealed_file.h), config and text (JSON), state.<name>,
//              heldoutHash
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "preformer/io/safetensors.h"
#include "preformer/io/sealed_file.h"
#include "preformer/text/corpus.h"
#include "preformer/text/encoded_text.h"
#include "preformer/text/text_options.h"
#include "preformer/train/trainer.h"

namespace preformer {

inline constexpr SealedFormat kCheckpointFormat{"preformer-checkpoint", 1};

/// `text`: how the trainer's corpus was made. The trainer is as it was afterwards.
std::string write_checkpoint(Trainer& trainer, const TextOptions& text = {});

/// A checkpoint that was read and found whole. The bytes must outlive it.
class Checkpoint {
 public:
  /// Throws BadFormat for files that are damaged, cut off, of another program or of a newer
  /// version; none takes more memory than it holds.
  explicit Checkpoint(std::string_view bytes);

  const TrainConfig& config() const { return config_; }
  const TextOptions& text() const { return text_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  /// Weights among them, under the names of the model's parameters.
  const std::vector<Tensor>& tensors() const { return file_.tensors; }

  /// The model without its text: it answers questions, but training is over.
  std::unique_ptr<Trainer> open() const;

  /// The run where it stood. Throws BadParameter unless text and held-out text are those of the
  /// run; a run without held-out text may be given one. `threads`: TrainConfig's, which no
  /// checkpoint holds.
  std::unique_ptr<Trainer> resume(Corpus corpus, EncodedText heldout, int threads = 1) const;

 private:
  std::unique_ptr<Trainer> restore(Corpus corpus, EncodedText heldout, int threads) const;

  Safetensors file_;
  TrainConfig config_;
  TextOptions text_;
  Vocabulary vocabulary_;
};

}  // namespace preformer
