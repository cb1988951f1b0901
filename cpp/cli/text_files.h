// Text files of any encoding. Everything that the command line reads as text comes through here.
#pragma once

#include <string>
#include <string_view>

#include "cli/verbs.h"

namespace preformer::cli {

/// A text file as UTF-8, with line ends of one kind. `encoding` is what --encoding gives.
///
/// Without it, UTF-8 is read as it is, and UTF-16 and UTF-32 if a byte-order mark or their zero
/// bytes show them. Any other file is refused with the encoding it seems to be in: replaced
/// characters would be trained on. With it, what cannot be decoded becomes U+FFFD; standard error
/// reports how often and where.
std::string read_text(const std::string& path, const std::string& option,
                      const std::string& encoding);

/// The same for bytes that were read before.
std::string as_text(std::string bytes, const std::string& path, const std::string& option,
                    const std::string& encoding);

/// The start of a file of vectors shows its encoding: `named` is what --encoding gives. Returns the
/// encoding to decode the file in; empty if it is to be read as it is. Throws BadFormat with the
/// guess if the words are probably in another encoding than UTF-8.
std::string encoding_of_vectors(std::string_view start, bool ended, const std::string& path,
                                const std::string& named);

/// `--encoding` of a verb.
void add_encoding_option(CLI::App& verb, std::string& encoding);

}  // namespace preformer::cli
