// Dates as containers and callers write them: ISO 8601, or the compact YYYYMMDD that archives use.
#pragma once

#include <optional>
#include <string_view>

#include "record/article.h"

namespace verbale {

// "2023", "2023-04", "2023-04-20", "2023-04-20T08:10Z", "2023-04-20 08:10:00+02:00", "20230420" -> value and precision,
// with the method `given`; nothing for what is no such date, or a day that no calendar has.
std::optional<ArticleDate> read_date(std::string_view words);

}  // namespace verbale
