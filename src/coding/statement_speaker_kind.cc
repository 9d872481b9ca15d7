// What kind of speaker a phrase names: the tables' nouns first ("a source"), then media and documents, then what the
// entity behind it is, at last the words alone.
#include "coding/statement_speaker.h"

namespace verbale {
namespace {

SpeakerKind kind_of_entity(const Document& doc, EntityId id, SpeakerKind otherwise) {
  if (id == kNone) return otherwise;
  switch (doc.entities[id].kind) {
    case EntityKind::person:
      return SpeakerKind::named;
    case EntityKind::state:
    case EntityKind::organisation:
    case EntityKind::place:
    case EntityKind::facility:
      return SpeakerKind::organisation;
    case EntityKind::document:
      return SpeakerKind::document;
    default:
      return otherwise;
  }
}

SpeakerKind kind_of_words(const Document& doc, const SpeakerPhrase& speaker) {
  const Token& head = doc.tokens[speaker.head];
  if (head.lower == "i" || head.lower == "we" || head.lower == "you") return SpeakerKind::named;
  for (TokenId t = speaker.tokens.begin; t < speaker.tokens.end; ++t)
    if (doc.tokens[t].name_type == "PERSON" && doc.tokens[t].pos == Pos::propn) return SpeakerKind::named;
  if (head.pos == Pos::propn)
    return head.name_type == "PERSON" || head.name_type.empty() ? SpeakerKind::named : SpeakerKind::organisation;
  if (head.lower == "he" || head.lower == "she") return SpeakerKind::named;
  return SpeakerKind::unnamed;
}

EntityId entity_at(const Document& doc, TokenId head) {
  MentionId mention = doc.mention_headed_by(head);
  if (mention == kNone) mention = doc.mention_covering(head);
  return mention == kNone ? EntityId{kNone} : doc.mentions[mention].entity;
}

bool names_media(const StatementTables& tables, const Document& doc, const SpeakerPhrase& speaker) {
  const TokenId end = tables.is_document(doc.tokens[speaker.head].lemma) ? speaker.tokens.end : speaker.head + 1;
  for (TokenId t = speaker.tokens.begin; t < end; ++t)
    if (tables.is_media(doc.tokens[t].pos == Pos::propn ? doc.tokens[t].lower : doc.tokens[t].lemma)) return true;
  return false;
}

}  // namespace

SpeakerKind kind_of_speaker(const StatementTables& tables, const Document& doc, const SpeakerPhrase& speaker) {
  const Token& head = doc.tokens[speaker.head];
  const SpeakerKind by_words = kind_of_words(doc, speaker);
  if (head.pos == Pos::noun && tables.is_source(head.lemma)) return by_words;
  if (head.pos != Pos::pron && by_words != SpeakerKind::named && names_media(tables, doc, speaker))
    return SpeakerKind::media;
  if (tables.is_document(head.lemma)) return SpeakerKind::document;
  return kind_of_entity(doc, entity_at(doc, speaker.head), by_words);
}

}  // namespace verbale
