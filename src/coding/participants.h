// From a word in an argument slot to who is meant: the entity, and the words that name it there.
#pragma once

#include <vector>

#include "record/document.h"

namespace verbale {

// The word of a measured thing: in "50 tonnes of medicine" and "dozens of tanks" the tonnes and dozens only count;
// kNone when the word measures nothing.
TokenId counted_noun(const Document& doc, TokenId head);

// The participants that an argument's head word names. Empty when it names nobody that the record knows.
//
// "members of the group" is one participant, the phrase; "12 of the soldiers" and "a number of soldiers" are the
// soldiers; weapons and craft stand for whose they are ("the army's jets"); a town stands for its state where the
// article knows that state as an entity ("shelled Kharkiv").
std::vector<Participant> participants_named(const Document& doc, TokenId head);

}  // namespace verbale
