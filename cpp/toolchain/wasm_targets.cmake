# Links two modules per wasm build: one for the page (Embind, no file system) and one for Node (the
# command line, which reads and writes real files).

set(common
  -sMODULARIZE -sEXPORT_ES6 -sSTRICT
  -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB
  -sDYNAMIC_EXECUTION=0  # Embind without eval: a page's CSP needs only 'wasm-unsafe-eval'
)

file(GLOB binding_sources CONFIGURE_DEPENDS cpp/wasm/*.cpp)

# Code that runs once a file, a frame, a batch or a question: size counts, speed does not.
set(cold_names
  # query
  generate layer_view most_similar occurrence_map pca perplexities predictions procrustes sense_map
  spellings word_analogies word_pairs
  # models, text, train
  elmo_batch mixture ngram corpus encoded_text huffman unicode vocabulary config elmo_trainer
  gradient_trainer nnlm_trainer trainer)
list(JOIN cold_names "|" cold_names)
set(cold_sources ${core_sources})
list(FILTER cold_sources INCLUDE REGEX "/(io/.*|(${cold_names})\\.cpp)$")
set_source_files_properties(${cold_sources} ${binding_sources} PROPERTIES COMPILE_OPTIONS -Oz)
if(binding_sources)
  add_executable(preformer_web ${binding_sources})
  target_link_libraries(preformer_web PRIVATE preformer)
  target_link_options(preformer_web PRIVATE ${common} -lembind
    -sENVIRONMENT=web,worker,node -sFILESYSTEM=0 -sMALLOC=emmalloc
    --no-entry -sEXPORT_NAME=createPreformer
    -sINCOMING_MODULE_JS_API=locateFile)  # the page may keep the wasm files elsewhere
  set_target_properties(preformer_web PROPERTIES
    OUTPUT_NAME preformer-${PREFORMER_BUILD} SUFFIX .mjs
    RUNTIME_OUTPUT_DIRECTORY ${PREFORMER_OUTPUT})
endif()

if(TARGET preformer_cli)
  # `node build/wasm/preformer.mjs` picks the build and starts it.
  if(EXISTS ${PROJECT_SOURCE_DIR}/cpp/cli/preformer.mjs)
    configure_file(cpp/cli/preformer.mjs ${PREFORMER_OUTPUT}/preformer.mjs COPYONLY)
  endif()
  target_link_options(preformer_cli PRIVATE ${common}
    -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME -sINVOKE_RUN=0
    -sEXPORTED_RUNTIME_METHODS=callMain -sEXPORT_NAME=createPreformerCli)
  set_target_properties(preformer_cli PROPERTIES
    OUTPUT_NAME preformer-${PREFORMER_BUILD} SUFFIX .mjs
    RUNTIME_OUTPUT_DIRECTORY ${PREFORMER_OUTPUT}/cli)
endif()
