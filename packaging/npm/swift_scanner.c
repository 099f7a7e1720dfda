// The scanner of tree-sitter-swift 0.7.1 asks calloc() for no struct at all and then writes into it: compiled through
// this file it gets one. To go when a release of the grammar has it mended.
#include <stdlib.h>

#define calloc(count, size) calloc(1, size)
#include "tree-sitter-swift/src/scanner.c"
