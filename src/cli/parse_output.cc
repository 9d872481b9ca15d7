// Sentences that hold nothing but white space vanish; so numbering follows what is written, not the document.
#include "cli/parse_output.h"

#include <fmt/format.h>

#include <iterator>
#include <vector>

#include "record/code_points.h"
#include "record/json_writer.h"

namespace verbale {
namespace {

// The language layer calls white space what its package calls so; a package without parts of speech says nothing.
bool is_word(const Document& doc, TokenId token) {
  return doc.tokens[token].pos != Pos::space &&
         doc.words(token).find_first_not_of(" \t\n\r\v\f") != std::string_view::npos;
}

std::string_view or_dash(std::string_view field) { return field.empty() ? "_" : field; }

// White space as MISC writes it, after the convention of UDPipe.
std::string escaped(std::string_view spaces) {
  std::string out;
  for (const char one : spaces) switch (one) {
      case ' ':
        out += "\\s";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '|':
        out += "\\p";
        break;
      default:
        out += one;
    }
  return out;
}

class ConlluWriter {
 public:
  ConlluWriter(const Document& doc, std::string_view id, std::string& out) : doc_(doc), id_(id), out_(out) {}

  void write() {
    for (const Sentence& sentence : doc_.sentences) {
      collect_words(sentence.tokens);
      if (!words_.empty()) write_sentence(sentence);
    }
  }

 private:
  void collect_words(TokenRange tokens) {
    words_.clear();
    number_.assign(tokens.size(), 0);
    first_ = tokens.begin;
    for (TokenId token = tokens.begin; token < tokens.end; ++token)
      if (is_word(doc_, token)) {
        words_.push_back(token);
        number_[token - first_] = uint32_t(words_.size());
      }
  }

  void write_sentence(const Sentence& sentence) {
    if (sentences_ == 0) write_line("# newdoc id = {}", id_);
    if (sentences_ == 0 || sentence.paragraph != paragraph_) write_line("# newpar");
    paragraph_ = sentence.paragraph;
    write_line("# sent_id = {}-{}", id_, ++sentences_);
    write_line("# text = {}", plain_text());
    root_ = root();
    for (const TokenId word : words_) write_word(word);
    out_ += '\n';
  }

  // The words and the single blanks between them, as SpaceAfter tells them.
  std::string plain_text() const {
    std::string text;
    for (const TokenId word : words_) {
      text += doc_.words(word);
      if (word != words_.back() && !spaces_after(word).empty()) text += ' ';
    }
    return text;
  }

  // What lies between a word and the next word of the text.
  std::string_view spaces_after(TokenId word) const {
    TokenId next = word + 1;
    while (next < doc_.tokens.size() && !is_word(doc_, next)) ++next;
    const size_t begin = doc_.tokens[word].span.end;
    const size_t end = next < doc_.tokens.size() ? doc_.tokens[next].span.begin : doc_.text.size();
    return doc_.text.substr(begin, end - begin);
  }

  // The nearest governor that is written; the word itself where there is none.
  TokenId governor(TokenId word) const {
    TokenId head = doc_.tokens[word].head;
    while (number_[head - first_] == 0 && doc_.tokens[head].head != head) head = doc_.tokens[head].head;
    return number_[head - first_] == 0 ? word : head;
  }

  // Where white space was the root, the first word that hung on it takes its place.
  TokenId root() const {
    for (const TokenId word : words_)
      if (governor(word) == word) return word;
    return words_.front();
  }

  std::string misc(TokenId word) const {
    const Token& token = doc_.tokens[word];
    const std::string_view spaces = spaces_after(word);
    std::string out;
    const auto add = [&](const std::string& item) { out += (out.empty() ? "" : "|") + item; };
    if (!token.name_type.empty()) add(fmt::format("NE={}-{}", token.name_begin ? 'B' : 'I', token.name_type));
    if (spaces.empty()) add("SpaceAfter=No");
    if (!spaces.empty() && spaces != " ") add("SpacesAfter=" + escaped(spaces));
    if (sentences_ == 1 && word == words_.front() && token.span.begin > 0)
      add("SpacesBefore=" + escaped(doc_.text.substr(0, token.span.begin)));
    return out;
  }

  void write_word(TokenId word) {
    const Token& token = doc_.tokens[word];
    const bool is_root = word == root_;
    const TokenId head = governor(word) == word ? root_ : governor(word);
    write_line("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}", number_[word - first_], doc_.words(word), or_dash(token.lemma),
               or_dash(to_label(token.pos)), or_dash(token.tag), or_dash(token.morph),
               is_root ? 0 : number_[head - first_], is_root ? "root" : or_dash(token.label), or_dash(misc(word)));
  }

  template <class... Values>
  void write_line(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
    out_ += '\n';
  }

  const Document& doc_;
  std::string_view id_;
  std::string& out_;
  std::vector<TokenId> words_;    // of this sentence
  std::vector<uint32_t> number_;  // by token of this sentence; 0 for what is not written
  TokenId first_ = 0, root_ = 0;
  uint32_t sentences_ = 0, paragraph_ = 0;
};

void write_span(Json& json, const CodePointMap& points, Span bytes) {
  const Span span = points(bytes);
  json.key("start").integer(span.begin);
  json.key("end").integer(span.end);
}

void write_token(Json& json, const CodePointMap& points, const Document& doc, TokenId at) {
  const Token& token = doc.tokens[at];
  json.begin_object();
  json.key("id").integer(at);
  write_span(json, points, token.span);
  json.field("tag", token.tag);
  json.field("pos", to_label(token.pos));
  json.field("morph", token.morph);
  json.field("lemma", token.lemma);
  json.field("dep", token.label);
  json.key("head").integer(token.head);
  json.end_object();
}

void write_notes(Json& json, const std::vector<Note>& notes) {
  if (notes.empty()) return;
  json.key("notes").begin_array();
  for (const Note& note : notes) json.text(note.what);
  json.end_array();
}

}  // namespace

void write_conllu(const Document& doc, std::string_view id, std::string& out) { ConlluWriter(doc, id, out).write(); }

void write_parse(const Document& doc, std::string_view id, std::string& out) {
  const CodePointMap points(doc.text);
  Json json(out);
  json.begin_object();
  json.field("id", id);
  json.field("text", doc.text);
  json.key("ents").begin_array();
  for (const Name& name : doc.names) {
    json.begin_object();
    write_span(json, points, doc.span_of(name.tokens));
    json.field("label", name.type);
    json.end_object();
  }
  json.end_array();
  json.key("sents").begin_array();
  for (const Sentence& sentence : doc.sentences) {
    json.begin_object();
    write_span(json, points, doc.span_of(sentence.tokens));
    json.end_object();
  }
  json.end_array();
  json.key("tokens").begin_array();
  for (TokenId at = 0; at < doc.tokens.size(); ++at) write_token(json, points, doc, at);
  json.end_array();
  write_notes(json, doc.notes);
  json.end_object();
  out += '\n';
}

}  // namespace verbale
