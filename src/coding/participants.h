// From a word in an argument slot to who is meant: the entity, and the words that name it there.
#pragma once

#include <vector>

#include "coding/argument_words.h"
#include "record/document.h"

namespace verbale {

// The participants that an argument's head word names. Empty when it names nobody that the record knows.
//
// "members of the group" is one participant, the phrase; "12 of the soldiers" and "a number of soldiers" are the
// soldiers; weapons and craft stand for whose they are ("the army's jets"); a town stands for its state where the
// article knows that state as an entity ("shelled Kharkiv").
std::vector<Participant> participants_named(const Document& doc, const ArgumentWords& words, TokenId head);

bool contains_entity(const std::vector<Participant>& participants, EntityId entity);
// True when the two lists name one entity in common.
bool share_entity(const std::vector<Participant>& a, const std::vector<Participant>& b);
// Those of the first list whose entities the second does not name.
std::vector<Participant> without(std::vector<Participant> participants, const std::vector<Participant>& others);

}  // namespace verbale
