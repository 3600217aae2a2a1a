# lemon_generate(INPUT FOLDER): runs Lemon; leaves NAME.c and NAME.h in FOLDER. Conflicts are an error.
find_program(LEMON lemon REQUIRED)
function(lemon_generate input folder)
  get_filename_component(name ${input} NAME_WE)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${folder}/${name}.c ${folder}/${name}.h
    COMMAND ${LEMON} -q -s -d${folder} ${input}
    DEPENDS ${input}
    COMMENT "lemon ${input}" VERBATIM)
endfunction()
