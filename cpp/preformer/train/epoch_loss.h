// The mean loss of one epoch. It depends on the run alone: losses are added step by step in the
// order of training, so neither slices nor reports change it.
#pragma once

#include <cstdint>
#include <limits>

namespace preformer {

/// Sums over the latest epoch that has a prediction: at the end of a run, the last epoch.
class EpochLoss {
 public:
  EpochLoss() = default;

  /// `epoch`: epochs completed before the step. With several threads, losses of an earlier epoch
  /// may come late; they are left out.
  void add(int epoch, double nats, std::uint64_t predictions, std::uint64_t correct = 0) {
    if (epoch < epoch_) return;
    if (epoch > epoch_) {
      const double before = mean();
      *this = EpochLoss(epoch);
      before_ = before;
    }
    nats_ += nats;
    predictions_ += predictions;
    correct_ += correct;
  }
  /// Nats per prediction; NaN if there was none.
  double mean() const { return per_prediction(nats_); }
  /// That of an epoch by the number of epochs before it, of the last two; NaN if it is not known.
  double mean_of(int epoch) const {
    return epoch == epoch_       ? mean()
           : epoch == epoch_ - 1 ? before_
                                 : std::numeric_limits<double>::quiet_NaN();
  }
  /// The share of correct predictions; NaN if there was none.
  double accuracy() const { return per_prediction(static_cast<double>(correct_)); }

  /// Passes the sums to a StateVisitor. Checkpoints of earlier versions do not contain them; the
  /// mean is then unknown until the next step.
  template <class Visitor>
  void visit(Visitor& visitor) {
    double epoch = epoch_, predictions = static_cast<double>(predictions_);
    visitor.later_real("lossEpoch", epoch);
    visitor.later_real("lossNats", nats_);
    visitor.later_real("lossPredictions", predictions);
    const bool known = epoch >= 0 && epoch < 1e9 && predictions >= 0 && predictions < 1e18;
    if (!known) return void(*this = EpochLoss());
    epoch_ = static_cast<int>(epoch);
    predictions_ = static_cast<std::uint64_t>(predictions);
  }

 private:
  explicit EpochLoss(int epoch) : epoch_(epoch) {}
  double per_prediction(double sum) const {
    return predictions_ > 0 ? sum / static_cast<double>(predictions_)
                            : std::numeric_limits<double>::quiet_NaN();
  }

  int epoch_ = -1;
  double nats_ = 0;
  double before_ = std::numeric_limits<double>::quiet_NaN();
  std::uint64_t predictions_ = 0, correct_ = 0;
};

}  // namespace preformer
