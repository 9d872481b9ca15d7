// A window of slots, used round and round. A worker takes the next article together with its slot, under one lock; the
// calling thread waits for the oldest slot, writes it and frees it. The window bounds how far the workers may run
// ahead, so that one enormous article never piles up the thousands behind it.
#include "runner.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "ingest/language_id.h"
#include "record/ids.h"
#include "record/json.h"

namespace verbale {
namespace {

constexpr size_t kSlotsPerThread = 16;

// What every thread works with.
struct Work {
  const MakeReader& make_reader;
  const RunOptions& options;
  const Render& render;
};

// True when the article need not be read.
bool is_known(const RunOptions& options, Reading& reading) {
  if (!options.is_known) return false;
  std::string id = article_ids(*reading.incoming.article).article;
  if (!options.is_known(id)) return false;
  reading.known_as = std::move(id);
  return true;
}

// Whatever a library throws is that article's failure, never the run's.
void read_one(const Work& work, const std::function<void(Document&)>& read, Reading& reading) {
  if (!reading.incoming.article || is_known(work.options, reading)) return;
  try {
    identify_language(*reading.incoming.article);
    reading.doc = std::make_unique<Document>(*reading.incoming.article);
    read(*reading.doc);
    work.render(reading);
  } catch (const std::exception& thrown) {
    reading.doc.reset();
    reading.incoming.article = Error(Error::Kind::internal, std::string("stopped by ") + thrown.what());
  }
}

Status write_one(Reading& reading, const Write& write, RunCounts& counts) {
  ++(reading.incoming.article ? counts.articles : counts.failed);
  return write(reading);
}

// Incoming holds its article by value: a Reading must lie still once the document refers to it.
std::unique_ptr<Reading> reading_of(Incoming incoming) {
  return std::unique_ptr<Reading>(new Reading{std::move(incoming), nullptr, {}, {}});
}

class Window {
 public:
  Window(ArticleReader& source, size_t slots, std::unique_ptr<Reading> first, std::unique_ptr<Reading> second)
      : source_(source), slots_(slots) {
    early_.push_back(std::move(second));
    early_.push_back(std::move(first));
  }

  // The next article and its number; nothing when there is none left, or the run was stopped. The source may make us
  // wait (a pipe): it has a lock of its own, so that what is finished can be written meanwhile.
  std::unique_ptr<Reading> take(uint64_t& number) {
    const std::lock_guard turn(source_mutex_);
    if (!wait_for_room()) return nullptr;
    std::unique_ptr<Reading> reading = next();
    const std::lock_guard lock(mutex_);
    if (reading) {
      number = taken_++;
    } else {
      used_up_ = true;
      done_.notify_all();
    }
    return reading;
  }

  void give(uint64_t number, std::unique_ptr<Reading> reading) {
    const std::lock_guard lock(mutex_);
    slots_[number % slots_.size()] = std::move(reading);
    if (number == written_) done_.notify_all();
  }

  // The oldest reading, when it is ready; nothing at the end.
  std::unique_ptr<Reading> oldest() {
    std::unique_lock lock(mutex_);
    auto& slot = slots_[written_ % slots_.size()];
    done_.wait(lock, [&] { return slot || (used_up_ && written_ == taken_); });
    if (!slot) return nullptr;
    ++written_;
    room_.notify_all();
    return std::move(slot);
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

 private:
  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || taken_ < written_ + slots_.size(); });
    return !stopped_ && !used_up_;
  }

  std::unique_ptr<Reading> next() {
    if (!early_.empty()) {
      auto reading = std::move(early_.back());
      early_.pop_back();
      return reading;
    }
    auto incoming = source_.next();
    return incoming ? reading_of(*std::move(incoming)) : nullptr;
  }

  std::mutex source_mutex_;  // taken before the other
  std::mutex mutex_;
  std::condition_variable room_;  // a slot was freed
  std::condition_variable done_;  // the oldest slot was filled, or nothing is left
  ArticleReader& source_;
  std::vector<std::unique_ptr<Reading>> early_;  // read before the threads began, last first
  std::vector<std::unique_ptr<Reading>> slots_;
  uint64_t taken_ = 0;
  uint64_t written_ = 0;
  bool used_up_ = false;
  bool stopped_ = false;
};

Result<RunCounts> read_on_this_thread(const Work& work, ArticleReader& source, std::unique_ptr<Reading> reading,
                                      std::unique_ptr<Reading> second, const Write& write) {
  RunCounts counts;
  const auto read = work.make_reader();
  while (reading) {
    read_one(work, read, *reading);
    if (Status written = write_one(*reading, write, counts); !written) return std::move(written).error();
    reading = std::move(second);
    if (reading) continue;
    auto incoming = source.next();
    if (incoming) reading = reading_of(*std::move(incoming));
  }
  return counts;
}

Result<RunCounts> read_on_threads(const Work& work, Window& window, const Write& write) {
  const auto read_on = [&] {
    const auto read = work.make_reader();
    uint64_t number = 0;
    while (auto reading = window.take(number)) {
      read_one(work, read, *reading);
      window.give(number, std::move(reading));
    }
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < work.options.threads; ++i) workers.emplace_back(read_on);

  RunCounts counts;
  while (auto reading = window.oldest()) {
    Status written = write_one(*reading, write, counts);
    if (written) continue;
    window.stop();
    return std::move(written).error();
  }
  return counts;
}

}  // namespace

Result<RunCounts> read_articles(const Engine& engine, ArticleReader& source, const RunOptions& options,
                                const Render& render, const Write& write) {
  const MakeReader make_reader = [&engine] {
    auto worker = std::make_shared<Engine::Worker>(engine);
    return [&engine, worker](Document& doc) {
      if (!is_unread(doc)) engine.read(doc, *worker);
    };
  };
  return read_articles(make_reader, source, options, render, write);
}

Result<RunCounts> read_articles(const MakeReader& make_reader, ArticleReader& source, const RunOptions& options,
                                const Render& render, const Write& write) {
  auto first = source.next();
  if (!first) return RunCounts{};
  auto second = source.next();
  auto first_reading = reading_of(*std::move(first));
  auto second_reading = second ? reading_of(*std::move(second)) : nullptr;
  const Work work{make_reader, options, render};
  if (options.threads <= 1 || !second_reading)
    return read_on_this_thread(work, source, std::move(first_reading), std::move(second_reading), write);

  Window window(source, options.threads * kSlotsPerThread, std::move(first_reading), std::move(second_reading));
  return read_on_threads(work, window, write);
}

}  // namespace verbale
