# Links three modules per wasm build: two for pages (Embind, no file system), of which the one that
# transfers what was learnt is loaded where it is needed only, and one for Node (the command line,
# which reads and writes real files).

set(common
  -sMODULARIZE -sEXPORT_ES6 -sSTRICT
  -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB
  -sDYNAMIC_EXECUTION=0  # Embind without eval: a page's CSP needs only 'wasm-unsafe-eval'
)

# Code that runs once a file, a frame, a batch or a question: size counts, speed does not.
set(cold_names
  # query
  generate layer_view most_similar occurrence_map pca perplexities predictions procrustes sense_map
  spellings word_analogies word_pairs
  # models, text, train
  elmo_batch mixture ngram corpus encoded_text huffman unicode vocabulary config elmo_trainer
  gradient_trainer nnlm_trainer ranges trainer)
list(JOIN cold_names "|" cold_names)
set(cold_sources ${core_sources})
list(FILTER cold_sources INCLUDE REGEX "/(io/.*|(${cold_names})\\.cpp)$")
file(GLOB_RECURSE binding_sources CONFIGURE_DEPENDS cpp/wasm/*.cpp)
set_source_files_properties(${cold_sources} ${binding_sources} PROPERTIES COMPILE_OPTIONS -Oz)

# add_page_module(FOLDER NAME FACTORY): cpp/wasm/FOLDER becomes NAME-BUILD.mjs
function(add_page_module folder name factory)
  file(GLOB sources CONFIGURE_DEPENDS cpp/wasm/*.cpp cpp/wasm/${folder}/*.cpp)
  set(target preformer_${folder})
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE preformer)
  target_link_options(${target} PRIVATE ${common} -lembind
    -sENVIRONMENT=web,worker,node -sFILESYSTEM=0 -sMALLOC=emmalloc
    --no-entry -sEXPORT_NAME=${factory}
    -sINCOMING_MODULE_JS_API=locateFile)  # the page may keep the wasm files elsewhere
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${name}-${PREFORMER_BUILD} SUFFIX .mjs
    RUNTIME_OUTPUT_DIRECTORY ${PREFORMER_OUTPUT})
endfunction()

add_page_module(words preformer createPreformer)
add_page_module(transfer preformer-transfer createPreformerTransfer)

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
