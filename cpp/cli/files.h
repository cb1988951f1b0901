// Reading and writing files. The core itself does not access files.
#pragma once

#include <string>
#include <string_view>

#include "preformer/models/word_vectors.h"

namespace preformer::cli {

/// Reads a whole file; "-" is standard input. A file compressed by gzip is unpacked. Errors contain
/// `option`. Throws BadParameter if the file cannot be read, BadFormat if it is damaged, TooLarge
/// if it unpacks to more than a machine's memory can hold.
std::string read_file(const std::string& path, const std::string& option);

/// Writes to another file and renames it, so that an interrupted run never leaves half a file.
void write_file(const std::string& path, std::string_view bytes, const std::string& option);

/// Reads word vectors of any format. `metadata` is the second file of a TSV pair, `encoding`
/// that of text files.
WordVectors read_vectors_file(const std::string& path, const std::string& metadata,
                              const std::string& encoding = "");

/// The end of the name decides the format: .bin is word2vec binary, .tsv a pair whose second file
/// ends in .metadata.tsv, .npy the matrix alone, anything else word2vec text.
void write_vectors_file(const std::string& path, const Vocabulary& vocabulary,
                        const MatrixRef& vectors, const std::string& option);

}  // namespace preformer::cli
