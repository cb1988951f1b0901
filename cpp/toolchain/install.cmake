# Installs the library, its headers and the command line: `cmake --install BUILD --prefix PREFIX`.
# Another project then finds the target preformer::preformer by find_package(preformer).
include(CMakePackageConfigHelpers)

set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/preformer)
set(config_build ${CMAKE_CURRENT_BINARY_DIR}/config)

install(TARGETS preformer EXPORT preformerTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT preformerTargets NAMESPACE preformer:: DESTINATION ${config_folder})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/cpp/preformer DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.h")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET preformer_cli)
  install(TARGETS preformer_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/preformerConfig.cmake.in
  ${config_build}/preformerConfig.cmake INSTALL_DESTINATION ${config_folder}
  NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${config_build}/preformerConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)  # before version 1, names may change with each minor version
install(FILES
  ${config_build}/preformerConfig.cmake ${config_build}/preformerConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/utf8proc.cmake
  DESTINATION ${config_folder})

# `preformer_prefix`: a prefix in PREFORMER_OUTPUT, which the tests copy and use.
add_custom_target(preformer_prefix
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${PREFORMER_OUTPUT}/prefix
  COMMAND ${CMAKE_COMMAND} --install ${CMAKE_BINARY_DIR} --prefix ${PREFORMER_OUTPUT}/prefix
  VERBATIM)
add_dependencies(preformer_prefix preformer)
if(TARGET preformer_cli)
  add_dependencies(preformer_prefix preformer_cli)
endif()
