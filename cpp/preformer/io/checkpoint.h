// A training run as a file. A resumed run gives the same bits as a run that never stopped. The file
// is a safetensors file, whose weights can also be loaded in PyTorch:
//   tensors    the parameters and all other state that visit_state() visits, under their names,
//              and the vocabulary (io/vocabulary_tensors.h)
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

/// `text`: the options that the trainer's corpus was made with. The trainer does not change.
std::string write_checkpoint(Trainer& trainer, const TextOptions& text = {});

/// A checkpoint that was read and checked. The bytes must outlive it.
class Checkpoint {
 public:
  /// Throws BadFormat for a file that is damaged or incomplete, and for files of other programs and
  /// of newer versions. Never uses more memory than the size of the file.
  explicit Checkpoint(std::string_view bytes);

  const TrainConfig& config() const { return config_; }
  const TextOptions& text() const { return text_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  /// They include the weights, under the names of the model's parameters.
  const std::vector<Tensor>& tensors() const { return file_.tensors; }

  /// The model without its text. It answers questions, but cannot be trained further.
  std::unique_ptr<Trainer> open() const;

  /// The run in the state of the checkpoint. Throws BadParameter unless the text and the held-out
  /// text are those of the run; a run without held-out text may get one. `threads` is
  /// TrainConfig's, which is not part of a checkpoint.
  std::unique_ptr<Trainer> resume(Corpus corpus, EncodedText heldout, int threads = 1) const;

 private:
  std::unique_ptr<Trainer> restore(Corpus corpus, EncodedText heldout, int threads) const;

  Safetensors file_;
  TrainConfig config_;
  TextOptions text_;
  Vocabulary vocabulary_;
};

}  // namespace preformer
