// What a known person is coded as: the office on the day, a title in the text, or the citizenship.
//
//   ActorReading reading{.person = row};
//   code_person(tables, {.day = parse_day("2010-05-01")}, reading);   Angela Merkel: DEU GOV, "office: chancellor"
//
// Without a day the latest known office counts. Somebody who has left office is of the elite (ELI), unless the tables
// know what they did on that day.
#pragma once

#include "resolve/actor_phrase.h"

namespace verbale {

void code_person(const ActorTables& tables, const PhraseContext& context, ActorReading& reading);

// Whether a title in the text may be the office in a table: "foreign minister" and "minister", "secretary" and
// "secretary of state". Both folded.
bool titles_agree(const ActorTables& tables, std::string_view said, std::string_view office);

}  // namespace verbale
