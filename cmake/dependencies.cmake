# Everything the project is built on, from Debian's packages; `./dev setup` installs them.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ZLIB REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)  # SHA-256 of an article's text
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
find_package(simdjson REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)  # which language a text is in; Debian: libcld2-dev
if(VERBALE_DEVELOPER)
  find_package(GTest REQUIRED)
  find_package(nlohmann_json REQUIRED)
endif()
