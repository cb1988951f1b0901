#include "wasm/files/readers.h"

#include <cmath>

namespace preformer::wasm {

namespace {

val to_js_rows(const VectorRows& rows) {
  const std::vector<double> counts(rows.counts.begin(), rows.counts.end());
  return Object()
      .set("words", to_uint8_array(rows.words))
      .set("numbers", to_float32_array(rows.numbers))
      .set("counts", to_float64_array(counts))
      .value();
}

val to_js_found(const VectorsFound& found) {
  Object object;
  object.set("format", format_name(found.format))
      .set("words", found.words)
      .set("dimensions", found.dimensions)
      .set("promised", found.promised)
      .set("limited", found.limited)
      .set("short", found.ends_early)
      .set("long", found.goes_on)
      .set("leftOut", found.left_out)
      .set("duplicates", found.duplicates)
      .set("renamed", found.renamed);
  if (found.left_out > 0) {
    object.set("firstLeftOut", Object()
                                   .set("line", found.first.place)
                                   .set("file", found.first.in_metadata ? "metadata" : "vectors")
                                   .set("reason", fault_name(found.first.reason))
                                   .set("text", found.first.what)
                                   .value());
  }
  if (found.column > 0) {
    object.set("column", Object()
                             .set("number", found.column)
                             .set("of", found.columns)
                             .set("heading", found.heading)
                             .value());
  }
  return object.value();
}

VectorReadOptions to_options(double limit, bool strict) {
  VectorReadOptions options;
  if (std::isfinite(limit)) options.limit = static_cast<std::uint64_t>(limit);
  options.strict = strict;
  return options;
}

}  // namespace

void VectorFile::feed(const val& bytes) {
  guarded([&] { reader_.feed(to_bytes(bytes)); });
}
void VectorFile::finish() {
  guarded([&] { reader_.finish(); });
}
val VectorFile::take() {
  return guarded([&] { return to_js_rows(reader_.take()); });
}
val VectorFile::found() const { return to_js_found(reader_.found()); }

void VectorPair::survey_vectors(const val& bytes) {
  guarded([&] { survey_.feed_vectors(to_bytes(bytes)); });
}
void VectorPair::survey_metadata(const val& bytes) {
  guarded([&] { survey_.feed_metadata(to_bytes(bytes)); });
}
void VectorPair::finish_survey() {
  guarded([&] { reader_.emplace(survey_.finish(), options_); });
}
void VectorPair::feed_vectors(const val& bytes) {
  guarded([&] { reader_->feed_vectors(to_bytes(bytes)); });
}
void VectorPair::feed_metadata(const val& bytes) {
  guarded([&] { reader_->feed_metadata(to_bytes(bytes)); });
}
void VectorPair::finish_vectors() {
  guarded([&] { reader_->finish_vectors(); });
}
void VectorPair::finish_metadata() {
  guarded([&] { reader_->finish_metadata(); });
}
void VectorPair::finish() {
  guarded([&] { reader_->finish(); });
}
val VectorPair::take() {
  return guarded([&] { return to_js_rows(reader_->take()); });
}
val VectorPair::found() const { return to_js_found(reader_->found()); }

VectorFile* open_vectors(double limit, bool strict) {
  return guarded([&] { return new VectorFile(to_options(limit, strict)); });
}

VectorPair* open_vector_pair(double limit, bool strict) {
  return guarded([&] { return new VectorPair(to_options(limit, strict)); });
}

}  // namespace preformer::wasm
