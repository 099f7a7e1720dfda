#pragma once

#include <string>
#include <string_view>

// Foreign text inside Markdown (CommonMark and GitHub's and GitLab's flavours of it).

namespace ropc::reporters {

/// A code span of `text`, in which neither Markdown nor HTML nor @mentions nor links work; control characters become
/// visible, and text longer than 120 characters is shortened. "(empty)" for empty text.
std::string md_code(std::string_view text);

/// A sentence: `code` between backticks stays code, what else Markdown or HTML would act on is escaped; words that platforms turn into links or mentions (with
/// '@', "://", "www.", '#' before a digit) become code spans.
std::string md_text(std::string_view text);

/// md_text() of each line: plain paragraphs stay paragraphs.
std::string md_paragraphs(std::string_view text);

/// A fenced block of `text`'s lines, each indented by `indent`; the fence is longer than any in the text.
std::string md_block(std::string_view text, std::string_view language, std::string_view indent);

/// What md_code() or md_text() gave, for a cell of a table: '|' is escaped.
std::string md_cell(std::string_view markdown);

/// `[words](url)` when the URL is http or https and of harmless characters, else a code span of it.
std::string md_link(std::string_view words, std::string_view url);

}  // namespace ropc::reporters
