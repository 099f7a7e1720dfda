# ropc_embed(target symbol BASE dir [PACK_YAML] FILES a.yaml …)
# Bakes files into the program. Generates <symbol>.cpp that defines
#   std::span<const ropc::EmbeddedFile> ropc::embedded::<symbol>()   (declared in common/embedded.h by the user)
# sorted by path; each path is relative to BASE. PACK_YAML: the files are YAML and go in already parsed.
function(ropc_embed target symbol)
  cmake_parse_arguments(ARG "PACK_YAML" "BASE" "FILES" ${ARGN})
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp")
  set(list "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.list")
  list(SORT ARG_FILES)
  list(JOIN ARG_FILES "\n" joined)
  file(CONFIGURE OUTPUT "${list}" CONTENT "${joined}\n" @ONLY)
  set(content "${ARG_BASE}")
  set(pack "")
  if(ARG_PACK_YAML)
    set(content "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.packed")
    set(pack COMMAND pack_yaml "${ARG_BASE}" "${list}" "${content}")
  endif()
  add_custom_command(OUTPUT "${output}"
    ${pack}
    COMMAND ${CMAKE_COMMAND} -DSYMBOL=${symbol} -DBASE=${ARG_BASE} -DLIST=${list} -DCONTENT=${content}
            -DPACKED=$<BOOL:${ARG_PACK_YAML}> -DOUTPUT=${output} -P "${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake"
    DEPENDS ${ARG_FILES} "${list}" "${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake"
    COMMENT "Embedding ${symbol}")
  target_sources(${target} PRIVATE "${output}")
endfunction()
