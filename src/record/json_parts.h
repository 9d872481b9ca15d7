// Small objects of the record that appear in two shapes: inside the JSON line, and as JSON columns of the tables.
#pragma once

#include "record/code_points.h"
#include "record/document.h"
#include "record/json_writer.h"

namespace verbale {

void write_part(Json& json, const CodePointMap& points, const Role& role);
void write_part(Json& json, const CodePointMap& points, const ActorCode& code);
void write_part(Json& json, const CodePointMap& points, const Context& context);
void write_part(Json& json, const CodePointMap& points, const Cue& cue);

}  // namespace verbale
