#include "coding/statement_images.h"

#include <algorithm>

#include "coding/statement_speaker.h"
#include "coding/statement_tree.h"

namespace verbale {
namespace {

bool is_perception(const Token& token) {
  return token.lemma == "see" || token.lemma == "hear" || token.lemma == "show" || token.lemma == "picture" ||
         token.lemma == "film" || token.lemma == "photograph";
}

// The document that "in" governs, beside the verb.
TokenId document_of(const StatementTables& tables, const Document& doc, TokenId verb) {
  TokenId found = kNone;
  for_each_child(doc, verb, [&](TokenId child) {
    const std::string_view word = doc.tokens[child].lower;
    if (doc.tokens[child].dep != Dep::prep || (word != "in" && word != "on")) return;
    const TokenId object = child_with(doc, child, {Dep::pobj});
    if (object != kNone && found == kNone && tables.is_document(doc.tokens[object].lemma)) found = object;
  });
  return found;
}

TokenRange cue_of(const Document& doc, TokenId verb) {
  TokenRange cue{verb, verb + 1};
  while (cue.begin > 0 && doc.tokens[cue.begin - 1].head == verb &&
         has_dep(doc.tokens[cue.begin - 1], {Dep::aux, Dep::auxpass}))
    --cue.begin;
  return cue;
}

// The verb's clause without the phrase that names the images.
TokenRange content_of(const Document& doc, TokenId verb, TokenId subject, TokenId source) {
  TokenRange content{doc.tokens[subject].left_edge, doc.tokens[verb].right_edge + 1};
  const TokenId preposition = doc.tokens[source].head;
  if (preposition > verb) content.end = std::min(content.end, doc.tokens[preposition].left_edge);
  for (TokenId t = verb + 1; t < content.end; ++t)
    if (doc.tokens[t].head == verb && doc.tokens[t].lower == ",") content.end = t;
  return without_edges(doc, content);
}

}  // namespace

std::vector<ImageReport> find_image_reports(const StatementTables& tables, const Document& doc) {
  std::vector<ImageReport> reports;
  for (TokenId verb = 0; verb < doc.tokens.size(); ++verb) {
    if (doc.tokens[verb].tag != "VBN" || !is_perception(doc.tokens[verb])) continue;
    const TokenId subject = child_with(doc, verb, {Dep::nsubjpass});
    const TokenId source = subject == kNone ? TokenId{kNone} : document_of(tables, doc, verb);
    if (source == kNone || doc.in_boilerplate(doc.tokens[verb].span)) continue;
    reports.push_back(
        {cue_of(doc, verb), verb, source, noun_phrase(doc, source), content_of(doc, verb, subject, source)});
  }
  return reports;
}

}  // namespace verbale
