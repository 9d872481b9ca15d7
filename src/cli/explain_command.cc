// `verbale explain`: one sentence, stage by stage.
#include "cli/commands.h"

namespace verbale {

Result<int> run_explain(const Options&) { return 0; }

}  // namespace verbale
