#include "coding/signals.h"

#include <algorithm>
#include <string>
#include <vector>

namespace verbale {
namespace {

constexpr std::string_view kScheme = "trust-project";
constexpr std::string_view kLevel = "work";

class SignalFinder {
 public:
  SignalFinder(const SignalTables& tables, Document& doc) : tables_(tables), doc_(doc) {}

  void find() {
    find_phrases(tables_.schemes());
    find_phrases(tables_.phrases());
    find_lines();
    add_sources("citations.named_sources", [](const Statement& s) { return s.speaker_kind == SpeakerKind::named; });
    add_sources("citations.unnamed_sources", [this](const Statement& s) { return is_unnamed_source(s); });
    add_sources("citations.organisations",
                [](const Statement& s) { return s.speaker_kind == SpeakerKind::organisation; });
    add_sources("citations.documents", [](const Statement& s) { return s.speaker_kind == SpeakerKind::document; });
    add_sources("citations.media", [](const Statement& s) { return s.speaker_kind == SpeakerKind::media; });
    add_attributed_events();
    add_article_fields();
  }

 private:
  void find_phrases(const PhraseList& phrases) {
    TokenId end = 0;
    for (TokenId t = 0; t < doc_.tokens.size(); ++t) {
      if (t >= end) end = line_end(t);
      const auto match = phrases.at(doc_, t, end);
      if (!match) continue;
      add_flag(match->phrase->scheme, match->phrase->signal, place_of(*match));
      t = match->tokens.end - 1;
    }
  }

  // What the lines outside the story show: an address, a policy, a credit.
  void find_lines() {
    TokenId end = 0;
    for (TokenId t = 0; t < doc_.tokens.size(); ++t) {
      if (t >= end) end = line_end(t);
      if (!doc_.in_boilerplate(doc_.tokens[t].span)) continue;
      const auto match = tables_.boilerplate().at(doc_, t, end);
      if (match && !match->phrase->signal.empty()) add_flag(kScheme, match->phrase->signal, place_of(*match));
    }
  }

  // The token after the one that breaks the line.
  TokenId line_end(TokenId token) const {
    while (token < doc_.tokens.size() && doc_.words(token).find('\n') == std::string_view::npos) ++token;
    return std::min<TokenId>(TokenId(doc_.tokens.size()), token + 1);
  }

  // A scheme that a boilerplate line mentions was seen in the whole line.
  Span place_of(const PhraseList::Match& match) const {
    const Span span = doc_.span_of(match.tokens);
    for (Span line : doc_.boilerplate)
      if (line.contains(span)) return line;
    return span;
  }

  Signal& signal_named(std::string_view scheme, std::string_view name) {
    for (Signal& signal : doc_.signals)
      if (signal.scheme == scheme && signal.signal == name) return signal;
    doc_.signals.push_back({scheme, name, kLevel, 0, false, {}});
    return doc_.signals.back();
  }

  void add_flag(std::string_view scheme, std::string_view name, std::optional<Span> span) {
    Signal& signal = signal_named(scheme, name);
    signal.is_flag = true;
    if (span && std::find(signal.spans.begin(), signal.spans.end(), *span) == signal.spans.end())
      signal.spans.push_back(*span);
  }

  // One count for each source, with the place where it is first named.
  template <class Counts>
  void add_sources(std::string_view name, Counts&& counts) {
    std::vector<std::string> seen;
    std::vector<Span> spans;
    for (const Statement& statement : doc_.statements) {
      if (!statement.speaker_span || !counts(statement)) continue;
      if (is_mentioned_again(statement, spans)) continue;
      const std::optional<std::string> identity = identity_of(statement);
      if (!identity || std::find(seen.begin(), seen.end(), *identity) != seen.end()) continue;
      seen.push_back(*identity);
      spans.push_back(*statement.speaker_span);
    }
    if (spans.empty()) return;
    Signal& signal = signal_named(kScheme, name);
    signal.count = uint32_t(spans.size());
    signal.spans = std::move(spans);
  }

  // "the allied sources", after "sources from the alliance": a definite phrase whose noun stood before.
  bool is_mentioned_again(const Statement& statement, const std::vector<Span>& seen) const {
    if (statement.speaker_kind != SpeakerKind::unnamed) return false;
    const TokenId head = head_of(*statement.speaker_span);
    if (head == kNone) return false;
    const std::string_view words = doc_.words(*statement.speaker_span);
    if (!words.starts_with("the ") && !words.starts_with("The ") && !words.starts_with("these ")) return false;
    return std::any_of(seen.begin(), seen.end(), [&](Span span) {
      const TokenId before = head_of(span);
      return before != kNone && doc_.tokens[before].lemma == doc_.tokens[head].lemma;
    });
  }

  // The entity, or without one the last noun of the phrase; a pronoun that stands for nobody known counts for nobody.
  std::optional<std::string> identity_of(const Statement& statement) const {
    if (statement.speaker != kNone) return std::to_string(statement.speaker);
    const TokenId head = head_of(*statement.speaker_span);
    if (head == kNone || doc_.tokens[head].pos == Pos::pron || doc_.tokens[head].pos == Pos::det) return std::nullopt;
    return std::string(doc_.tokens[head].lemma);
  }

  // The token of the phrase that is governed from outside it.
  TokenId head_of(Span span) const {
    const auto first = std::lower_bound(doc_.tokens.begin(), doc_.tokens.end(), span.begin,
                                        [](const Token& token, uint32_t at) { return token.span.end <= at; });
    for (auto token = first; token != doc_.tokens.end() && token->span.begin < span.end; ++token)
      if (token->head == TokenId(token - doc_.tokens.begin()) || !span.contains(doc_.tokens[token->head].span))
        if (token->pos != Pos::punct) return TokenId(token - doc_.tokens.begin());
    return kNone;
  }

  bool is_unnamed_source(const Statement& statement) const {
    if (statement.speaker_kind != SpeakerKind::unnamed) return false;
    const TokenId head = head_of(*statement.speaker_span);
    return head != kNone && tables_.is_source(doc_.tokens[head].lemma);
  }

  void add_attributed_events() {
    std::vector<Span> spans;
    for (const Event& event : doc_.events)
      if (event.said_by != kNone) spans.push_back(event.trigger);
    if (spans.empty()) return;
    Signal& signal = signal_named(kScheme, "citations.attributed_events");
    signal.count = uint32_t(spans.size());
    signal.spans = std::move(spans);
  }

  void add_article_fields() {
    if (!doc_.article.bylines.empty()) add_flag(kScheme, "expertise.byline", std::nullopt);
    if (doc_.dateline) add_flag(kScheme, "local.dateline", *doc_.dateline);
    if (doc_.article.kind != "unknown" && !doc_.article.kind.empty())
      add_flag(kScheme, "type_of_work.label", std::nullopt);
    if (!doc_.article.origin.empty()) add_flag(kScheme, "citations.wire_credit", std::nullopt);
  }

  const SignalTables& tables_;
  Document& doc_;
};

}  // namespace

void find_signals(const SignalTables& tables, Document& doc) { SignalFinder(tables, doc).find(); }

}  // namespace verbale
