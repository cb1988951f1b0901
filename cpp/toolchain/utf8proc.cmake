# Defines preformer::utf8proc (normal forms of Unicode) if the library is found. Not every version of
# utf8proc has a CMake package of its own, so it is looked for by its header.
if(NOT TARGET preformer::utf8proc)
  find_path(PREFORMER_UTF8PROC_DIR utf8proc.h)
  find_library(PREFORMER_UTF8PROC utf8proc)
  mark_as_advanced(PREFORMER_UTF8PROC_DIR PREFORMER_UTF8PROC)
  if(PREFORMER_UTF8PROC_DIR AND PREFORMER_UTF8PROC)
    add_library(preformer::utf8proc UNKNOWN IMPORTED)
    set_target_properties(preformer::utf8proc PROPERTIES
      IMPORTED_LOCATION ${PREFORMER_UTF8PROC}
      INTERFACE_INCLUDE_DIRECTORIES ${PREFORMER_UTF8PROC_DIR})
  endif()
endif()
