# Links the modules of a wasm build. Those for pages (Embind, no file system): word models, and those
# that are loaded only when they are needed: transfer, and with the exact build alone `files`, which
# reads vectors, and `inside`, which follows one example; the other builds use them, too. One is for
# Node: the command line, which reads and writes real files.

set(common
  -sMODULARIZE -sEXPORT_ES6 -sSTRICT
  -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB
  -sDYNAMIC_EXECUTION=0  # Embind without eval: a page's CSP needs only 'wasm-unsafe-eval'
)
set(malloc emmalloc)
set(page_options locateFile)  # the page may serve the wasm files from another folder
if(PREFORMER_BUILD STREQUAL "parallel")
  # All threads that the page requests are started before the module is ready. A thread requested
  # later would start only when training returns control to the Worker that runs it.
  list(APPEND common "-sPTHREAD_POOL_SIZE=Math.max(0,(Module.threads||1)-1)" -sPTHREAD_POOL_SIZE_STRICT=0
    -Wno-pthreads-mem-growth)  # JavaScript reads the memory only between slices
  set(malloc dlmalloc)  # supports several threads
  list(APPEND page_options mainScriptUrlOrBlob)
  set(page_exports -sEXPORTED_RUNTIME_METHODS=PThread)  # to end the threads of an unused module
endif()
list(JOIN page_options "," page_options)

# add_page_module(FOLDER NAME FACTORY): cpp/wasm/FOLDER becomes NAME-BUILD.mjs
function(add_page_module folder name factory)
  file(GLOB sources CONFIGURE_DEPENDS cpp/wasm/*.cpp cpp/wasm/${folder}/*.cpp)
  set(target preformer_${folder})
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE preformer preformer_flags)
  target_compile_options(${target} PRIVATE -Oz)
  target_precompile_headers(${target} PRIVATE
    ${PROJECT_SOURCE_DIR}/cpp/preformer/base/matrix.h <emscripten/val.h>)
  # Linked at -O2: the same bits and speed as at -O3, and smaller.
  target_link_options(${target} PRIVATE -O2 ${common} -lembind
    -sENVIRONMENT=web,worker,node -sFILESYSTEM=0 -sMALLOC=${malloc}
    --no-entry -sEXPORT_NAME=${factory} -sINCOMING_MODULE_JS_API=${page_options}
    ${page_exports})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${name}-${PREFORMER_BUILD} SUFFIX .mjs
    RUNTIME_OUTPUT_DIRECTORY ${PREFORMER_OUTPUT})
endfunction()

add_page_module(words preformer createPreformer)
if(NOT PREFORMER_BUILD STREQUAL "parallel")  # classifiers train on one thread
  add_page_module(transfer preformer-transfer createPreformerTransfer)
endif()
if(PREFORMER_BUILD STREQUAL "exact")
  add_page_module(files preformer-files createPreformerFiles)
  add_page_module(inside preformer-inside createPreformerInside)  # its bits matter, not its speed
endif()

add_custom_target(wasm_for_pages)
foreach(page_module preformer_words preformer_transfer preformer_files preformer_inside)
  if(TARGET ${page_module})
    add_dependencies(wasm_for_pages ${page_module})
  endif()
endforeach()

if(TARGET preformer_cli)  # `node build/wasm/preformer.mjs` picks the build and starts it
  target_link_options(preformer_cli PRIVATE ${common}
    -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME -sINVOKE_RUN=0
    -sEXPORTED_RUNTIME_METHODS=callMain -sEXPORT_NAME=createPreformerCli)
  set_target_properties(preformer_cli PROPERTIES
    OUTPUT_NAME preformer-${PREFORMER_BUILD} SUFFIX .mjs
    RUNTIME_OUTPUT_DIRECTORY ${PREFORMER_OUTPUT}/cli)
endif()
