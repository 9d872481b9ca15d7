// One input is open at a time. Plain text is one article; JSON Lines give one a line, without holding the file in
// memory.
#include "ingest/articles.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "ingest/decode.h"
#include "ingest/sniff.h"

namespace verbale {
namespace {

constexpr size_t kSniffBytes = 64u << 10;
// Four bytes a character at most, and a little more so that the budget itself finds that something is left.
constexpr size_t kTextBytesMax = 4 * kArticleCharactersMax + 4096;
constexpr size_t kDocumentBytesMax = 256u << 20;

Error cannot_read(std::string_view what) {
  return {Error::Kind::input,
          fmt::format("{}; this version reads plain text and JSON Lines (web pages, feeds and WARC come later). "
                      "Use --from text to read it as it is",
                      what)};
}

std::optional<Error> refusal(InputKind kind) {
  switch (kind) {
    case InputKind::html:
      return cannot_read("looks like a web page (HTML)");
    case InputKind::feed:
      return cannot_read("looks like XML or a feed (RSS, Atom)");
    case InputKind::warc:
      return cannot_read("looks like a web archive (WARC)");
    case InputKind::binary:
      return cannot_read("is not text (PDF, office document or program)");
    default:
      return std::nullopt;
  }
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

ArticleReader::ArticleReader(std::vector<Result<std::string>> inputs, ArticleOptions options)
    : inputs_(std::move(inputs)), options_(std::move(options)) {}

std::optional<Incoming> ArticleReader::next() {
  while (ready_.empty()) {
    if (lines_) {
      read_one_line();
    } else if (next_input_ < inputs_.size()) {
      open_next_input();
    } else {
      return std::nullopt;
    }
  }
  std::optional<Incoming> incoming(std::move(ready_.front()));
  ready_.pop_front();
  return incoming;
}

void ArticleReader::open_next_input() {
  Result<std::string>& input = inputs_[next_input_++];
  if (!input) {
    const std::string& what = input.error().what();
    path_ = what.substr(0, what.rfind(": "));
    return fail(Error(Error::Kind::input, what.substr(what.rfind(": ") + 2)));
  }
  path_ = *input;
  Result<ByteStream> stream = ByteStream::open(path_);
  if (!stream) return fail(std::move(stream).error());
  begin(*std::move(stream));
}

void ArticleReader::begin(ByteStream stream) {
  // With a kind that is given, no more is waited for than a byte order mark: a pipe may be slow.
  const std::string_view bytes = stream.peek(options_.from.empty() ? kSniffBytes : 4);
  const Encoding encoding = sniff_encoding(bytes);
  std::vector<Note> ignored;
  InputKind kind = sniff_kind(decode_text(bytes, ignored), path_);
  if (options_.from == "text") kind = InputKind::text;
  if (options_.from == "jsonl") kind = InputKind::jsonl;

  if (auto refused = refusal(kind)) return fail(*std::move(refused));
  if (kind == InputKind::text) return read_whole_text(stream);
  if (kind == InputKind::json) return read_whole_json(stream);

  line_ = 0;
  lines_ = std::move(stream);
  if (encoding != Encoding::utf16_little && encoding != Encoding::utf16_big) return;
  std::string whole;
  if (Status read = lines_->read_all(whole, kDocumentBytesMax); !read) fail(std::move(read).error());
  lines_ = ByteStream::of_text(decode_text(whole, ignored));
}

void ArticleReader::read_whole_text(ByteStream& stream) {
  std::string bytes;
  Status read = stream.read_all(bytes, kTextBytesMax);
  if (!read && bytes.empty()) return fail(std::move(read).error());

  Article article;
  if (!read) article.notes.push_back({NoteKind::cut, read.error().what() + ": what follows is lost", std::nullopt});
  article.text = decode_text(bytes, article.notes);
  keep_within_budget(article.text, article.notes);
  give(std::move(article));
  if (!read) fail(std::move(read).error());
}

void ArticleReader::read_whole_json(ByteStream& stream) {
  std::string bytes;
  if (Status read = stream.read_all(bytes, kDocumentBytesMax); !read) return fail(std::move(read).error());
  std::vector<Note> notes;
  auto articles = json_.read_document(decode_text(bytes, notes));
  if (!articles) return fail(std::move(articles).error());
  for (size_t i = 0; i < articles->size(); ++i) give(std::move((*articles)[i]), articles->size() == 1 ? 0 : i + 1);
}

void ArticleReader::read_one_line() {
  Result<bool> more = lines_->read_line(line_text_);
  ++line_;
  if (!more) {
    fail(std::move(more).error(), line_);
    if (lines_->at_end()) lines_.reset();
    return;
  }
  if (!*more) return lines_.reset();

  std::vector<Note> notes;
  std::string_view line = line_text_;
  if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  if (is_blank(line)) return;
  std::string repaired;
  if (!is_valid_utf8(line)) line = repaired = decode_text(line, notes);
  Result<Article> article = json_.read_object(line);
  if (article) article->notes.insert(article->notes.begin(), notes.begin(), notes.end());
  give(std::move(article), line_);
}

// Completes the article with what the caller said about it.
void ArticleReader::give(Result<Article> article, uint64_t line) {
  if (article) {
    if (!article->published.known() && options_.date) article->published = *options_.date;
    if (article->url.empty()) article->url = options_.url;
    if (is_blank(article->text)) article->notes.push_back({NoteKind::metadata, "the text is empty", std::nullopt});
  }
  ready_.push_back({path_, line, std::move(article)});
}

}  // namespace verbale
