// One row after another into one table, value by value, in the order of its columns.
//
//   appender.text("e1").offset(17).null();
//   if (!appender.end_row()) …
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/result.h"
#include "base/span.h"
#include "store/duckdb_library.h"

namespace verbale {

class Appender {
 public:
  static Result<Appender> open(const DuckDb& duckdb, duckdb_connection connection, std::string_view table);
  Appender(Appender&& other) noexcept;
  Appender& operator=(Appender&&) = delete;
  ~Appender();

  // An empty text is NULL: in the record, absent means "not found".
  Appender& text(std::string_view value);
  // The text even when it is empty.
  Appender& exact_text(std::string_view value);
  Appender& number(uint64_t value);
  Appender& real(double value);
  Appender& real(const std::optional<double>& value) { return value ? real(*value) : null(); }
  Appender& flag(bool value);
  Appender& day(const std::optional<Day>& value);
  Appender& null();
  Appender& span(Span points) { return number(points.begin).number(points.end); }
  Appender& no_span() { return null().null(); }

  // What went wrong with any value of the row, too.
  Status end_row();
  Status flush();

 private:
  Appender(const DuckDb& duckdb, duckdb_appender appender) : duckdb_(&duckdb), appender_(appender) {}
  void check(duckdb_state state) { failed_ |= state != DuckDBSuccess; }
  Error error(std::string_view attempt) const;

  const DuckDb* duckdb_;
  duckdb_appender appender_;
  bool failed_ = false;
};

}  // namespace verbale
