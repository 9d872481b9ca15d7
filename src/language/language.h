// The language layer: tokens, tags, features, lemmas, the dependency tree, sentences and names of a text, decided as
// spaCy decides them with the same package.
//
//   Result<Language> language = Language::open("packs/en_core_web_sm");
//   Language::Scratch scratch(*language);                       one per worker thread, kept between documents
//   Document doc(article);
//   language->parse(doc, scratch);                              fills doc.tokens, doc.sentences, doc.names
//   doc.words(doc.sentences[0].root);                           "arrived"
//
// A Language is immutable and shared between threads. Views in tokens point into it, into the article's text or into
// the document's arena. What a scratch remembers changes no result.
//
// A text of more than kPieceTokensMax tokens is parsed in pieces that end where paragraphs end, so that memory stays
// bounded; ordinary articles are parsed whole. A run of more than kChunkBytesMax bytes without a blank stays one token
// and leaves a note.
// errors: input, when the package cannot be read or needs what this layer does not have.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "language/margins.h"
#include "record/document.h"

namespace verbale {

class NewsReading;

class Language {
 public:
  static constexpr size_t kPieceTokensMax = 20'000;

  class Scratch;

  static Result<Language> open(const std::filesystem::path& package);

  Language(Language&&) noexcept;
  Language& operator=(Language&&) noexcept;
  ~Language();

  // As spaCy parses it; with a reading for news (news_reading.h), as newspapers need it, which is no longer comparable
  // token by token.
  // requires: doc.tokens, sentences and names are empty; the text is valid UTF-8
  void parse(Document& doc, Scratch& scratch, const NewsReading* news = nullptr) const;

  // Only cuts the text: fills the tokens' span, lower and space_after.
  void tokenize(Document& doc, Scratch& scratch) const;

  const std::string& code() const;  // ISO 639-1: "en"
  const std::string& name() const;  // as the package calls itself: "en_core_web_sm 3.8.0"

 private:
  struct Parts;
  explicit Language(std::unique_ptr<const Parts> parts);

  std::unique_ptr<const Parts> parts_;
};

// Buffers and caches of one worker thread, bound to the language that they were made for.
class Language::Scratch {
 public:
  explicit Scratch(const Language& language);
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  ~Scratch();

  // Every parse from now on adds the margins of its decisions here; null to stop.
  void watch(DecisionMargins* margins);

 private:
  friend class Language;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace verbale
