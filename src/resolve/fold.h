// How two spellings of a name are recognised as one.
//
// Three strengths, from exact to generous:
//   fold_words("Côte d'Ivoire")         {"cote", "d", "ivoire"}: case, accents, hyphens and apostrophes do not count
//   fold_words("People's Liberation")   {"people", "s", "liberation"}: as the tokenizer splits possessives
//   fold_sounds("zelenskyy")            "selenski": transliterations of Cyrillic and Arabic names fall together
//
// Acronyms are compared in their own case, without dots: strip_dots("U.S.") is "US", which "us" is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// Lower-case words without accents; British spelling for the few words where American English differs in names.
std::vector<std::string> fold_words(std::string_view name);

// The words of fold_words with single spaces between them.
std::string fold_name(std::string_view name);

// What stays of one folded word (or several, with spaces) when transliteration is taken away.
std::string fold_sounds(std::string_view folded);

std::string strip_dots(std::string_view acronym);

// True for "NATO", "U.S.", "G20": no lower-case letter, and at least two characters.
bool is_acronym(std::string_view word);

bool starts_upper(std::string_view word);

}  // namespace verbale
