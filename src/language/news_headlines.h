// Headlines in capitals or in title case, shown to the network as they would be written within a sentence.
//
//   RUSSIA SHELLS KHARKIV, KILLING THREE        Russia shells Kharkiv, killing three
//   Minister Says Troops Will Leave by May      Minister says troops will leave by May
//
// How a word is written is told by the article's body where it has the word within a sentence; else by the tables of
// names and by the package's word lists. Where both stay silent a word in title case stays as it is, and one in
// capitals counts as a name.
#pragma once

#include "language/lemmatizer.h"
#include "language/name_case.h"
#include "language/shown_text.h"

namespace verbale {

// What is known of words besides the article.
struct WordKnowledge {
  const NameCase& names;
  const Lemmatizer& lemmatizer;
};

// Lines in capitals among lines that are not become pieces of their own.
// requires: paragraphs are cut
void set_capital_lines_apart(const Document& doc, ShownText& shown);

// "Council rejects truce; Egypt presses on": a headline's semicolon parts two of them.
// requires: paragraphs are cut
void part_headlines(const Document& doc, ShownText& shown);

// Changes the forms of headlines' words.
// requires: all cuts are made
void show_headlines_as_sentences(const Document& doc, const WordKnowledge& words, Lexicon& lexicon, ShownText& shown);

}  // namespace verbale
