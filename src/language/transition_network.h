// The network that scores the moves of a transition system: parser and name recogniser share its shape.
//
// A state is described by a few tokens (the top of the stack, the next in the buffer, …). What each token adds in each
// of these places does not depend on the state, so it is computed once per token, a block of tokens at a time, a little
// ahead of the buffer; what lies behind every token that the state can still mention is forgotten. Memory therefore
// follows the longest sentence, not the document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "kernels/layers.h"
#include "language/package.h"
#include "language/thinc_model.h"

namespace verbale {

class TransitionNetwork;

// Contributions of the tokens that a state can mention, and the buffers of one scoring. Owned by a worker, reused.
class TransitionScratch {
 public:
  // Begins a document whose encoder rows are these; they must outlive the scoring.
  void begin(const TransitionNetwork& network, std::span<const float> rows);

  // No state will mention a token before this one any more.
  void forget_before(uint32_t token) { first_block_ = token / kBlock; }

 private:
  friend class TransitionNetwork;
  static constexpr size_t kBlock = 64;       // tokens computed together
  static constexpr size_t kKeptBlocks = 64;  // a larger ring is given back after its document

  const float* row(const TransitionNetwork& network, uint32_t token);
  void compute_block(const TransitionNetwork& network);
  void grow(size_t row_size);

  std::span<const float> rows_;
  size_t first_block_ = 0;            // first block that is still needed
  size_t next_block_ = 0;             // first block that is not computed yet
  std::vector<float> contributions_;  // a ring of blocks, a power of two of them
  size_t ring_blocks_ = 0;
  std::vector<float> hidden_, sums_, state_, scores_;
};

class TransitionNetwork {
 public:
  static constexpr int32_t kAbsent = -1;
  static constexpr size_t kFeaturesMax = 16;

  // width: floats in an encoder row; features: tokens that describe a state; classes: scores.
  static Result<TransitionNetwork> open(const Package& package, std::string_view file, size_t width, size_t features,
                                        size_t classes);

  // One score per class, for the state that these tokens describe (kAbsent where a place is empty).
  // requires: as many tokens as the network has features. The scores stay valid until the next call.
  std::span<const float> score(std::span<const int32_t> tokens, TransitionScratch& scratch) const;

 private:
  friend class TransitionScratch;

  void read_layers(const ThincModel& model, ThincReader& read, size_t width, size_t classes);
  void sum_pieces(const float* const* rows, TransitionScratch& scratch) const;

  size_t features_ = 0;
  size_t hidden_width_ = 0;
  size_t pieces_ = 0;          // of each hidden unit, of which the greatest counts
  LinearLayer reduce_;         // encoder row -> narrow row
  LinearLayer contribute_;     // narrow row -> [features][pieces][hidden]
  std::vector<float> absent_;  // [features][pieces][hidden]
  std::vector<float> bias_;    // [pieces][hidden]
  LinearLayer upper_;          // hidden -> classes
};

}  // namespace verbale
