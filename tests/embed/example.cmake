# Runs PROGRAM, which is to print what the file EXPECTED holds.
execute_process(COMMAND ${PROGRAM} RESULT_VARIABLE status OUTPUT_VARIABLE said)
file(READ ${EXPECTED} expected)
if(status OR NOT said STREQUAL expected)
  message(FATAL_ERROR "${PROGRAM}: ${status}, and it says\n${said}")
endif()
