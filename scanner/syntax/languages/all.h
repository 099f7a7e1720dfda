#pragma once

#include "scanner/syntax/language.h"

// The languages, one file each in this folder; a new one is a file, a line here and a line in all.cpp.

namespace ropc::scanner::syntax::table {

extern const Language kBash, kC, kCpp, kCsharp, kDart, kElixir, kGo, kGroovy, kHcl, kHtml, kJava, kJavascript, kKotlin, kLua,
    kObjectiveC, kPerl, kPhp, kPowershell, kPython, kR, kRuby, kRust, kScala, kSwift, kTsx, kTypescript, kVue;

}  // namespace ropc::scanner::syntax::table
