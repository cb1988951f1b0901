#include "preformer/train/classification_meter.h"

#include <algorithm>
#include <utility>

namespace preformer {

namespace {

constexpr std::size_t kExamplesTogether = 32;

}  // namespace

ClassificationMeter::ClassificationMeter(LayeredClassifier<float>& model, LabelledExamples examples,
                                         std::size_t level)
    : model_(model),
      examples_(std::move(examples)),
      level_(level),
      top_(model.layers().size()),
      confusion_(static_cast<std::size_t>(model.classes()),
                 std::vector<std::uint32_t>(static_cast<std::size_t>(model.classes()))) {}

bool ClassificationMeter::work() {
  if (finished()) return true;
  const std::size_t first = predictions_.size();
  const std::size_t count = std::min(kExamplesTogether, examples_.size() - first);
  model_.forward(std::span(examples_.examples).subspan(first, count), level_, top_, logits_);
  for (std::size_t i = 0; i < count; ++i) {
    const float* logits = logits_[i].data();
    const auto predicted =
        static_cast<std::size_t>(std::max_element(logits, logits + model_.classes()) - logits);
    const auto label = static_cast<std::size_t>(examples_.labels[first + i]);
    predictions_.push_back(static_cast<std::int32_t>(predicted));
    ++confusion_[label][predicted];
    if (label == predicted) ++correct_;
  }
  return finished();
}

double ClassificationMeter::progress() const {
  if (examples_.size() == 0) return 1;
  return static_cast<double>(predictions_.size()) / static_cast<double>(examples_.size());
}

double ClassificationMeter::accuracy() const {
  return static_cast<double>(correct_) / static_cast<double>(predictions_.size());
}

}  // namespace preformer
