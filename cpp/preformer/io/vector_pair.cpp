#include "preformer/io/vector_pair.h"

#include "preformer/io/vector_line.h"
#include "preformer/io/words.h"

namespace preformer {

PairReader::PairReader(const Pairing& pairing, const VectorReadOptions& options)
    : pairing_(pairing), rows_(options), vector_lines_(false), label_lines_(pairing.quoted) {
  rows_.set_dimensions(pairing.dimensions);
  VectorsFound& found = rows_.found;
  found.format = VectorFormat::kTsv;
  found.column = pairing.word + 1;
  found.columns = pairing.columns;
  found.heading = pairing.title;
}

void PairReader::feed_vectors(std::string_view bytes) {
  vector_lines_.feed(bytes);
  read();
}

void PairReader::feed_metadata(std::string_view bytes) {
  label_lines_.feed(bytes);
  read();
}

void PairReader::finish_vectors() {
  vector_lines_.finish();
  read();
}

void PairReader::finish_metadata() {
  label_lines_.finish();
  read();
}

void PairReader::read() {
  const auto fill = [](LabelLines& lines, std::optional<std::string>& next, bool& heading_read) {
    if (!heading_read) heading_read = lines.next().has_value();
    if (next || !heading_read) return;
    if (const auto line = lines.next()) {
      next = std::string(*line);
    } else if (lines.at_end()) {
      next = "";  // blank lines at the end need not be there
    }
  };
  vectors_heading_read_ = vectors_heading_read_ || !pairing_.vectors_heading;
  heading_read_ = heading_read_ || !pairing_.heading;
  while (!done_) {
    fill(vector_lines_, vector_, vectors_heading_read_);
    fill(label_lines_, label_, heading_read_);
    if (!vector_ || !label_) return;
    if (rows_.full()) {
      rows_.found.limited = true;
      done_ = true;
      return;
    }
    read_row();
    vector_.reset();
    label_.reset();
    done_ = rows_.found.rows() == pairing_.rows;
  }
}

void PairReader::read_row() {
  const std::uint64_t line = label_lines_.line();
  const auto fields = label_fields(*label_, pairing_.quoted);
  const std::string word = pairing_.word < fields.size() ? fields[pairing_.word] : "";
  const VectorLine numbers = read_numbers_line(*vector_, rows_.dimensions(), rows_.row());
  if (numbers.fault != RowFault::kNone) {
    return rows_.leave_out(numbers.fault, vector_lines_.line(), numbers.what);
  }
  const std::uint64_t before = rows_.found.words;
  rows_.add(word, line, true);
  if (!pairing_.count || rows_.found.words == before) return;
  const bool counted = *pairing_.count < fields.size();
  rows_.add_count(counted ? parse_count(fields[*pairing_.count]).value_or(0) : 0);
}

void PairReader::finish() {
  done_ = true;
  const VectorsFound& found = rows_.found;
  if (found.words > 0) return;
  throw vectors_problem(
      "none",
      "The files hold no word that can be used: " + place_of(found.first, found.format) +
          " is left out, because " + reason_of(found.first, found.dimensions) + ".",
      std::to_string(found.first.place));
}

}  // namespace preformer
