// Whether a comma is due can be read off the last character written: values end with none of '{', '[' and ':'.
#include "record/json_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace verbale {
namespace {

bool needs_escape(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\'; }

void append_escaped(std::string& out, char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(byte));
  }
}

}  // namespace

void Json::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':' && last != '\n') out_ += ',';
}

Json& Json::key(std::string_view name) {
  text(name);
  out_ += ':';
  return *this;
}

void Json::text(std::string_view value) {
  separate();
  out_ += '"';
  size_t copied = 0;
  for (size_t at = 0; at < value.size(); ++at) {
    if (!needs_escape(value[at])) continue;
    out_.append(value, copied, at - copied);
    append_escaped(out_, value[at]);
    copied = at + 1;
  }
  out_.append(value, copied);
  out_ += '"';
}

void Json::integer(uint64_t value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void Json::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value == 0 ? 0.0 : value);
}

void Json::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void Json::null() {
  separate();
  out_ += "null";
}

void Json::span(Span value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "[{},{}]", value.begin, value.end);
}

}  // namespace verbale
