// From a document to the rows of every table.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"
#include "record/ids.h"
#include "store/appender.h"

namespace verbale {

// `appenders` holds one for each table, in the order of StoreTable.
Status append_rows(const Document& doc, const RecordIds& ids, std::string_view run_id,
                   std::vector<Appender>& appenders);

}  // namespace verbale
