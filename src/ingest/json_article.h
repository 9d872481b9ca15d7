// An article from a JSON object, under the keys that news archives and crawlers use.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/article.h"

namespace verbale {

// Reads articles from JSON; keeps its buffers between calls.
//
//   JsonArticles json;
//   Result<Article> article = json.read_object(R"({"text": "…", "date": "2023-04-20"})");
//
// Keys: text, content, body, maintext, … · title, headline · date, published, … · url, link · author(s), byline ·
// source, publisher, domain · language. A record of our own ({"schema": "verbale/1", "article": {…}}) is read too.
class JsonArticles {
 public:
  JsonArticles();
  ~JsonArticles();

  Result<Article> read_object(std::string_view json);
  // A whole JSON document: one object, or a list of objects; each gives its article or says why not.
  Result<std::vector<Result<Article>>> read_document(std::string_view json);
  bool is_object(std::string_view json);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace verbale
