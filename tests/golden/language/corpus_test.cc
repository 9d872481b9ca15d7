// Fifty thousand tokens of our own against spaCy's decisions, kept in one compressed file.
//
// corpus.jsonl.zst is made by tools/oracle/own_corpus.py and tools/oracle/parse.py (README.md beside it). A decision
// may differ only where the network itself found two moves all but equal, and none does on the machines that we know.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "ingest/byte_stream.h"
#include "language/language.h"
#include "support/parse_differences.h"
#include "support/parsed_document.h"

namespace verbale {
namespace {

const std::filesystem::path kPackage = VERBALE_ROOT "/assets/en_core_web_sm-3.8.0";
constexpr float kMarginMax = 1e-4f;

// Whether any decision of the text was that close: another machine adds up in another order.
bool has_tie(const DecisionMargins& margins) {
  const auto close = [](float margin) { return margin < kMarginMax; };
  return std::ranges::any_of(margins.tag, close) || std::ranges::any_of(margins.parse, close) ||
         std::ranges::any_of(margins.name, close);
}

TEST(LanguageCorpus, DecidesAsSpacyDoes) {
  const Result<Language> language = Language::open(kPackage);
  if (!language) GTEST_SKIP() << "the English package is not unpacked in assets/";
  Result<ByteStream> stream = ByteStream::open(VERBALE_ROOT "/tests/golden/language/corpus.jsonl.zst");
  ASSERT_TRUE(stream) << stream.error().what();

  Language::Scratch scratch(*language);
  DecisionMargins margins;
  scratch.watch(&margins);
  size_t tokens = 0;
  std::string line;
  for (Result<bool> more = stream->read_line(line); more && *more; more = stream->read_line(line)) {
    const auto theirs = testing::read_parsed(line);
    Document ours(theirs->article);
    margins.clear();
    language->parse(ours, scratch);
    tokens += ours.tokens.size();
    const auto differences = testing::find_differences(ours, *theirs->doc);
    if (differences.empty() || (differences.front().field != "tokens" && has_tie(margins))) continue;
    for (const auto& difference : differences) ADD_FAILURE() << testing::describe(difference, *theirs->doc);
  }
  EXPECT_GT(tokens, 50'000u);
}

}  // namespace
}  // namespace verbale
