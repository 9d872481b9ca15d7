// One function a part; fields in the order of record.md.
#include "record/json_parts.h"

#include <fmt/format.h>

#include "record/vocabulary.h"

namespace verbale {

void write_part(Json& json, const CodePointMap& points, const Role& role) {
  json.begin_object();
  json.field("title", role.title);
  if (role.of != kNone) json.field("of", fmt::format("e{}", role.of + 1));
  json.key("span").span(points(role.span));
  json.end_object();
}

void write_part(Json& json, const CodePointMap&, const ActorCode& code) {
  json.begin_object();
  json.field_if("country", code.country);
  json.field_if("sector", code.sector);
  json.field("for", to_label(code.code_for));
  json.end_object();
}

void write_part(Json& json, const CodePointMap& points, const Context& context) {
  json.begin_object();
  json.field("name", context.name);
  if (!context.span.empty()) json.key("span").span(points(context.span));
  json.end_object();
}

void write_part(Json& json, const CodePointMap& points, const Cue& cue) {
  json.begin_object();
  json.field("for", cue.background ? "background" : "status");
  json.key("span").span(points(cue.span));
  json.end_object();
}

}  // namespace verbale
