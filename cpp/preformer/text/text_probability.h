// How probable a text is in one of several languages: what an encoding is guessed by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preformer {

/// Costs are −ln(probability), added over all characters outside ASCII and the letters next to
/// them. Other ASCII costs nothing, because nearly all encodings agree on it.
class TextProbability {
 public:
  TextProbability();

  /// The cost of the text, each line in the one of these languages that suits it best. They are
  /// separated by spaces; none: all languages.
  double cost(std::string_view utf8, std::string_view languages) const;

 private:
  struct Alphabet {  // of a language whose letters are few
    std::string_view language;
    std::unordered_map<char32_t, double> letters;
    std::unordered_map<std::uint64_t, double> pairs;
  };
  struct Common {  // the common characters of a language that has thousands
    std::string_view language;
    std::unordered_map<char32_t, double> characters;
  };

  double cost_of_line(std::string_view line, std::string_view languages) const;
  static double cost_of_letter(const Alphabet& alphabet, char32_t before, char32_t letter);
  static double cost_in(const Alphabet& alphabet, const std::u32string& text);
  static double cost_in(const Common& common, const std::u32string& text);

  std::vector<Alphabet> alphabets_;
  std::vector<Common> commons_;
};

}  // namespace preformer
