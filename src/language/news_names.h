// One name, one kind: a name that an article tags one way most of the time is tagged so throughout.
//
// A surname alone counts with the full names of its persons. A name that is really two ("Washington", the city and the
// man) stays as it is: where the other tag comes more than once, or where the words around it speak for it.
#pragma once

#include "record/document.h"

namespace verbale {

// Changes types of doc.names and of their tokens.
void settle_name_types(Document& doc);

}  // namespace verbale
