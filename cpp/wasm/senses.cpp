#include "wasm/senses.h"

namespace preformer::wasm {

namespace {

val to_score(const SenseScore& score) {
  return Object().set("accuracy", score.accuracy).set("separation", score.separation).value();
}

Object to_occurrence(std::size_t occurrence) { return Object().set("occurrence", occurrence); }

}  // namespace

LayerView to_view(const val& view) {
  return {view["layer"].as<int>(),
          parse_name(direction_names(), "direction", view["direction"].as<std::string>()),
          to_floats(view["weights"]), view["gamma"].as<float>()};
}

val to_numbers(const Matrix<float>& matrix) {
  return to_float32_array({matrix.data(), static_cast<std::size_t>(matrix.size())});
}

val to_map(const OccurrenceMap::Frame& frame) {
  val layers = val::array(), neighbours = val::array();
  for (const SenseScore& score : frame.layers) push(layers, to_score(score));
  for (const auto& each : frame.neighbours) {
    push(neighbours, to_neighbours(each, to_occurrence));
  }
  return Object()
      .set("positions", to_numbers(frame.positions))
      .set("explained", val::array(frame.explained))
      .set("static", val::array(std::vector<double>{frame.still[0], frame.still[1]}))
      .set("layers", layers)
      .set("accuracy", frame.score.accuracy)
      .set("separation", frame.score.separation)
      .set("neighbours", neighbours)
      .value();
}

Object to_place(const val& sentence, std::size_t position) {
  return Object().set("sentence", sentence).set("position", position);
}

void check_position(std::size_t position, std::size_t words) {
  if (position < words) return;
  throw Error(ErrorCode::kBadParameter, "The sentence has no word at this position.",
              {"position", std::to_string(position), "0 to " + std::to_string(words - 1)});
}

Error no_watched_word(const std::string& words) {
  return Error(
      ErrorCode::kBadParameter,
      "The watched word does not stand in a sentence given for it. Leave the sentence out.",
      {"sentences", words, "sentences with the watched word"});
}

}  // namespace preformer::wasm
