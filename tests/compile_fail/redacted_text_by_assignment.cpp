// must not compile: no match for
// Nor by assignment, which is how a forgotten redact() would look in a reporter or an eye.
#include <string>

#include "model/finding.h"

void excerpt(ropc::Finding& finding, const std::string& line) {
#ifdef ROPC_CONTROL
  finding.excerpt = ropc::redact(line);
#else
  finding.excerpt = line;
#endif
}
