// Any bytes either are MessagePack, and then every value can be walked and asked for anything, or give an error that
// names a byte.
#include <cstdlib>

#include "fuzz/fuzz.h"
#include "language/msgpack.h"

namespace verbale::fuzz {
namespace {

size_t walk(MsgpackValue value) {
  size_t sum = value.boolean().value_or(false);
  sum += size_t(value.integer().value_or(0)) + size_t(value.unsigned_integer().value_or(0));
  sum += value.number().has_value();
  if (const auto text = value.text())
    for (const char byte : *text) sum += static_cast<unsigned char>(byte);
  if (const auto array = value.float_array()) sum += array->copy().size();
  for (MsgpackValue item : value) sum += walk(item);
  for (const auto [key, inner] : value.entries()) sum += walk(key) + walk(inner);
  return sum + size_t(value["nodes"].is_nil()) + size_t(value[7].is_nil());
}

}  // namespace

void use(std::string_view bytes) {
  const Result<MsgpackTape> tape = MsgpackTape::parse(bytes);
  if (tape)
    keep_alive(walk(tape->root()));
  else
    require(tape.error().what().find("byte") != std::string::npos, "the error names no byte");
}

}  // namespace verbale::fuzz
