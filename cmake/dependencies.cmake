# Every third-party library is found here and nowhere else; the rest of the build says ropc::<name>.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# Libraries that ship a pkg-config file in Debian 12.
function(ropc_pkg alias package)
  pkg_check_modules(${alias} REQUIRED IMPORTED_TARGET GLOBAL ${package})
  add_library(ropc::${alias} ALIAS PkgConfig::${alias})
endfunction()

ropc_pkg(re2 re2)
ropc_pkg(sqlite3 sqlite3)
ropc_pkg(yaml_cpp yaml-cpp)
ropc_pkg(hyperscan libhs)
ropc_pkg(libgit2 libgit2)
ropc_pkg(libsodium libsodium)
ropc_pkg(zlib zlib)
ropc_pkg(zstd libzstd)
ropc_pkg(simdjson simdjson)
ropc_pkg(pugixml pugixml)
ropc_pkg(fmt fmt)
ropc_pkg(tomlplusplus tomlplusplus)

find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)
add_library(ropc::json ALIAS nlohmann_json::nlohmann_json)
add_library(ropc::cli11 ALIAS CLI11::CLI11)
add_library(ropc::expected ALIAS tl::expected)
