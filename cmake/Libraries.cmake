# The libraries that are installed, made of the objects of the folders' own:
#   libtyphon.a, libtyphon.so   everything up to embed/
#   libtyphoncheck.a            base to typecheck: checks sources, needs no runtime
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
include(CheckLinkerFlag)

function(typhon_merged target kind name)
  set(objects)
  foreach(folder ${ARGN})
    if(TARGET typhon_${folder})
      list(APPEND objects $<TARGET_OBJECTS:typhon_${folder}>)
    endif()
  endforeach()
  add_library(${target} ${kind} ${objects})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} LINKER_LANGUAGE C EXPORT_NAME ${name}
    ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR} LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  target_include_directories(${target} INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}> $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include>)
  if(TYPHON_SANITIZE)
    target_link_options(${target} PUBLIC -fsanitize=${TYPHON_SANITIZE})
  endif()
  if(TYPHON_COVERAGE)
    target_link_options(${target} PUBLIC --coverage)
  endif()
endfunction()

set(check_folders base lexer parser typecheck)
set(all_folders base alloc lexer parser typecheck compiler runtime embed)
typhon_merged(typhon_static STATIC typhon ${all_folders})
typhon_merged(typhon_shared SHARED typhon ${all_folders})
if(TYPHON_CHECKER)
  typhon_merged(typhoncheck STATIC typhoncheck ${check_folders})
  target_link_libraries(typhoncheck PRIVATE ${UTF8PROC_SHARED} m)
endif()
foreach(target typhon_static typhon_shared)
  target_link_libraries(${target} PRIVATE ${TOMMATH_SHARED} ${UTF8PROC_SHARED} $<$<BOOL:${TYPHON_RE}>:${PCRE2_SHARED}> $<$<BOOL:${TYPHON_ZLIB}>:${ZLIB_SHARED}> $<$<BOOL:${TYPHON_BZ2}>:${BZ2_SHARED}> $<$<BOOL:${TYPHON_LZMA}>:${LZMA_SHARED}> $<$<BOOL:${TYPHON_SQLITE}>:${SQLITE_SHARED}> $<$<STREQUAL:${TYPHON_GC},boehm>:${BOEHM_LIBRARY}> Threads::Threads ${CMAKE_DL_LIBS} m)
endforeach()
if(NOT TYPHON_LIBRARY)
  target_link_options(typhon_shared PRIVATE ${TYPHON_CORE_LINK_OPTIONS} ${TYPHON_CORE_SHARED_OPTIONS})
  if(TYPHON_CORE_SHARED_OPTIONS) # another compiler, or another version of this one, could not read what stands beside the machine code
    foreach(target typhon_static typhoncheck)
      if(TARGET ${target})
        add_custom_command(TARGET ${target} POST_BUILD COMMAND ${CMAKE_STRIP} --wildcard -R .gnu.lto_* -R .gnu.debuglto_* -N __gnu_lto_* $<TARGET_FILE:${target}> VERBATIM)
      endif()
    endforeach()
  endif()
endif()
set_target_properties(typhon_static PROPERTIES EXPORT_NAME typhon_static)
set_target_properties(typhon_shared PROPERTIES EXPORT_NAME typhon VERSION ${PROJECT_VERSION} SOVERSION 0)
# Symbols carry the version that they came with: a program says which it needs, and the loader tells when a library is too old for it.
check_linker_flag(C -Wl,--version-script=${CMAKE_SOURCE_DIR}/cmake/typhon.map TYPHON_HAS_VERSION_SCRIPT)
if(TYPHON_HAS_VERSION_SCRIPT)
  target_link_options(typhon_shared PRIVATE -Wl,--version-script=${CMAKE_SOURCE_DIR}/cmake/typhon.map)
  set_property(TARGET typhon_shared APPEND PROPERTY LINK_DEPENDS ${CMAKE_SOURCE_DIR}/cmake/typhon.map)
endif()

# ---- the library as two files, typhon.c and typhon.h: `cmake --build build --target amalgamation` (build/amalgamation/) --------------------------
find_package(Python3 QUIET COMPONENTS Interpreter)
if(Python3_FOUND)
  set(amalgamated)
  set(not_amalgamated "boehm|\\.rule$|/inlines\\.c$")
  if(NOT TYPHON_LIBRARY)
    string(APPEND not_amalgamated "|modules/re_|zlib_module|bz2_module|lzma_module|modules/sqlite_|modules/ssl_|modules/array\\.c$|embed/ast_values\\.c$|mmap_module|profiler_module|runtime/interpreter\\.c$|runtime/interpreter_traced\\.c$|runtime/trace\\.c$") # left out for good
  endif()
  if(NOT TYPHON_CHECKER)
    string(APPEND not_amalgamated "|typecheck/([a-rt-z]|s[a-bd-z])")
  endif()
  foreach(folder ${all_folders})
    list(APPEND amalgamated $<FILTER:$<TARGET_PROPERTY:typhon_${folder},SOURCES>,EXCLUDE,${not_amalgamated}>)
  endforeach()
  add_custom_target(amalgamation
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/amalgamate.py --output ${CMAKE_BINARY_DIR}/amalgamation
      --include ${CMAKE_BINARY_DIR}/generated --include ${CMAKE_SOURCE_DIR} --define TYPHON_AMALGAMATED=1 --define "TYPHON_VERSION=\"${PROJECT_VERSION}\"" $<$<NOT:$<BOOL:${TYPHON_LIBRARY}>>:--define=TYPHON_CORE=1>
      $<$<NOT:$<BOOL:${TYPHON_UNICODE_NAMES}>>:--define=TYPHON_NO_UNICODE_NAMES=1> $<$<NOT:$<BOOL:${TYPHON_CHARMAPS}>>:--define=TYPHON_NO_CHARMAPS=1> $<$<NOT:$<BOOL:${TYPHON_DOCS}>>:--define=TYPHON_NO_DOCS=1>
      $<$<NOT:$<BOOL:${TYPHON_CHECKER}>>:--define=TYPHON_NO_CHECKER=1>
      --option TYPHON_RE=modules/re_ --option TYPHON_ZLIB=zlib_module --option TYPHON_BZ2=bz2_module --option TYPHON_LZMA=lzma_module --option TYPHON_SQLITE=modules/sqlite_ --option TYPHON_SSL=modules/ssl_
      ${amalgamated}
    DEPENDS typhon_static COMMENT "write amalgamation/typhon.c" COMMAND_EXPAND_LISTS VERBATIM)
endif()
