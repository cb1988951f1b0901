// In how many runs with other seeds an answer held. web/src/api/agreement.js counts the same way.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace preformer {

struct Scored {
  std::string word;
  double value = 0;  // a similarity or a probability
};

/// A word that was among the first answers of a run.
struct Agreed {
  std::string word;
  std::uint64_t first = 0;  // the number of runs whose first answer it was
  std::uint64_t among = 0;  // the number of runs that had it among their first ten answers
  double mean = 0;          // of its values in all runs
  double spread = 0;        // standard deviation of these values (n − 1); 0 for one run
};

struct MeanAndSpread {
  double mean = 0;
  double spread = 0;  // standard deviation (n − 1); 0 for one value
};
MeanAndSpread mean_and_spread(std::span<const double> values);

class Agreement {
 public:
  /// The answer of one run, the best first, of all words that can be the answer.
  void add(const std::vector<Scored>& answer);
  /// The word that was first most often is the first.
  std::vector<Agreed> words() const;

 private:
  struct Row {
    std::uint64_t first = 0, among = 0;
    std::vector<double> values;
  };
  std::map<std::string, Row> rows_;
};

}  // namespace preformer
