// What an article speaks of that is no actor: things, places, events, and the author's "I" and "we".
//
// The record does not hold them. They are followed all the same, because a pronoun may mean one of them: "it" after
// "the plan" and "the company" is only the company when the plan is out of the question. They are also what annotators
// of coreference mark, so that the measure (bench_coref) needs them.
#pragma once

#include "record/document.h"
#include "resolve/entity_drafts.h"

namespace verbale {

// The noun phrases that are no candidates yet, in text order, marked as unrecorded.
std::vector<Candidate> collect_things(const Document& doc, const ActorScan& scan, const std::vector<Candidate>& actors);

// Puts things together that are called alike: the same name, or a definite noun whose modifiers were said before. A
// name that an actor bears is that actor.
void link_things(const Document& doc, EntityDrafts& drafts);

// "I" and "we" outside quotations are the author, and the author with others; "you" is whoever is spoken to.
void link_author(const Document& doc, EntityDrafts& drafts);

// The whole noun phrase of a head, with relative clauses and appositions, without conjuncts.
TokenRange phrase_of_noun(const Document& doc, TokenId head);

}  // namespace verbale
