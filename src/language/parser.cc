// The transition system is spaCy's: arc-eager, in which an arc to the right can be replaced by a better one to the
// left, a token without a head goes back from the stack to the buffer once, and a Break move ends the sentence.
#include "language/parser.h"

#include <algorithm>
#include <unordered_map>

namespace verbale {
namespace {

constexpr size_t kFeatures = 8;
constexpr std::string_view kDecoration = "||";

void describe(const ParserState& state, int32_t (&tokens)[kFeatures]) {
  const int32_t first = state.buffer(0), top = state.stack(0);
  tokens[0] = first;
  tokens[1] = state.buffer(1);
  tokens[2] = top;
  tokens[3] = state.stack(1);
  tokens[4] = state.stack(2);
  tokens[5] = state.last_left_child(first);
  tokens[6] = state.last_left_child(top);
  tokens[7] = state.last_right_child(top);
}

}  // namespace

void ParserState::begin(uint32_t tokens) {
  tokens_ = tokens;
  next_ = 0;
  stack_.clear();
  returned_.clear();
  for (auto* links : {&heads_, &last_left_, &last_right_, &previous_sibling_}) links->assign(tokens, kNone);
  labels_.assign(tokens, 0);
  starts_.assign(tokens, 0);
  unshiftable_.assign(tokens, 0);
  if (tokens > 0) starts_[0] = 1;
}

int32_t ParserState::buffer(size_t i) const {
  if (i < returned_.size()) return int32_t(returned_[returned_.size() - 1 - i]);
  const size_t token = next_ + (i - returned_.size());
  return token < tokens_ ? int32_t(token) : kNone;
}

uint32_t ParserState::first_remembered() const {
  const int32_t child = next_ < tokens_ ? last_left_[next_] : kNone;
  return child == kNone ? next_ : uint32_t(child);
}

void ParserState::shift() {
  if (returned_.empty()) {
    stack_.push_back(next_++);
    return;
  }
  stack_.push_back(returned_.back());
  returned_.pop_back();
}

void ParserState::reduce() {
  const uint32_t top = stack_.back();
  if (heads_[top] == kNone && stack_.size() > 1) {
    unshiftable_[top] = 1;
    returned_.push_back(top);
  }
  stack_.pop_back();
}

void ParserState::attach_left(uint16_t label) {
  const auto first = uint32_t(buffer(0));
  attach(first, stack_.back(), label);
  unshiftable_[first] = 0;
  stack_.pop_back();
}

void ParserState::attach_right(uint16_t label) {
  attach(stack_.back(), uint32_t(buffer(0)), label);
  shift();
}

void ParserState::break_before_second() { starts_[size_t(buffer(1))] = 1; }

void ParserState::give_up() {
  stack_.clear();
  returned_.clear();
  next_ = tokens_;
}

void ParserState::attach(uint32_t head, uint32_t child, uint16_t label) {
  if (heads_[child] != kNone) detach(child);
  int32_t& last = head > child ? last_left_[head] : last_right_[head];
  previous_sibling_[child] = last;
  last = int32_t(child);
  heads_[child] = int32_t(head);
  labels_[child] = label;
}

void ParserState::detach(uint32_t child) {
  const auto head = size_t(heads_[child]);
  int32_t* link = head > child ? &last_left_[head] : &last_right_[head];
  while (*link != int32_t(child)) link = &previous_sibling_[size_t(*link)];
  *link = previous_sibling_[child];
}

Result<Parser> Parser::open(const Package& package, std::string_view component, size_t width) {
  const std::string folder(component);
  Result<std::vector<TransitionClass>> classes = read_transition_classes(package, folder + "/moves", kActions - 1);
  if (!classes) return std::move(classes).error();
  Result<TransitionNetwork> network =
      TransitionNetwork::open(package, folder + "/model", width, kFeatures, classes->size());
  if (!network) return std::move(network).error();
  if (classes->size() >= DecoratedLabel::kPlain) return package.error(folder + "/moves", "moves", "too many labels");

  Parser parser;
  parser.network_ = *std::move(network);
  parser.name_labels(*classes);
  return parser;
}

// Numbers the labels, plain ones first, and says of each decorated one what its halves are.
void Parser::name_labels(const std::vector<TransitionClass>& classes) {
  std::unordered_map<std::string, uint16_t> numbers;
  const auto number_of = [&](std::string_view label) {
    const auto [found, added] = numbers.try_emplace(std::string(label), uint16_t(labels_.size()));
    if (added) labels_.emplace_back(label);
    return found->second;
  };
  root_label_ = number_of("ROOT");
  for (const TransitionClass& entry : classes) number_of(entry.label.substr(0, entry.label.find(kDecoration)));
  plain_labels_ = labels_.size();
  decorations_.resize(plain_labels_);

  for (const TransitionClass& entry : classes) {
    const uint16_t label = number_of(entry.label);
    classes_.push_back({Action(entry.action), label, entry.label == "subtok"});
    if (label < decorations_.size()) continue;
    const size_t split = entry.label.find(kDecoration);
    const auto head = numbers.find(entry.label.substr(split + kDecoration.size()));
    const bool known = head != numbers.end() && head->second < plain_labels_;
    decorations_.push_back({number_of(entry.label.substr(0, split)), known ? head->second : DecoratedLabel::kPlain});
  }
}

int Parser::best_class(const ParserState& state, std::span<const float> scores) const {
  const int32_t first = state.buffer(0), second = state.buffer(1);
  const bool stacked = state.depth() > 0;
  const bool attachable = stacked && first != ParserState::kNone && !state.starts_sentence(first);
  bool valid[kActions];
  valid[kShift] =
      !stacked || (state.buffer_size() >= 2 && !state.starts_sentence(first) && !state.must_not_shift(first));
  valid[kReduce] = stacked;
  valid[kLeft] = valid[kRight] = attachable;
  valid[kBreak] = second != ParserState::kNone && second == first + 1 && !state.starts_sentence(second);

  int best = -1;
  for (size_t i = 0; i < classes_.size(); ++i) {
    if (!valid[classes_[i].action] || (best >= 0 && !(scores[i] > scores[size_t(best)]))) continue;
    if (classes_[i].joins_neighbours && state.stack(0) != first - 1) continue;
    best = int(i);
  }
  return best;
}

// About the first token of the buffer and the top of the stack, which every move concerns.
void Parser::note_margin(const ParserState& state, std::span<const float> scores, int best,
                         DecisionMargins& margins) const {
  if (best < 0) return;
  std::vector<float> others(scores.begin(), scores.end());
  others[size_t(best)] = -DecisionMargins::kNoChoice;
  const int second = best_class(state, others);
  const float margin = scores[size_t(best)] - others[size_t(second)];
  for (const int32_t token : {state.buffer(0), state.stack(0)})
    if (token != ParserState::kNone) margins.note(margins.parse, size_t(token), margin);
}

void Parser::apply(const Class& chosen, ParserState& state) {
  switch (chosen.action) {
    case kShift:
      return state.shift();
    case kReduce:
      return state.reduce();
    case kLeft:
      return state.attach_left(chosen.label);
    case kRight:
      return state.attach_right(chosen.label);
    case kBreak:
      return state.break_before_second();
    case kActions:
      return;
  }
}

void Parser::parse(std::span<const float> rows, std::span<const uint8_t> is_space, ParserScratch& scratch,
                   std::vector<uint32_t>& heads, std::vector<uint16_t>& labels, std::vector<uint8_t>& starts) const {
  const auto tokens = uint32_t(is_space.size());
  ParserState& state = scratch.state;
  state.begin(tokens);
  scratch.transitions.begin(network_, rows);
  while (!state.finished()) {
    int32_t described[kFeatures];
    describe(state, described);
    const std::span<const float> scores = network_.score(described, scratch.transitions);
    const int best = best_class(state, scores);
    if (scratch.margins != nullptr) [[unlikely]]
      note_margin(state, scores, best, *scratch.margins);
    if (best >= 0)
      apply(classes_[size_t(best)], state);
    else
      state.give_up();
    if (state.forgets()) scratch.transitions.forget_before(state.first_remembered());
  }

  heads.resize(tokens);
  labels.resize(tokens);
  for (uint32_t token = 0; token < tokens; ++token) {
    const int32_t head = state.head(token);
    heads[token] = head == ParserState::kNone ? token : uint32_t(head);
    labels[token] = head == ParserState::kNone ? root_label_ : state.label(token);
  }
  scratch.edges.compute(heads);
  lower_decorated_arcs(decorations_, is_space, heads, labels, scratch.edges);
  starts.assign(scratch.edges.sentence_start.begin(), scratch.edges.sentence_start.end());
}

}  // namespace verbale
