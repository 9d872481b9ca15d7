// By whose word: who says what in an article, directly, indirectly or both.
//
//   Result<StatementTables> tables = StatementTables::open(knowledge);
//   find_statements(*tables, doc);                               // after entities; fills doc.statements in text order
//   StatementId id = statement_carrying(doc, event.trigger_token);
//
// Reads tokens, sentences, mentions, entities, boilerplate. A statement is kept only with a cue, a source, or a
// quotation that goes on from one: quotation marks alone (titles, scare quotes) make none.
#pragma once

#include "coding/statement_tables.h"
#include "record/document.h"

namespace verbale {

void find_statements(const StatementTables& tables, Document& doc);

// The innermost statement whose content covers the token, leaving out the one that the token is the cue of; or kNone.
StatementId statement_carrying(const Document& doc, TokenId token);

}  // namespace verbale
