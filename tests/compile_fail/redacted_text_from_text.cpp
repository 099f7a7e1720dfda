// must not compile: private
// Text from an input is no RedactedText until redact() has seen it.
#include <string>

#include "common/redact.h"

const std::string line = "password=hunter2";
#ifdef ROPC_CONTROL
const ropc::RedactedText text = ropc::redact(line);
#else
const ropc::RedactedText text(line);
#endif
