#pragma once

// Debian 12's Catch2 is 2.13 (one header), newer distributions ship 3.x.
#if __has_include(<catch2/catch.hpp>)
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
#endif
