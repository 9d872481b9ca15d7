// Errors as values: what went wrong, and what was being attempted when it did.
//
//   Result<Pack> pack = Pack::open(path);
//   if (!pack) return std::move(pack).error().during("opening the gazetteer");
//   pack->table("codebook/consult.tsv");
//
// The library never throws and never prints; exit codes exist only in cli/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace verbale {

class Error {
 public:
  // The kinds map one to one to the exit codes of the program (cli/main.cc).
  enum class Kind { usage, input, output, knowledge, internal };

  Error(Kind kind, std::string what) : kind_(kind), what_(std::move(what)) {}

  // Adds the attempt that failed in front: "opening the gazetteer: data/x.pack is shorter than its header".
  Error during(std::string_view attempt) && {
    what_.insert(0, std::string(attempt) + ": ");
    return std::move(*this);
  }

  Kind kind() const { return kind_; }
  const std::string& what() const { return what_; }

 private:
  Kind kind_;
  std::string what_;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }

  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

// The result of an action that gives nothing back but may fail.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)) {}

  explicit operator bool() const { return !error_; }
  const Error& error() const& { return *error_; }
  Error&& error() && { return *std::move(error_); }

 private:
  std::optional<Error> error_;
};

}  // namespace verbale
