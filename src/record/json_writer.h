// A small JSON writer: appends to a string, places the commas, and writes numbers the same way on every machine.
//
//   Json json(out);
//   json.begin_object();
//   json.field("id", "e1");
//   json.key("span").span({0, 5});
//   json.end_object();                     // {"id":"e1","span":[0,5]}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace verbale {

class Json {
 public:
  explicit Json(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { out_ += '}'; }
  void begin_array() { open('['); }
  void end_array() { out_ += ']'; }

  Json& key(std::string_view name);
  void text(std::string_view value);
  void integer(uint64_t value);
  void number(double value);  // the shortest decimals that read back as the same value; null for what is no number
  void boolean(bool value);
  void null();
  void span(Span value);

  void field(std::string_view name, std::string_view value) { key(name).text(value); }
  // Writes nothing when the value is empty: in the record, absent means "not found".
  void field_if(std::string_view name, std::string_view value) {
    if (!value.empty()) field(name, value);
  }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
  }
  void separate();

  std::string& out_;
};

}  // namespace verbale
