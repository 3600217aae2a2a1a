# TYPHON_LIBRARY=OFF: the core library, for hosts that want it small. It keeps the built-in types and functions and, of the standard library, the modules that the
# language itself is made of (docs/embedding.md lists them); what is not reached from the header is left out by the linker. Native modules: the part of
# runtime/modules/modules.def that stands outside of TYPHON_CORE.
set(TYPHON_CORE_MODULES
  # what scripts import, with the parts that these are made of; *.py and *.pyi. For the one behind all before are unpacked (base/packed.h): what is asked for
  # most comes first
  builtins typing _typing_forms collections.abc types typing_extensions _protocols __future__
  dataclasses _repr_guard enum abc functools _collections_abc collections collections._counter collections._namedtuple collections._chainmap collections._user
  contextlib _typing_protocol _typing_records _typing_hints _typing_supports _enum_checks itertools operator copy copyreg math sys keyword warnings weakref numbers _thread atexit gc
  # what the runtime asks for: codecs by name
  codecs _codecs_provided encodings)

# Of the files that the variable `list` names (under stdlib/), those of TYPHON_CORE_MODULES, in that order.
function(typhon_core_files list)
  set(kept)
  foreach(file ${${list}})
    file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/stdlib ${file})
    string(REGEX REPLACE "(/__init__)?\\.pyi?$" "" name ${name})
    string(REPLACE "/" "." name ${name})
    set(file_of_${name} ${file})
  endforeach()
  foreach(name ${TYPHON_CORE_MODULES})
    list(APPEND kept ${file_of_${name}})
  endforeach()
  set(${list} ${kept} PARENT_SCOPE)
endfunction()

# Small code, but for what a script's time is spent in (typhon_core_hot).
include(CheckCCompilerFlag)
check_c_compiler_flag(-Oz TYPHON_HAS_OZ)
set(TYPHON_CORE_OPTIONS $<IF:$<BOOL:${TYPHON_HAS_OZ}>,-Oz,-Os> -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables -fno-unwind-tables)
set(TYPHON_CORE_LINK_OPTIONS -Wl,--gc-sections)
set(TYPHON_CORE_SHARED_OPTIONS)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU") # what gcc does under -Oz though it makes code larger (measured with 12), in all 2 %
  set(fast -ftree-dominator-opts -fcaller-saves -ftree-loop-im -fmove-loop-invariants -foptimize-sibling-calls -fshrink-wrap -ftree-tail-merge -fjump-tables -fthread-jumps)
  string(REPLACE "-f" "-fno-" small "${fast}")
  list(APPEND TYPHON_CORE_OPTIONS ${small} -Wno-maybe-uninitialized) # which sees less so; the default build warns
  set(TYPHON_CORE_HOT_OPTIONS ${fast} -fno-caller-saves -fno-inline-functions -falign-functions=1 -falign-loops=1 -falign-jumps=1 -falign-labels=1)
  # The shared library is made of all files at once. Objects hold their machine code as well: for whom it alone counts (libtyphon.a, the command), that is taken.
  check_c_compiler_flag("-flto -ffat-lto-objects" TYPHON_HAS_FAT_OBJECTS)
  if(TYPHON_HAS_FAT_OBJECTS)
    list(APPEND TYPHON_CORE_OPTIONS -flto -ffat-lto-objects)
    list(APPEND TYPHON_CORE_LINK_OPTIONS -fno-lto)
    set(TYPHON_CORE_SHARED_OPTIONS -flto -flto-partition=one -Oz ${small} -fipa-pta -fmerge-all-constants)
  endif()
endif()
include(CheckLinkerFlag)
check_linker_flag(C -Wl,-z,pack-relative-relocs TYPHON_PACKS_RELOCATIONS)
if(TYPHON_PACKS_RELOCATIONS)
  list(APPEND TYPHON_CORE_LINK_OPTIONS -Wl,-z,pack-relative-relocs) # tables full of pointers
endif()
check_linker_flag(C -Wl,-z,noseparate-code TYPHON_JOINS_SEGMENTS)
if(TYPHON_JOINS_SEGMENTS)
  list(APPEND TYPHON_CORE_LINK_OPTIONS -Wl,-z,noseparate-code) # constants begin in the page in which code ends
endif()
function(typhon_core_hot)
  if(NOT TYPHON_LIBRARY)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -O2 ${TYPHON_CORE_HOT_OPTIONS})
  endif()
endfunction()
