// The reading for news: *.case of this folder, and what no case can say.
//
// A case's lines are its sentences with their roots, then its names: "says VBZ  Minister says troops will leave", and
// "PERSON  Lindholm". With "show: tags" a sentence is words and tags, with "show: clauses" its verbs, each with the
// verb that it hangs on: "said < called". VERBALE_GOLDEN_UPDATE=1 rewrites the files.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "language/language.h"
#include "language/news_reading.h"
#include "pack/table.h"
#include "support/case_file.h"
#include "support/marked_example.h"

namespace verbale {
namespace {

const std::filesystem::path kCases = VERBALE_ROOT "/tests/golden/language";

// Line breaks as they can stand in a line.
std::string on_one_line(std::string_view words) {
  std::string line;
  for (const char c : words) line += c == '\n' ? std::string("⏎") : std::string(1, c);
  return line;
}

std::string describe_root(const Document& doc, const Sentence& sentence) {
  const Token& root = doc.tokens[sentence.root];
  return on_one_line(root.lemma) + " " + std::string(root.tag) + "  " +
         on_one_line(doc.words(doc.span_of(sentence.tokens)));
}

std::string describe_tags(const Document& doc, const Sentence& sentence) {
  std::string line;
  for (TokenId at = sentence.tokens.begin; at < sentence.tokens.end; ++at)
    line += (line.empty() ? "" : " ") + on_one_line(doc.words(at)) + "/" + std::string(doc.tokens[at].tag);
  return line;
}

std::string describe_clauses(const Document& doc, const Sentence& sentence) {
  std::string line;
  for (TokenId at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const Token& token = doc.tokens[at];
    if (token.pos != Pos::verb && (token.pos != Pos::aux || token.dep == Dep::aux || token.dep == Dep::auxpass))
      continue;
    line += (line.empty() ? "" : ", ") + on_one_line(doc.words(at));
    if (token.head != at) line += " < " + on_one_line(doc.words(token.head));
  }
  return line;
}

std::vector<std::string> describe(const Document& doc, std::string_view show) {
  std::vector<std::string> lines;
  for (const Sentence& sentence : doc.sentences)
    lines.push_back(show == "tags"      ? describe_tags(doc, sentence)
                    : show == "clauses" ? describe_clauses(doc, sentence)
                                        : describe_root(doc, sentence));
  if (show == "clauses") return lines;
  for (const Name& name : doc.names)
    lines.push_back(std::string(name.type) + "  " + on_one_line(doc.words(doc.span_of(name.tokens))));
  return lines;
}

struct Reader {
  Knowledge knowledge;
  Language language;
  NewsReading news;
};

// Null without the English package.
const Reader* reader() {
  static const std::unique_ptr<const Reader> reader = []() -> std::unique_ptr<const Reader> {
    Result<Language> language = Language::open(VERBALE_ROOT "/assets/en_core_web_sm-3.8.0");
    Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
    if (!language || !knowledge) return nullptr;
    Result<NewsReading> news = NewsReading::open(*knowledge);
    if (!news) return nullptr;
    return std::unique_ptr<const Reader>(new Reader{*std::move(knowledge), *std::move(language), *std::move(news)});
  }();
  return reader.get();
}

// Replaces the expected lines of every case by what was found.
void rewrite(const std::filesystem::path& path, const std::vector<std::vector<std::string>>& found) {
  std::ifstream in(path);
  std::string out;
  size_t current = 0;
  bool in_text = false;
  const auto end_text = [&] {
    if (in_text)
      for (const std::string& line : found[current++]) out += "> " + line + "\n";
    in_text = false;
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('>')) continue;
    if (!line.starts_with('|')) end_text();
    in_text = line.starts_with('|');
    out += line + "\n";
  }
  end_text();
  in.close();
  std::ofstream(path, std::ios::binary) << out;
}

class NewsReadingTest : public ::testing::TestWithParam<const char*> {};

TEST_P(NewsReadingTest, ReadsAsTheCasesSay) {
  if (reader() == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const std::filesystem::path path = kCases / (std::string(GetParam()) + ".case");
  const std::vector<testing::Case> cases = testing::read_cases(path);
  EXPECT_GT(cases.size(), 4u) << path;
  const bool update = std::getenv("VERBALE_GOLDEN_UPDATE") != nullptr;
  Language::Scratch scratch(reader()->language);
  std::vector<std::vector<std::string>> found;
  for (const testing::Case& golden : cases) {
    Article article;
    article.text = golden.text;
    Document doc(article), plain(article);
    reader()->language.parse(doc, scratch, &reader()->news);
    found.push_back(describe(doc, golden.settings.contains("show") ? golden.settings.at("show") : ""));
    if (!update) {
      EXPECT_EQ(found.back(), golden.expected) << path.string() << ":" << golden.line << ": " << golden.title;
    }

    reader()->language.parse(plain, scratch);
    EXPECT_TRUE(std::ranges::equal(doc.tokens, plain.tokens, {}, &Token::span, &Token::span)) << golden.title;
  }
  if (update) rewrite(path, found);
}

INSTANTIATE_TEST_SUITE_P(Cases, NewsReadingTest,
                         ::testing::Values("news_headlines", "news_datelines", "news_lists", "news_quotes",
                                           "news_wrapped", "news_names", "news_clauses"));

// Every row of news/own_acts.tsv: its example's act hangs on the verb of saying, not on what is said.
TEST(NewsClauses, EveryOwnActProvesItself) {
  if (reader() == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Table* table = reader()->knowledge.find("news/own_acts.tsv");
  ASSERT_NE(table, nullptr);
  Language::Scratch scratch(reader()->language);
  for (size_t row = 0; row < table->rows(); ++row) {
    const testing::MarkedExample example = testing::read_mark(table->cell(row, "example"));
    Article article;
    article.text = example.text;
    Document doc(article);
    reader()->language.parse(doc, scratch, &reader()->news);
    for (TokenId at = 0; at < doc.tokens.size(); ++at)
      if (doc.tokens[at].span.begin == example.begin) {
        EXPECT_EQ(doc.tokens[at].lemma, table->cell(row, "verb")) << example.text;
        EXPECT_EQ(doc.tokens[doc.tokens[at].head].lemma, "say") << example.text;
      }
  }
}

}  // namespace
}  // namespace verbale
