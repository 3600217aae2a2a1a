# re2c_generate(INPUT OUTPUT): runs re2c when INPUT changed.
find_program(RE2C re2c REQUIRED)
function(re2c_generate input output)
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${output}
    COMMAND ${RE2C} --no-generation-date --no-debug-info --computed-gotos -W -Wno-undefined-control-flow -Wno-nondeterministic-tags ${input} -o ${output}
    DEPENDS ${input} ${ARGN}
    COMMENT "re2c ${input}" VERBATIM)
endfunction()
