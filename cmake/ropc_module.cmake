# Flags that every target of the project is built with.
add_library(ropc_flags INTERFACE)
target_compile_features(ropc_flags INTERFACE cxx_std_20)
target_include_directories(ropc_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(ropc_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor>)
target_link_libraries(ropc_flags INTERFACE Threads::Threads)
if(ROPC_SANITIZE)
  target_compile_options(ropc_flags INTERFACE -fsanitize=${ROPC_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(ropc_flags INTERFACE -fsanitize=${ROPC_SANITIZE})
endif()
if(ROPC_FUZZ)
  target_compile_options(ropc_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# ropc_module(scanner SOURCES a.cpp USES ropc::model HIDES ropc::re2)
# One static library per folder. USES: what its headers include; HIDES: what only its sources know.
function(ropc_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;HIDES" ${ARGN})
  if(ARG_SOURCES)
    add_library(ropc_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(ropc_${name} PUBLIC ropc_flags ${ARG_USES} PRIVATE ${ARG_HIDES})
  else()
    add_library(ropc_${name} INTERFACE)
    target_link_libraries(ropc_${name} INTERFACE ropc_flags ${ARG_USES})
  endif()
  add_library(ropc::${name} ALIAS ropc_${name})
endfunction()

# ropc_tests(scanner SOURCES a_test.cpp USES ropc::scanner)
# One test program per module; Catch2's -w NoAssertions fails a test case that checks nothing.
function(ropc_tests name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name}_tests ${ARG_SOURCES})
  target_link_libraries(${name}_tests PRIVATE ropc_flags ropc_test_support ${ARG_USES})
  add_test(NAME ${name} COMMAND ${name}_tests -w NoAssertions)
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "ROPC_SOURCE_DIR=${CMAKE_SOURCE_DIR};ROPC_PROGRAM=$<TARGET_FILE:ropc-audit>")
endfunction()
