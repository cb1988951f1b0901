#include "preformer/io/pair_survey.h"

#include <algorithm>
#include <array>

#include "preformer/base/read_float.h"
#include "preformer/io/vector_line.h"
#include "preformer/io/words.h"

namespace preformer {

namespace {

/// Headings of the column that holds the words, the best first.
constexpr std::array<std::string_view, 5> kWordColumns = {"word", "label", "token", "text", "name"};

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return text;
}

bool is_number(const std::string& field) {
  float value;
  return read_float(field, value) != FloatText::kOther;
}

bool is_remark(std::string_view line) { return line.starts_with("# "); }

std::optional<std::size_t> column_named(const std::vector<std::string>& heading,
                                        std::string_view name) {
  const auto found = std::find_if(heading.begin(), heading.end(), [&](const std::string& field) {
    return lower_ascii(field) == name;
  });
  if (found == heading.end()) return std::nullopt;
  return static_cast<std::size_t>(found - heading.begin());
}

std::optional<std::size_t> word_column_named(const std::vector<std::string>& heading) {
  for (const std::string_view name : kWordColumns) {
    if (const auto column = column_named(heading, name)) return column;
  }
  return std::nullopt;
}

}  // namespace

void PairSurvey::Lines::count(bool is_blank, std::uint64_t line) {
  ++all;
  if (!is_blank) {
    filled = all;
  } else if (blank == 0) {
    blank = line;
  }
}

void PairSurvey::Labels::read_records(bool is_quoted) {
  if (broken) return;
  try {
    while (const auto record = lines.next()) {
      count.count(is_blank_line(*record), lines.line());
      if (!is_blank_line(*record)) count.remark = is_remark(*record);
      const auto fields = label_fields(*record, is_quoted);
      if (count.all == 1) {
        first = fields;
        numbers.assign(fields.size(), false);
        texts.assign(fields.size(), false);
        continue;
      }
      for (std::size_t i = 0; i < std::min(fields.size(), first.size()); ++i) {
        if (texts[i] || fields[i].empty()) continue;
        (is_number(fields[i]) ? numbers : texts)[i] = true;
      }
    }
  } catch (const Error&) {
    if (!is_quoted) throw;
    broken = true;  // a quote that is only a quote: the other way to read the file is right
  }
}

bool PairSurvey::Labels::titled() const {
  if (std::any_of(first.begin(), first.end(), is_number)) return false;
  if (word_column_named(first)) return true;
  for (std::size_t i = 0; i < first.size() && first.size() > 1; ++i) {
    if (numbers[i] && !texts[i] && !first[i].empty()) return true;
  }
  return false;
}

void PairSurvey::feed_vectors(std::string_view bytes) {
  vector_lines_.feed(bytes);
  read_vectors();
}

void PairSurvey::read_vectors() {
  constexpr std::uint64_t kLinesMeasured = 100;
  while (const auto line = vector_lines_.next()) {
    const bool blank = is_blank_line(*line);
    vectors_.count(blank, vector_lines_.line());
    if (blank) continue;
    vectors_.remark = is_remark(*line);
    if (vectors_.all > kLinesMeasured) continue;
    const LineShape shape = shape_of(*line);
    if (vectors_.all == 1) vectors_heading_ = shape.numbers == 0;
    if (vectors_.all == 1 && vectors_heading_) continue;
    if (shape.numbers == 0) continue;
    if (++widths_[shape.fields] > (width_ > 0 ? widths_[width_] : 0)) width_ = shape.fields;
  }
}

void PairSurvey::feed_metadata(std::string_view bytes) {
  plain_.lines.feed(bytes);
  plain_.read_records(false);
  if (quoted_.broken) return;
  quoted_.lines.feed(bytes);
  quoted_.read_records(true);
}

/// Whether the labels have a heading if there are so many rows; nothing if they do not fit.
std::optional<bool> PairSurvey::heading_of(const Labels& labels, std::uint64_t rows) const {
  if (labels.broken) return std::nullopt;
  // Blank lines at the end may be labels, or none; so may a remark there.
  const std::uint64_t least = labels.count.filled - (labels.count.remark ? 1 : 0);
  const auto fits = [&](std::uint64_t lines) {
    return least <= lines && lines <= labels.count.all;
  };
  const bool titled = labels.titled();
  // A line too many is a heading only if it cannot be a blank line that does not belong there.
  if (fits(rows + 1) && (titled || (!fits(rows) && !labels.count.blank_inside()))) return true;
  // In one column, "word" may be a word.
  if (fits(rows) && !(titled && labels.first.size() > 1)) return false;
  return std::nullopt;
}

