// Words are folded once; what the tagger knows to be no name is marked, so that the tables do not find one there.
#include "resolve/actor_words.h"

#include <algorithm>
#include <array>

#include "resolve/fold.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 8> kNotNames{"DATE",     "TIME",     "MONEY",   "PERCENT",
                                                    "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"};

}  // namespace

bool is_measure(std::string_view type) {
  return std::find(kNotNames.begin(), kNotNames.end(), type) != kNotNames.end();
}

void fold_tokens(const Document& doc, ActorScan& scan) {
  for (TokenId t = 0; t < doc.tokens.size(); ++t) {
    const Token& token = doc.tokens[t];
    scan.word_of_token.push_back(uint32_t(scan.words.size()));
    if (token.pos == Pos::space || token.pos == Pos::punct) continue;
    const std::string_view surface = doc.words(t);
    std::vector<std::string> folded = fold_words(surface);
    const bool named = !token.name_type.empty() && !is_measure(token.name_type);
    const bool may_be_name =
        named || (!is_measure(token.name_type) && (token.pos == Pos::propn || token.pos == Pos::adj ||
                                                   token.pos == Pos::noun || token.dep == Dep::amod));
    for (std::string& word : folded) {
      std::string lemma = folded.size() == 1 && token.pos != Pos::propn ? fold_name(token.lemma) : guess_lemma(word);
      scan.words.push_back({std::move(word), std::move(lemma), surface, t, starts_upper(surface), may_be_name});
    }
  }
  scan.word_of_token.push_back(uint32_t(scan.words.size()));
}

std::vector<TokenRange> split_lines(const Document& doc) {
  std::vector<TokenRange> lines;
  for (const Sentence& sentence : doc.sentences) {
    TokenId begin = sentence.tokens.begin;
    for (TokenId t = begin; t < sentence.tokens.end; ++t) {
      if (doc.tokens[t].pos != Pos::space || doc.words(t).find('\n') == std::string_view::npos) continue;
      lines.push_back({begin, t});
      begin = t + 1;
    }
    lines.push_back({begin, sentence.tokens.end});
  }
  return lines;
}

bool is_shouted(const Document& doc, const ActorScan& scan, TokenRange line) {
  const WordRange words = scan.words_of(line);
  if (words.end - words.begin < 2) return false;
  const std::string_view text = doc.words(doc.span_of(line));
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace verbale
