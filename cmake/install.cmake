# `cmake --install build/release --prefix PREFIX`: the program, what it knows, and DuckDB's library. The program finds its
# packs as ../share/verbale/packs and the library through its own run path, so that PREFIX can be moved as a whole.
set(assets ${PROJECT_SOURCE_DIR}/assets)

set_target_properties(verbale PROPERTIES INSTALL_RPATH "$ORIGIN/../lib")
install(TARGETS verbale RUNTIME DESTINATION bin)
install(
  DIRECTORY ${PROJECT_BINARY_DIR}/packs/
  DESTINATION share/verbale/packs
  FILES_MATCHING
  PATTERN "*.pack"
  PATTERN "*.gaz"
  PATTERN "*.model")
install(DIRECTORY ${assets}/en_core_web_sm-3.8.0/ DESTINATION share/verbale/packs/en_core_web_sm)
install(FILES ${assets}/duckdb/libduckdb.so DESTINATION lib)
install(FILES LICENSE NOTICE DESTINATION share/doc/verbale)
