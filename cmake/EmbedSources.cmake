# embed_sources(OUTPUT HEADER TYPE SYMBOL SUFFIX [--chunks]): the C file OUTPUT gets every stdlib/**/*SUFFIX as a table (tools/embed_sources.c); packed in the core library, without comments and docstrings.
add_executable(embed_sources ${CMAKE_SOURCE_DIR}/tools/embed_sources.c)
target_link_libraries(embed_sources typhon_lexer)
typhon_flags(embed_sources)
function(embed_sources output header type symbol suffix)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/stdlib/*${suffix})
  if(NOT TYPHON_LIBRARY)
    typhon_core_files(files)
  endif()
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E env ASAN_OPTIONS=detect_leaks=0 $<TARGET_FILE:embed_sources> $<$<NOT:$<BOOL:${TYPHON_LIBRARY}>>:--packed> $<$<NOT:$<OR:$<BOOL:${TYPHON_LIBRARY}>,$<BOOL:${TYPHON_DOCS}>>>:--bare> ${ARGN} ${output} ${header} ${type} ${symbol} ${CMAKE_SOURCE_DIR}/stdlib ${files}
    DEPENDS embed_sources ${files}
    COMMENT "embed stdlib/**/*${suffix}" COMMAND_EXPAND_LISTS VERBATIM)
endfunction()
# compile_library(OUTPUT HEADER SYMBOL): the C file OUTPUT gets the units of every stdlib/**/*.py (tools/compile_library.c). The core library has none: units
# take four times what packed texts take.
function(compile_library output header symbol)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/stdlib/*.py)
  if(NOT TYPHON_LIBRARY)
    set(files)
  endif()
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_executable(compile_library ${CMAKE_SOURCE_DIR}/tools/compile_library.c)
  target_link_libraries(compile_library typhon_compiler)
  typhon_flags(compile_library)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E env ASAN_OPTIONS=detect_leaks=0 $<TARGET_FILE:compile_library> ${output} ${header} ${symbol} ${CMAKE_SOURCE_DIR}/stdlib ${files}
    DEPENDS compile_library ${files}
    COMMENT "compile stdlib/**/*.py" VERBATIM)
endfunction()
