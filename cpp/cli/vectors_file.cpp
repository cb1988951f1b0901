#include "cli/vectors_file.h"

#include <cstdio>
#include <limits>
#include <utility>

#include "cli/files.h"
#include "cli/text_files.h"
#include "preformer/io/vector_kind.h"
#include "preformer/io/vector_pair.h"
#include "preformer/io/vector_reader.h"

namespace preformer::cli {

namespace {

template <class Reader>
VectorsRead finish(Reader& reader, VectorsGathered& gathered) {
  reader.finish();
  gathered.add(reader.take(), static_cast<Index>(reader.found().dimensions));
  return {gathered.finish(), reader.found()};
}

template <class Reader>
void take(Reader& reader, VectorsGathered& gathered) {
  gathered.add(reader.take(), static_cast<Index>(reader.found().dimensions));
}

/// A file whose first piece was looked at.
struct Started {
  FilePieces file;
  std::string start;
  std::string encoding;  // empty: UTF-8, or binary

  Started(const std::string& path, const std::string& named) : file(path, "vectors") {
    bool more = true;
    for (std::string piece; start.size() < kLook && (more = file.next(piece));) start += piece;
    encoding = encoding_of_vectors(std::string_view(start).substr(0, kLook),
                                   !more && start.size() <= kLook, path, named);
  }

  /// The whole file as UTF-8.
  std::string text(const std::string& path) {
    return as_text(std::move(start) + file.rest(), path, "vectors", encoding);
  }

  VectorsRead with_encoding(VectorsRead read) const {
    read.found.encoding = encoding;
    return read;
  }
};

VectorsRead read_one(const std::string& path, const std::string& encoding,
                     const VectorReadOptions& options) {
  Started started(path, encoding);
  if (!started.encoding.empty()) {
    return started.with_encoding(read_vectors(started.text(path), options));
  }
  VectorReader reader(options);
  VectorsGathered gathered;
  reader.feed(started.start);
  take(reader, gathered);
  for (std::string piece; reader.wants_more() && started.file.next(piece);) {
    reader.feed(piece);
    take(reader, gathered);
  }
  return finish(reader, gathered);
}

/// The labels are text of any encoding, and small beside the vectors.
VectorsRead read_pair(const std::string& path, std::string_view labels, const std::string& encoding,
                      const VectorReadOptions& options) {
  Started started(path, encoding);
  if (!started.encoding.empty()) {
    return started.with_encoding(read_vector_pair(started.text(path), labels, options));
  }
  FilePieces& vectors = started.file;
  vectors.rewind();
  PairSurvey survey;
  std::string piece;
  while (vectors.next(piece)) survey.feed_vectors(piece);
  survey.feed_metadata(labels);
  vectors.rewind();
  PairReader reader(survey.finish(), options);
  reader.feed_metadata(labels);
  reader.finish_metadata();
  VectorsGathered gathered;
  while (reader.wants_more()) {
    vectors.next(piece) ? reader.feed_vectors(piece) : reader.finish_vectors();
    take(reader, gathered);
  }
  return finish(reader, gathered);
}

VectorsRead read_file_or_pair(const VectorsFileOptions& options, const VectorReadOptions& reading) {
  const std::string& path = options.path;
  const std::string metadata = metadata_of(options);
  if (metadata.empty()) return read_one(path, options.encoding, reading);
  const std::string labels = read_text(metadata, "metadata", options.encoding);
  return read_pair(path, labels, options.encoding, reading);
}

}  // namespace

std::string metadata_of(const VectorsFileOptions& options) {
  const std::string& path = options.path;
  if (!options.metadata.empty() || path.empty()) return options.metadata;
  const bool packed = ending_of(path) == ".gz";
  const std::string ending = ending_of(packed ? path.substr(0, path.size() - 3) : path);
  return ending == ".tsv" ? metadata_path(path) : "";
}

void add_limit_option(CLI::App& verb, VectorsFileOptions& options, const std::string& prefix) {
  verb.add_option(prefix + "limit", options.limit, "Read only the first N words of the vectors")
      ->check(CLI::Range(std::uint64_t{1}, std::numeric_limits<std::uint64_t>::max()));
}

void add_reading_options(CLI::App& verb, VectorsFileOptions& options, const std::string& prefix) {
  add_limit_option(verb, options, prefix);
  verb.add_flag(prefix + "strict", options.strict,
                "Refuse a file of vectors of which anything would be left out or renamed");
}

VectorsRead read_vectors_file(const VectorsFileOptions& options) {
  VectorReadOptions reading;
  if (options.limit > 0) reading.limit = options.limit;
  reading.strict = options.strict;
  const VectorsRead read = read_file_or_pair(options, reading);
  std::fprintf(stderr, "%s: %s\n", options.path.c_str(), report_of(read.found).c_str());
  return read;
}

Json found_json(const VectorsFound& found) {
  Json json = {{"format", format_name(found.format)},
               {"words", found.words},
               {"dimensions", found.dimensions},
               {"promised", found.promised},
               {"limited", found.limited},
               {"short", found.ends_early},
               {"long", found.goes_on},
               {"leftOut", found.left_out},
               {"duplicates", found.duplicates},
               {"renamed", found.renamed}};
  if (found.left_out > 0) {
    json["firstLeftOut"] = {{"line", found.first.place},
                            {"file", found.first.in_metadata ? "metadata" : "vectors"},
                            {"reason", fault_name(found.first.reason)},
                            {"text", found.first.what}};
  }
  if (!found.encoding.empty()) json["encoding"] = found.encoding;
  if (found.column > 0) {
    json["column"] = {{"number", found.column}, {"of", found.columns}, {"heading", found.heading}};
  }
  return json;
}

}  // namespace preformer::cli
