# The tree-sitter core and its grammars as one static library, ropc::grammars, compiled from the C sources that
# packaging/npm/install.sh puts into packaging/npm/node_modules (pinned by packaging/npm/package-lock.json).
set(ROPC_NODE_MODULES "${CMAKE_SOURCE_DIR}/packaging/npm/node_modules" CACHE PATH "Where the grammars' npm packages are")

# Source folders below ROPC_NODE_MODULES. Scanners are C too; the grammar's own tree_sitter/ headers lie beside them.
set(ropc_grammar_folders
  @davisvaughan/tree-sitter-r/src
  @tree-sitter-grammars/tree-sitter-hcl/src
  @tree-sitter-grammars/tree-sitter-lua/src
  tree-sitter-bash/src
  tree-sitter-c-sharp/src
  tree-sitter-c/src
  tree-sitter-cpp/src
  tree-sitter-dart-orchard/src
  tree-sitter-elixir/src
  tree-sitter-go/src
  tree-sitter-groovy/src
  tree-sitter-html/src
  tree-sitter-java/src
  tree-sitter-javascript/src
  tree-sitter-kotlin/src
  tree-sitter-objc/src
  tree-sitter-perl/src
  tree-sitter-php/php/src
  tree-sitter-powershell/src
  tree-sitter-python/src
  tree-sitter-ruby/src
  tree-sitter-rust/src
  tree-sitter-scala/src
  tree-sitter-swift/src
  tree-sitter-typescript/tsx/src
  tree-sitter-typescript/typescript/src)

set(ropc_tree_sitter "${ROPC_NODE_MODULES}/tree-sitter/vendor/tree-sitter/lib")
if(NOT EXISTS "${ropc_tree_sitter}/src/lib.c")
  message(FATAL_ERROR "The grammars' sources are not in ${ROPC_NODE_MODULES}: run packaging/npm/install.sh first "
                      "(it needs npm), then configure again.")
endif()

add_library(ropc_grammars STATIC "${ropc_tree_sitter}/src/lib.c")
add_library(ropc::grammars ALIAS ropc_grammars)
target_include_directories(ropc_grammars SYSTEM PUBLIC "${ropc_tree_sitter}/include" PRIVATE "${ropc_tree_sitter}/src")
target_compile_definitions(ropc_grammars PRIVATE _GNU_SOURCE)
# Not our code: its warnings are not ours. The parsers are large tables with little code around them: -O1 halves the
# time they take to compile and debug information would be most of a debug build.
target_compile_options(ropc_grammars PRIVATE -w -std=gnu11 -O1 -g0)
set(ropc_watched "${ropc_tree_sitter}/src/lib.c")
foreach(folder IN LISTS ropc_grammar_folders)
  foreach(name parser scanner)
    set(source "${ROPC_NODE_MODULES}/${folder}/${name}.c")
    if("${folder}/${name}" STREQUAL "tree-sitter-swift/src/scanner")
      set(source "${CMAKE_SOURCE_DIR}/packaging/npm/swift_scanner.c")
    endif()
    if(EXISTS "${source}")
      target_sources(ropc_grammars PRIVATE "${source}")
      set_source_files_properties("${source}" PROPERTIES
        INCLUDE_DIRECTORIES "${ROPC_NODE_MODULES}/${folder};${ROPC_NODE_MODULES}")
      if(name STREQUAL scanner)
        list(APPEND ropc_watched "${source}")
      endif()
    elseif(name STREQUAL parser)
      message(FATAL_ERROR "${source} is missing: run packaging/npm/install.sh again, then configure again.")
    endif()
  endforeach()
endforeach()
# The sanitizers watch what handles input by hand: the core and the scanners. Some of these copy no bytes from nowhere,
# memcpy(buffer, NULL, 0), which harms nobody.
if(ROPC_SANITIZE)
  set_source_files_properties(${ropc_watched} PROPERTIES
    COMPILE_OPTIONS "-fsanitize=${ROPC_SANITIZE};-fno-sanitize=nonnull-attribute")
endif()
