#include <iostream>

#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "logparsers/query.h"
#include "logparsers/read.h"

namespace ropc::cli {

int run_query(const Options& options) {
  if (options.engine.empty() || options.source.empty()) {
    for (const logparsers::QueryInfo& info : logparsers::list_queries())
      std::cout << "--engine " << info.engine << " --source " << info.source << ": " << info.title << '\n';
    return kDone;
  }
  const auto formats = logparsers::load_formats(options.format_folders);
  if (!formats) return complain(formats.error());
  const auto query = logparsers::query_for(**formats, options.engine, options.source, options.table);
  if (!query) return complain(query.error());
  std::cout << *query;
  return kDone;
}

}  // namespace ropc::cli
