// The dependency parser: arc-eager transitions that also break the text into sentences, chosen greedily.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/dependency_tree.h"
#include "language/margins.h"
#include "language/package.h"
#include "language/transition_moves.h"
#include "language/transition_network.h"

namespace verbale {

// The stack, the buffer and the arcs built so far. Tokens that went back to the buffer wait in `returned`.
class ParserState {
 public:
  static constexpr int32_t kNone = -1;

  void begin(uint32_t tokens);

  bool finished() const { return stack_.empty() && buffer_size() == 0; }
  size_t depth() const { return stack_.size(); }
  size_t buffer_size() const { return tokens_ - next_ + returned_.size(); }

  int32_t stack(size_t i) const { return i < stack_.size() ? int32_t(stack_[stack_.size() - 1 - i]) : kNone; }
  int32_t buffer(size_t i) const;
  int32_t last_left_child(int32_t head) const { return head == kNone ? kNone : last_left_[size_t(head)]; }
  int32_t last_right_child(int32_t head) const { return head == kNone ? kNone : last_right_[size_t(head)]; }
  int32_t head(uint32_t token) const { return heads_[token]; }
  uint16_t label(uint32_t token) const { return labels_[token]; }
  bool starts_sentence(int32_t token) const { return token != kNone && starts_[size_t(token)]; }
  bool must_not_shift(int32_t token) const { return token != kNone && unshiftable_[size_t(token)]; }

  // With an empty stack and nothing returned, all that a later state can mention of the past is what the next token
  // has already taken under itself.
  bool forgets() const { return stack_.empty() && returned_.empty(); }
  uint32_t first_remembered() const;

  void shift();
  void reduce();                     // pops, or returns a token that has no head yet to the buffer
  void attach_left(uint16_t label);  // top of the stack under the front of the buffer
  void attach_right(uint16_t label);
  void break_before_second();  // the second token of the buffer begins a sentence
  void give_up();              // leaves the arcs as they are

 private:
  void attach(uint32_t head, uint32_t child, uint16_t label);
  void detach(uint32_t child);

  uint32_t tokens_ = 0;
  uint32_t next_ = 0;
  std::vector<uint32_t> stack_, returned_;
  std::vector<int32_t> heads_, last_left_, last_right_, previous_sibling_;
  std::vector<uint16_t> labels_;
  std::vector<uint8_t> starts_, unshiftable_;
};

struct ParserScratch {
  DecisionMargins* margins = nullptr;  // when somebody watches
  ParserState state;
  TransitionScratch transitions;
  TreeEdges edges;
};

class Parser {
 public:
  static Result<Parser> open(const Package& package, std::string_view component, size_t width);

  // Labels that a parse can carry.
  std::span<const std::string> labels() const { return std::span(labels_).first(plain_labels_); }

  // Encoder rows -> heads, labels and sentence starts, one of each per token.
  void parse(std::span<const float> rows, std::span<const uint8_t> is_space, ParserScratch& scratch,
             std::vector<uint32_t>& heads, std::vector<uint16_t>& labels, std::vector<uint8_t>& starts) const;

 private:
  enum Action : uint8_t { kShift, kReduce, kLeft, kRight, kBreak, kActions };

  struct Class {
    Action action = kShift;
    uint16_t label = 0;             // index into labels_
    bool joins_neighbours = false;  // "subtok": only between a token and the next
  };

  void name_labels(const std::vector<TransitionClass>& classes);
  int best_class(const ParserState& state, std::span<const float> scores) const;
  void note_margin(const ParserState& state, std::span<const float> scores, int best, DecisionMargins& margins) const;
  static void apply(const Class& chosen, ParserState& state);

  std::vector<Class> classes_;
  std::vector<std::string> labels_;  // plain ones first, then decorated ones
  std::vector<DecoratedLabel> decorations_;
  size_t plain_labels_ = 0;
  uint16_t root_label_ = 0;
  TransitionNetwork network_;
};

}  // namespace verbale
