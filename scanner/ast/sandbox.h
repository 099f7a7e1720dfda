#pragma once

#include <string>
#include <vector>

namespace ropc::scanner::ast {

/// From here on this process and its children open files only below these folders (absolute), and only to read them.
/// What is open already stays open; paths can still be asked about (stat). False: the kernel cannot do it (Landlock,
/// Linux 5.13), and nothing has changed.
bool read_only_below(const std::vector<std::string>& folders);

}  // namespace ropc::scanner::ast
