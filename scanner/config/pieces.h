#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "scanner/config/view.h"
#include "scanner/embedded.h"

namespace ropc::scanner::config {

/// What the scalar or list `id` holds when it is a document of its own: shell under `run:` or `script:`, a command with
/// its arguments, a file under its name (`application.yml: |`), JSON, XML or a script in a string. Text that no eye
/// could find anything in may be handed out too: the gate decides.
std::optional<EmbeddedCode> piece_of(const View& view, NodeId id);

/// The cells of a Jupyter notebook: code in the kernel's language, shell (`!`, `%%bash`), prose as documentation.
std::vector<EmbeddedCode> notebook_cells(const View& view);

}  // namespace ropc::scanner::config
