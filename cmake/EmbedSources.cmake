# embed_sources(OUTPUT HEADER TYPE SYMBOL SUFFIX): the C file OUTPUT gets every stdlib/**/*SUFFIX as a table (tools/embed_sources.c).
add_executable(embed_sources ${CMAKE_SOURCE_DIR}/tools/embed_sources.c)
function(embed_sources output header type symbol suffix)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/stdlib/*${suffix})
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${output}
    COMMAND embed_sources ${output} ${header} ${type} ${symbol} ${CMAKE_SOURCE_DIR}/stdlib ${files}
    DEPENDS embed_sources ${files}
    COMMENT "embed stdlib/**/*${suffix}" VERBATIM)
endfunction()
