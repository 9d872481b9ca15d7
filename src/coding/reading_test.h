// What the tests of this folder share: a reader that parses texts as `read` does, and golden files that can
// be rewritten on purpose (VERBALE_GOLDEN_UPDATE=1), so that a change of expectations is reviewed as a difference.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "language/language.h"
#include "language/news_reading.h"
#include "pack/table.h"
#include "support/case_file.h"

namespace verbale::testing {

// A text with its parse.
struct Reading {
  Article article;
  std::unique_ptr<Document> doc;
};

// The tables under data/, or in the folder that VERBALE_DATA names.
inline const Knowledge& knowledge() {
  const char* folder = std::getenv("VERBALE_DATA");
  static const Result<Knowledge> knowledge = Knowledge::read_folder(folder != nullptr ? folder : VERBALE_ROOT "/data");
  EXPECT_TRUE(knowledge) << knowledge.error().what();
  return *knowledge;
}

class Reader {
 public:
  static Reader* instance() {
    static std::unique_ptr<Reader> reader = open();
    return reader.get();
  }

  std::unique_ptr<Reading> read(const std::string& text) {
    auto reading = std::make_unique<Reading>();
    reading->article.text = text;
    reading->doc = std::make_unique<Document>(reading->article);
    language_.parse(*reading->doc, scratch_, &news_);
    return reading;
  }

 private:
  Reader(Language language, NewsReading news)
      : language_(std::move(language)), news_(std::move(news)), scratch_(language_) {}

  static std::unique_ptr<Reader> open() {
    Result<Language> language = Language::open(VERBALE_ROOT "/assets/en_core_web_sm-3.8.0");
    Result<NewsReading> news = NewsReading::open(knowledge());
    if (!language || !news) return nullptr;
    return std::unique_ptr<Reader>(new Reader(*std::move(language), *std::move(news)));
  }

  Language language_;
  NewsReading news_;
  Language::Scratch scratch_;
};

// Replaces the expected lines of every case by what was found.
inline void rewrite_cases(const std::filesystem::path& path, const std::vector<std::vector<std::string>>& found) {
  std::ifstream in(path);
  std::string out;
  size_t current = 0;
  bool in_text = false;
  const auto put_found = [&] {
    for (const std::string& line : found[current]) out += "> " + line + "\n";
    ++current;
    in_text = false;
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('>')) continue;
    if (in_text && !line.starts_with('|')) put_found();
    in_text = in_text || line.starts_with('|');
    out += line + "\n";
  }
  if (in_text) put_found();
  in.close();
  std::ofstream(path, std::ios::binary) << out;
}

// Runs every case of a golden file through `describe`, which gives what was found as lines.
template <class Describe>
void check_cases(const std::string& file, Describe&& describe) {
  Reader* reader = Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const std::filesystem::path path = std::string(VERBALE_ROOT "/tests/golden/coding/") + file;
  std::vector<std::vector<std::string>> all;
  const std::vector<Case> cases = read_cases(path);
  EXPECT_GT(cases.size(), 10u);
  for (const Case& golden : cases) {
    const std::unique_ptr<Reading> reading = reader->read(golden.text);
    all.push_back(describe(*reading->doc));
    if (std::getenv("VERBALE_GOLDEN_UPDATE") != nullptr) continue;
    EXPECT_EQ(all.back(), golden.expected) << path.string() << ":" << golden.line << ": " << golden.title;
  }
  if (std::getenv("VERBALE_GOLDEN_UPDATE") != nullptr) rewrite_cases(path, all);
}

}  // namespace verbale::testing
