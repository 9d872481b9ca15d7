// Articles, one after the other, from any number of inputs, in the order in which they were given.
//
//   ArticleReader reader(expand_inputs({"archive/", "-"}), {.date = "2023-04-20"});
//   while (auto incoming = reader.next())
//     if (incoming->article) use(*incoming->article);
//     else report(incoming->place, incoming->article.error());
//
// What fails is given in its place too: a missing file, a line that is not JSON, an archive that ends early. Nothing
// stops at it. Not safe to share between threads without a lock.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/byte_stream.h"
#include "ingest/json_article.h"
#include "record/article.h"

namespace verbale {

struct ArticleOptions {
  std::optional<ArticleDate> date;  // for articles that bring none
  std::string url;                  // likewise
  std::string from;                 // "text" or "jsonl"; "" to look at the bytes
};

struct Incoming {
  std::string input;  // the path, or "-"
  uint64_t line = 0;  // in a file of many articles: the line, or the place in the list; else 0
  Result<Article> article;

  // "archive.jsonl:12", or the path alone.
  std::string place() const { return line == 0 ? input : input + ":" + std::to_string(line); }
};

class ArticleReader {
 public:
  ArticleReader(std::vector<Result<std::string>> inputs, ArticleOptions options);

  // The next article or failure; nothing when every input is used up.
  std::optional<Incoming> next();

 private:
  void open_next_input();
  void begin(ByteStream stream);
  void read_whole_text(ByteStream& stream);
  void read_whole_json(ByteStream& stream);
  void read_one_line();
  void give(Result<Article> article, uint64_t line = 0);
  void fail(Error error, uint64_t line = 0) { give(std::move(error), line); }

  std::vector<Result<std::string>> inputs_;
  size_t next_input_ = 0;
  ArticleOptions options_;
  JsonArticles json_;
  std::string path_;
  std::string line_text_;
  std::optional<ByteStream> lines_;  // open while an input gives articles line by line
  uint64_t line_ = 0;
  std::deque<Incoming> ready_;
};

}  // namespace verbale
