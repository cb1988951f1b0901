// The input of `preformer transfer`: a pre-trained model, examples for training and for the test.
#pragma once

#include <string>

#include "preformer/io/image_set.h"
#include "preformer/models/weights.h"
#include "preformer/text/left_out.h"
#include "preformer/train/classifier_design.h"
#include "preformer/train/sentence_examples.h"
#include "preformer/train/transfer_comparison.h"

namespace preformer::cli {

struct TaskOptions {
  std::string task;                 // "digits", "reviews" or a file of label, tab, sentence
  std::string language = "en";      // of the reviews
  std::string encoding;             // of that file
  std::string checkpoint;           // the pre-trained model; empty: train one
  std::string tokenizer = "space";  // of a file
  std::string data;                 // folder of prepared data; empty: beside the program
  std::string program;              // the program's own folder
  std::vector<int> shots;           // the numbers of labelled examples per class
  bool strict = false;              // refuse a line that cannot be read
  std::uint64_t seed = 1;
  bool silent = true;  // no progress on the terminal
};

/// Can be moved, but not copied: the examples point to numbers that it owns.
struct Task {
  ClassifierDesign design;
  Weights pretrained;
  std::vector<std::string> labels;
  LineCounts lines;  // of a file of labelled lines
  LabelledExamples pool, test;
  double pretrain_seconds = 0;   // 0 if it came from a file
  double pretrain_accuracy = 0;  // digits: on images of A's digits not used for training; else NaN

  ImageSet images;
  Matrix<float> pixels;
  SentenceExamples pool_sentences, test_sentences;

  /// Whether words outside the model's vocabulary become <unk>.
  bool has_stand_in() const {
    return design.words && design.words->vocabulary.find(kUnknownToken).has_value();
  }
};

Task make_task(const TaskOptions& options);

}  // namespace preformer::cli
