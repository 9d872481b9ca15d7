// The words of the record for every enumeration, as record.md's vocabularies spell them. One place, so that JSON,
// tables and the terminal's account never disagree.
#pragma once

#include <string_view>

#include "record/document.h"

namespace verbale {

std::string_view to_label(DateMethod method);
std::string_view to_label(NoteKind kind);
std::string_view to_label(EntityKind kind);
std::string_view to_label(CodeFor code_for);
std::string_view to_label(MentionForm form);
std::string_view to_label(PlacePrecision precision);
std::string_view to_label(TimexType type);
std::string_view to_label(SpeakerKind kind);
std::string_view to_label(StatementForm form);
std::string_view to_label(EventStatus status);
std::string_view to_label(CountKind kind);
std::string_view to_label(IntentionKind kind);

}  // namespace verbale
