#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace ropc::reporters {

/// A client as an issue of a system that tracks findings. Texts hold no counts and no lines, so that the issue stays the
/// same one from run to run.
struct ClientIssue {
  const ClientRecord* client = nullptr;
  Level level = Level::error;
  std::string id;           ///< stable for idp, tenant and client id
  std::string title;
  std::string description;
  std::string remedy;
};

/// Clients whose use, or permission to use the grant, follows from logs or from an export, most urgent first. Clients
/// that only code shows are findings of that code.
std::vector<ClientIssue> client_issues(const Report& report);

}  // namespace ropc::reporters
