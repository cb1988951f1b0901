#include "preformer/io/vector_reader.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "preformer/io/vector_kind.h"
#include "preformer/io/vector_line.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

constexpr std::size_t kLongestLine = 1u << 24u, kLongestWord = 1000;

Error noise() {
  return vectors_problem(
      "noise", "This is no file of word vectors: neither text nor a binary word2vec file.");
}

Error empty_file() {
  return vectors_problem("empty", "The file is empty. Choose a file of word vectors.");
}

/// The start of a line, for a message.
std::string shown(std::string_view line) {
  const std::string text = quoted(line);
  return text.substr(1, text.size() - 2);
}

}  // namespace

void VectorReader::feed(std::string_view bytes) {
  if (mode_ == Mode::kDone) return;
  position_ += at_;
  pending_.erase(0, at_);
  at_ = 0;
  pending_ += bytes;
  if (returns_) end_lines_at_returns(pending_.size() - bytes.size());
  read(false);
}

void VectorReader::finish() {
  read(true);
  mode_ = Mode::kDone;
  const VectorsFound& found = rows_.found;
  if (found.words > 0) return;
  if (found.rows() == 0 || found.first.reason == RowFault::kCutOff) {
    throw vectors_problem("cut", "The file was cut off within its first word. Fetch it again.");
  }
  throw vectors_problem(
      "none",
      "The file holds no word that can be used: " + place_of(found.first, found.format) +
          " is left out, because " + reason_of(found.first, found.dimensions) + ".",
      std::to_string(found.first.place));
}

void VectorReader::read(bool ended) {
  if (mode_ == Mode::kBegin) begin(ended);
  if (mode_ == Mode::kText) read_text(ended);
  if (mode_ == Mode::kBinary) read_binary(ended);
}

void VectorReader::end_lines_at_returns(std::size_t from) {
  std::replace(pending_.begin() + static_cast<std::ptrdiff_t>(from), pending_.end(), '\r', '\n');
}

void VectorReader::begin(bool ended) {
  if (!ended && pending().size() < kLook) return;
  if (pending_.empty()) throw empty_file();
  refuse_other_kinds(pending_);
  if (pending_.find('\n') == std::string::npos && pending_.find('\r') != std::string::npos) {
    returns_ = true;
    end_lines_at_returns(0);
  }
  const std::string_view text = without_byte_order_mark(pending_);
  std::string_view rest = text;
  std::uint64_t blank = 0;
  auto line = next_line(rest, ended);
  for (; line && is_blank_line(*line); line = next_line(rest, ended)) ++blank;
  // Look further until the first two lines are there: a row of many numbers is long.
  const bool whole = line && (ended || rest.find('\n') != std::string_view::npos);
  if (!whole && !ended && pending_.size() < kLongestLine) return;
  if (!line && ended && blank > 0) throw empty_file();
  if (!line) throw noise();
  lines_ = blank;
  at_ = pending_.size() - text.size();
  if (read_vector_header(*line).present) {
    begin_with_header(rest, *line, ended);
    at_ = pending_.size() - rest.size();
    ++lines_;
  } else {
    begin_bare(text, *line);
  }
}

void VectorReader::begin_with_header(std::string_view look, std::string_view line, bool ended) {
  const VectorHeader header = read_vector_header(line);
  if (header.words < 1 || header.dimensions < 1 || header.dimensions > kMostDimensions) {
    throw vectors_problem(
        "header",
        "The first line must hold two whole numbers above 0, words and dimensions; it is \"" +
            shown(line) + "\".",
        shown(line));
  }
  const Body body = look_at_body(look, header.dimensions, ended);
  // A row with too few numbers is left out, but not all rows.
  if (body.text && body.numbers > 0 && !body.fits) {
    throw vectors_problem("width",
                          "The first word has " + std::to_string(body.numbers) +
                              " numbers, but the first line of the file promises " +
                              std::to_string(header.dimensions) + ".",
                          std::to_string(body.numbers), std::to_string(header.dimensions));
  }
  rows_.found.format = body.text ? VectorFormat::kText : VectorFormat::kBinary;
  rows_.found.promised = header.words;
  rows_.set_dimensions(static_cast<Index>(header.dimensions));
  mode_ = body.text ? Mode::kText : Mode::kBinary;
}

