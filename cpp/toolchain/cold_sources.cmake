# Code that runs once per file, frame, batch or question. In the wasm builds its size matters and its
# speed does not. These sources are removed from core_sources and compiled for size.
set(cold_names
  # query
  agreement comparisons evaluation_file table_line generate layer_view most_similar occurrence_map pca perplexities predictions procrustes sense_map symmetric_eigen
  spellings word_analogies word_movers word_pairs
  # base, models, text, train
  decimal memory sort
  phrases
  elmo_batch ngram carrier characters code_point_cursor composed_pieces corpus document double_bytes emoji encoded_text
  decoding encoding huffman keyed_noise lines nfc
  noise_distribution sentence_ends subsampling text_options text_probability token_writer
  tokenizer unicode vocabulary
  multiply_adds batch_parts sentence_examples word_vectors labelled_lines classifier_design
  config elmo_trainer gradient_trainer keyed_draws learnable nnlm_trainer ranges starting_vectors trainer)
list(JOIN cold_names "|" cold_names)
set(cold_sources ${core_sources})
list(FILTER cold_sources INCLUDE REGEX "/((io|inside)/.*|(${cold_names})\\.cpp)$")
# Files of vectors have gigabytes. Only the module of files and the command line link their readers.
list(FILTER cold_sources EXCLUDE REGEX "/(collected_rows|pair_survey|vector_line|vector_reader|vector_pair)\\.cpp$")
list(REMOVE_ITEM core_sources ${cold_sources})

add_library(preformer_cold OBJECT ${cold_sources})
preformer_core_target(preformer_cold)
target_compile_options(preformer_cold PRIVATE -Oz)
list(APPEND core_sources $<TARGET_OBJECTS:preformer_cold>)
