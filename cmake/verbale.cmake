# How every target of the project is compiled, and the two words that declare libraries and tests.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(verbale_flags INTERFACE)
target_compile_options(verbale_flags INTERFACE -fno-math-errno -ffp-contract=off)
if(VERBALE_DEVELOPER)
  target_compile_options(verbale_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local -Werror)
endif()
if(VERBALE_NATIVE)
  target_compile_options(verbale_flags INTERFACE -march=native)
endif()
if(VERBALE_SANITIZE)
  target_compile_options(verbale_flags INTERFACE -fsanitize=${VERBALE_SANITIZE} -fno-sanitize-recover=all
                                                 -fno-omit-frame-pointer
                                                 # g++ 12 sees ghosts in std::regex when it instruments it
                                                 $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(verbale_flags INTERFACE -fsanitize=${VERBALE_SANITIZE})
endif()

# verbale_library(NAME SOURCES … LINKS …): a folder under src/, as the library verbale_NAME.
function(verbale_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(verbale_${name} STATIC ${ARG_SOURCES})
  target_include_directories(verbale_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(verbale_${name} PUBLIC ${ARG_LINKS} PRIVATE verbale_flags)
endfunction()

# verbale_test(NAME SOURCES … LINKS …): one GoogleTest program, run by ctest from the project's root.
function(verbale_test name)
  if(NOT VERBALE_DEVELOPER)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE VERBALE_ROOT="${PROJECT_SOURCE_DIR}" VERBALE_BUILD="${PROJECT_BINARY_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} GTest::gtest GTest::gtest_main verbale_flags)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
