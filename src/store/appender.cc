// Remembers that a value failed until the row ends, so that rows read as one sentence where they are written.
#include "store/appender.h"

#include <utility>

namespace verbale {

Result<Appender> Appender::open(const DuckDb& duckdb, duckdb_connection connection, std::string_view table) {
  duckdb_appender appender = nullptr;
  if (duckdb.appender_create(connection, nullptr, std::string(table).c_str(), &appender) == DuckDBSuccess)
    return Appender(duckdb, appender);
  const Error error = Appender(duckdb, appender).error("cannot write to the table " + std::string(table));
  return error;
}

Appender::Appender(Appender&& other) noexcept
    : duckdb_(other.duckdb_), appender_(std::exchange(other.appender_, nullptr)), failed_(other.failed_) {}

Appender::~Appender() {
  if (appender_) duckdb_->appender_destroy(&appender_);
}

Appender& Appender::text(std::string_view value) { return value.empty() ? null() : exact_text(value); }

Appender& Appender::exact_text(std::string_view value) {
  check(duckdb_->append_varchar_length(appender_, value.data() ? value.data() : "", value.size()));
  return *this;
}

Appender& Appender::number(uint64_t value) {
  check(duckdb_->append_uint64(appender_, value));
  return *this;
}

Appender& Appender::real(double value) {
  check(duckdb_->append_double(appender_, value));
  return *this;
}

Appender& Appender::flag(bool value) {
  check(duckdb_->append_bool(appender_, value));
  return *this;
}

Appender& Appender::day(const std::optional<Day>& value) {
  if (!value) return null();
  check(duckdb_->append_date(appender_, {int32_t(value->time_since_epoch().count())}));
  return *this;
}

Appender& Appender::null() {
  check(duckdb_->append_null(appender_));
  return *this;
}

Status Appender::end_row() {
  check(duckdb_->appender_end_row(appender_));
  return failed_ ? Status(error("cannot write a row")) : Status();
}

Status Appender::flush() {
  check(duckdb_->appender_flush(appender_));
  return failed_ ? Status(error("cannot write the rows")) : Status();
}

Error Appender::error(std::string_view attempt) const {
  const char* why = appender_ ? duckdb_->appender_error(appender_) : nullptr;
  return {Error::Kind::output, std::string(attempt) + ": " + (why ? why : "no reason given")};
}

}  // namespace verbale
