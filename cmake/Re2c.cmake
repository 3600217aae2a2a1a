# re2c_generate(INPUT OUTPUT): runs re2c when INPUT changed.
find_program(RE2C re2c REQUIRED)
# The core library does without tables of gotos, which are 27 KB.
set(RE2C_GOTOS)
if(TYPHON_LIBRARY)
  set(RE2C_GOTOS --computed-gotos)
endif()
function(re2c_generate input output)
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${output}
    COMMAND ${RE2C} --no-generation-date --no-debug-info ${RE2C_GOTOS} -W -Wno-undefined-control-flow -Wno-nondeterministic-tags ${input} -o ${output}
    DEPENDS ${input} ${ARGN}
    COMMENT "re2c ${input}" VERBATIM)
endfunction()
