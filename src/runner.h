// Reads many articles on several threads: whole articles a thread, results in input order, bounded memory.
//
//   RunCounts counts = *read_articles(engine, source, {.threads = 2}, render, write);
//
// `render` runs on a worker's thread and turns the finished document into bytes; `write` runs on the calling thread, in
// input order, and ends the run by returning an error. The number of threads never shows in what is written.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "engine.h"
#include "ingest/articles.h"

namespace verbale {

// One article after it was read, or the reason why it was not.
struct Reading {
  Incoming incoming;
  std::unique_ptr<Document> doc;  // refers to incoming.article; empty when that failed
  std::string rendered;
  std::string known_as;  // the article's id, when `is_known` said that it need not be read
};

struct RunOptions {
  unsigned threads = 1;  // at least 1
  // Asked on the workers' threads: articles that were read before are passed on unread.
  std::function<bool(const std::string& article_id)> is_known = nullptr;
};

struct RunCounts {
  uint64_t articles = 0;
  uint64_t failed = 0;
};

// Makes what reads the articles of one thread: called once on each.
using MakeReader = std::function<std::function<void(Document&)>()>;
using Render = std::function<void(Reading&)>;
using Write = std::function<Status(Reading&)>;

Result<RunCounts> read_articles(const MakeReader& make_reader, ArticleReader& source, const RunOptions& options,
                                const Render& render, const Write& write);

// The same with the whole engine; articles in a language that it does not know are passed on unread.
Result<RunCounts> read_articles(const Engine& engine, ArticleReader& source, const RunOptions& options,
                                const Render& render, const Write& write);

}  // namespace verbale
