// Reads files of word vectors, and reports what was left out.
#pragma once

#include <cstdint>
#include <string>

#include "cli/verbs.h"
#include "preformer/io/read_vectors.h"

namespace preformer::cli {

struct VectorsFileOptions {
  std::string path, metadata;  // metadata: the second file of a TSV pair
  std::string encoding;        // of text files; empty: UTF-8
  std::uint64_t limit = 0;     // of words; 0: all
  bool strict = false;
};

/// `--limit` of a verb that has a `--strict` of its own.
void add_limit_option(CLI::App& verb, VectorsFileOptions& options,
                      const std::string& prefix = "--");

/// `--limit` and `--strict` of a verb that reads vectors, with the prefix of its other options.
void add_reading_options(CLI::App& verb, VectorsFileOptions& options,
                         const std::string& prefix = "--");

/// The file with the words of a TSV pair; empty if the vectors are one file.
std::string metadata_of(const VectorsFileOptions& options);

/// Reads vectors of any format and prints one line to stderr: what was read, left out and renamed.
VectorsRead read_vectors_file(const VectorsFileOptions& options);

/// The same facts for --json, named as in the JavaScript API (info.imported).
Json found_json(const VectorsFound& found);

}  // namespace preformer::cli