Error PairSurvey::mismatch(std::uint64_t rows) const {
  const bool titled = plain_.titled() && (plain_.first.size() > 1 || plain_.count.filled != rows);
  const std::uint64_t labels = plain_.count.filled - (titled ? 1 : 0);
  const std::string counts = std::to_string(labels) + " / " + std::to_string(rows);
  const std::string sentence =
      "There are " + std::to_string(labels) + " words and " + std::to_string(rows) + " vectors";
  const auto blank = [&](const char* name, const char* what, std::uint64_t line) {
    return vectors_problem(name,
                           sentence + "; line " + std::to_string(line) + " of the file of " + what +
                               " is blank. Row i of one file must belong to line i of the other.",
                           std::to_string(line), counts);
  };
  if (vectors_.blank_inside()) {
    return blank("pairing.vectors", "vectors", vectors_.blank);
  }
  if (plain_.count.blank_inside()) {
    return blank("pairing.blank", "words", plain_.count.blank);
  }
  if (titled) {
    return vectors_problem("pairing.heading",
                           sentence +
                               "; the first line of the file of words was taken as a heading. Both "
                               "files must come from the same model.",
                           std::to_string(labels), std::to_string(rows));
  }
  return vectors_problem("pairing", sentence + ". Both files must come from the same model.",
                         std::to_string(labels), std::to_string(rows));
}

Pairing PairSurvey::finish() {
  vector_lines_.finish();
  read_vectors();
  plain_.lines.finish();
  plain_.read_records(false);
  quoted_.lines.finish();
  quoted_.read_records(true);
  if (vectors_.filled == 0) {
    throw vectors_problem("empty.vectors", "The file of vectors is empty. Choose another file.");
  }
  if (plain_.count.filled == 0) {
    throw vectors_problem("empty.words", "The file of words is empty. Choose another file.");
  }
  if (width_ == 0 || width_ > kMostDimensions) {
    throw vectors_problem("numbers",
                          "The file of vectors holds no rows of numbers. Choose another file.");
  }
  Pairing pairing;
  pairing.vectors_heading = vectors_heading_;
  pairing.dimensions = static_cast<Index>(width_);
  const std::uint64_t rows = vectors_.filled - (vectors_heading_ ? 1 : 0);
  if (match(rows, pairing)) return pairing;
  if (vectors_.remark && rows > 1 && match(rows - 1, pairing)) return pairing;
  throw mismatch(rows);
}

/// Sets how the labels are read for so many rows; false if they do not fit.
bool PairSurvey::match(std::uint64_t rows, Pairing& pairing) const {
  const auto plain = heading_of(plain_, rows);
  const auto quoted = heading_of(quoted_, rows);
  // One line too many may be a heading or a line break between quotes; a heading's name decides.
  const bool certain = plain && (!*plain || plain_.titled());
  pairing.quoted = !certain && quoted;
  const Labels& labels = pairing.quoted ? quoted_ : plain_;
  const auto heading = pairing.quoted ? quoted : plain;
  if (!heading) return false;
  pairing.rows = rows;
  pairing.heading = *heading;
  pairing.columns = labels.first.size();
  // Without a heading, the first record is a row like the others.
  std::vector<bool> texts = labels.texts;
  for (std::size_t i = 0; i < texts.size() && !pairing.heading; ++i) {
    if (!labels.first[i].empty() && !is_number(labels.first[i])) texts[i] = true;
  }
  const auto first_text = std::find(texts.begin(), texts.end(), true);
  if (first_text != texts.end()) {
    pairing.word = static_cast<std::size_t>(first_text - texts.begin());
  }
  if (!pairing.heading) return true;
  pairing.word = word_column_named(labels.first).value_or(pairing.word);
  pairing.title = labels.first[pairing.word];
  pairing.count = column_named(labels.first, "count");
  if (pairing.count == pairing.word) pairing.count.reset();
  return true;
}

}  // namespace preformer