void VectorReader::begin_bare(std::string_view look, std::string_view line) {
  const LineShape first = shape_of(line);
  if (line.find('\t') != std::string_view::npos && first.fields > 1 &&
      first.numbers == first.fields) {
    throw vectors_problem("alone",
                          "This looks like vectors.tsv of the Embedding Projector. Choose it "
                          "together with its metadata.tsv, which holds the words.");
  }
  const Index dimensions = bare_dimensions(look, true);
  if (dimensions < 1 && !is_text(look.substr(0, kLook))) throw noise();
  if (dimensions < 1 || has_decimal_comma(line)) {
    throw vectors_problem("start",
                          "The first line, \"" + shown(line) +
                              "\", is not a word and its numbers, with decimal points and spaces "
                              "between them. Is this a file of word vectors?",
                          shown(line));
  }
  rows_.set_dimensions(dimensions);
  mode_ = Mode::kText;
}

void VectorReader::read_text(bool ended) {
  std::string_view rest = pending();
  while (mode_ == Mode::kText) {
    const auto line = next_line(rest, ended);
    if (!line) break;
    at_ = pending_.size() - rest.size();
    ++lines_;
    if (!is_blank_line(*line)) read_text_row(*line);
  }
  if (rest.size() > kLongestLine) throw noise();
  VectorsFound& found = rows_.found;
  if (!ended || mode_ == Mode::kDone) return;
  found.ends_early = found.rows() < found.promised;
  if (found.ends_early) rows_.refuse_other_length();
}

void VectorReader::read_text_row(std::string_view line) {
  VectorsFound& found = rows_.found;
  if (rows_.full()) {
    found.limited = true;
    mode_ = Mode::kDone;
    return;
  }
  if (found.promised > 0 && found.rows() == found.promised) {
    found.goes_on = true;
    rows_.refuse_other_length();
  }
  const VectorLine read = read_vector_line(line, rows_.dimensions(), rows_.row());
  if (read.fault == RowFault::kNone) {
    rows_.add(read.word, lines_);
  } else {
    rows_.leave_out(read.fault, lines_, read.what);
  }
}

void VectorReader::read_binary(bool ended) {
  VectorsFound& found = rows_.found;
  const auto skip_line_feeds = [&] {
    while (at_ < pending_.size() && pending_[at_] == '\n') ++at_;
  };
  for (;;) {
    skip_line_feeds();
    if (found.rows() == found.promised) {
      found.goes_on = at_ < pending_.size();
      if (found.goes_on) mode_ = Mode::kDone;
      break;
    }
    if (rows_.full()) {
      found.limited = true;
      mode_ = Mode::kDone;
      return;
    }
    if (!read_binary_row(ended)) break;
  }
  if (mode_ == Mode::kDone) return rows_.refuse_other_length();
  if (!ended) return;
  found.ends_early = found.ends_early || found.rows() < found.promised;
  if (found.ends_early) rows_.refuse_other_length();
}

bool VectorReader::read_binary_row(bool ended) {
  const std::uint64_t number = rows_.found.rows() + 1;
  const std::size_t row_bytes = static_cast<std::size_t>(rows_.dimensions()) * sizeof(float);
  const std::string_view rest = pending();
  const std::size_t length = rest.substr(0, kLongestWord).find(' ');
  const bool endless = length == std::string_view::npos && rest.size() >= kLongestWord;
  if (endless && number == 1) throw noise();
  if (endless) {
    const std::string byte = std::to_string(position_ + at_);
    throw vectors_problem("damaged",
                          "Byte " + byte +
                              ": no word begins here. The file is damaged, or its "
                              "first line is wrong.",
                          byte);
  }
  if (length == std::string_view::npos || rest.size() < length + 1 + row_bytes) {
    if (!ended || rest.empty()) return false;
    at_ = pending_.size();
    rows_.found.ends_early = true;
    rows_.leave_out(RowFault::kCutOff, number);
    return false;
  }
  std::memcpy(rows_.row(), rest.data() + length + 1, row_bytes);
  at_ += length + 1 + row_bytes;
  const float* const row = rows_.row();
  const bool finite =
      std::all_of(row, row + rows_.dimensions(), [](float x) { return std::isfinite(x); });
  if (finite) {
    rows_.add(rest.substr(0, length), number);
  } else {
    rows_.leave_out(RowFault::kNotFinite, number);
  }
  return true;
}

}  // namespace preformer
