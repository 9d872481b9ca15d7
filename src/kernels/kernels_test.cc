// Every level that this machine has against the scalar one, and the scalar one against the formula.
#include "kernels/kernels.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <string>

namespace verbale {
namespace {

// A fixed sequence between -1 and 1.
std::vector<float> numbers(size_t count, uint32_t seed) {
  std::vector<float> values(count);
  for (float& value : values) {
    seed = seed * 1664525u + 1013904223u;
    value = float(int32_t(seed)) * 0x1p-31f;
  }
  return values;
}

constexpr size_t kWidth = 96;

MaxoutLayer sample_maxout(size_t inputs) {
  return MaxoutLayer::pack(inputs, kWidth, numbers(kWidth * 3 * inputs, 1), numbers(kWidth * 3, 2), numbers(kWidth, 3),
                           numbers(kWidth, 4));
}

std::vector<float> run_maxout(const Kernels& run, const MaxoutLayer& layer, size_t rows, bool residual) {
  const std::vector<float> x = numbers((rows + 2) * kWidth, 5);
  std::vector<float> out(rows * kWidth);
  run.maxout(layer, x.data(), kWidth, rows, residual ? x.data() + kWidth : nullptr, out.data());
  return out;
}

std::vector<float> run_linear(const Kernels& run, size_t outputs, size_t rows) {
  const LinearLayer layer = LinearLayer::pack(64, outputs, numbers(64 * outputs, 1), numbers(outputs, 2));
  const std::vector<float> x = numbers(rows * 64, 5);
  std::vector<float> out(rows * layer.stride);
  run.linear(layer, x.data(), 64, rows, out.data());
  return out;
}

void expect_near(const std::vector<float>& a, const std::vector<float>& b, float tolerance) {
  ASSERT_EQ(a.size(), b.size());
  for (size_t i = 0; i < a.size(); ++i) ASSERT_NEAR(a[i], b[i], tolerance) << "at " << i;
}

std::vector<const Kernels*> other_levels() {
  std::vector<const Kernels*> levels;
  for (CpuLevel level : {CpuLevel::avx2, CpuLevel::avx512})
    if (const Kernels* run = kernels_at(level)) levels.push_back(run);
  return levels;
}

TEST(Kernels, MaxoutIsTheFormula) {
  constexpr size_t kInputs = 3 * kWidth;
  const auto weights = numbers(kWidth * 3 * kInputs, 1), bias = numbers(kWidth * 3, 2), x = numbers(kInputs, 5);
  std::vector<double> best(kWidth, -1e30);
  for (size_t o = 0; o < kWidth; ++o)
    for (size_t p = 0; p < 3; ++p) {
      double sum = bias[o * 3 + p];
      for (size_t k = 0; k < kInputs; ++k) sum += double(weights[(o * 3 + p) * kInputs + k]) * x[k];
      best[o] = std::max(best[o], sum);
    }
  double mean = 0, variance = 0;
  for (double value : best) mean += value / kWidth;
  for (double value : best) variance += (value - mean) * (value - mean) / kWidth;
  const auto gain = numbers(kWidth, 3), shift = numbers(kWidth, 4);
  const auto out = run_maxout(*kernels_at(CpuLevel::scalar), sample_maxout(kInputs), 1, true);
  for (size_t o = 0; o < kWidth; ++o)
    EXPECT_NEAR(out[o], (best[o] - mean) / std::sqrt(variance + 1e-8) * gain[o] + shift[o] + x[kWidth + o], 1e-4);
}

TEST(Kernels, LinearIsTheFormula) {
  const auto weights = numbers(64 * 50, 1), bias = numbers(50, 2), x = numbers(64, 5);
  const auto out = run_linear(*kernels_at(CpuLevel::scalar), 50, 1);
  ASSERT_EQ(out.size(), 64u);
  for (size_t o = 0; o < 50; ++o) {
    double sum = bias[o];
    for (size_t k = 0; k < 64; ++k) sum += double(weights[o * 64 + k]) * x[k];
    EXPECT_NEAR(out[o], sum, 1e-5);
  }
  for (size_t o = 50; o < 64; ++o) EXPECT_EQ(out[o], 0.0f);
}

TEST(Kernels, LevelsAgreeWithScalar) {
  const Kernels& scalar = *kernels_at(CpuLevel::scalar);
  for (const Kernels* run : other_levels()) {
    SCOPED_TRACE(std::string(to_label(run->level)));
    for (size_t rows : {1, 2, 3, 7, 8, 9, 31})
      for (size_t inputs : {2 * kWidth, 3 * kWidth}) {
        const MaxoutLayer layer = sample_maxout(inputs);
        expect_near(run_maxout(*run, layer, rows, true), run_maxout(scalar, layer, rows, true), 2e-5f);
        expect_near(run_maxout(*run, layer, rows, false), run_maxout(scalar, layer, rows, false), 2e-5f);
      }
    for (size_t rows : {1, 5, 6, 13})
      for (size_t outputs : {1, 50, 64, 74, 106, 128, 384, 400, 1024})
        expect_near(run_linear(*run, outputs, rows), run_linear(scalar, outputs, rows), 1e-5f);
  }
}

TEST(Kernels, FusedLevelsAgreeBitForBit) {
  const Kernels *avx2 = kernels_at(CpuLevel::avx2), *avx512 = kernels_at(CpuLevel::avx512);
  if (avx2 == nullptr || avx512 == nullptr) GTEST_SKIP() << "this machine has only one fused level";
  const MaxoutLayer layer = sample_maxout(3 * kWidth);
  EXPECT_EQ(run_maxout(*avx2, layer, 21, true), run_maxout(*avx512, layer, 21, true));
  EXPECT_EQ(run_linear(*avx2, 106, 7), run_linear(*avx512, 106, 7));
}

TEST(Kernels, SumsKeepTheirOrder) {
  const auto values = numbers(4 * 2 * 64, 7), bias = numbers(2 * 64, 8);
  const float* rows[4];
  const std::byte* bytes[4];
  for (size_t r = 0; r < 4; ++r) bytes[r] = reinterpret_cast<const std::byte*>(rows[r] = &values[r * 2 * 64]);
  for (CpuLevel level : {CpuLevel::scalar, CpuLevel::avx2, CpuLevel::avx512}) {
    const Kernels* run = kernels_at(level);
    if (run == nullptr) continue;
    std::vector<float> sum(128), best(64);
    run->sum(bytes, 4, 128, sum.data());
    run->sum_maxout(rows, 4, bias.data(), 64, best.data());
    for (size_t i = 0; i < 128; ++i) EXPECT_EQ(sum[i], ((rows[0][i] + rows[1][i]) + rows[2][i]) + rows[3][i]);
    for (size_t i = 0; i < 64; ++i) EXPECT_EQ(best[i], std::max(sum[i] + bias[i], sum[64 + i] + bias[64 + i]));
  }
}

TEST(Kernels, TheChosenLevelIsOneOfThisMachine) { EXPECT_EQ(kernels_at(kernels().level), &kernels()); }

}  // namespace
}  // namespace verbale
