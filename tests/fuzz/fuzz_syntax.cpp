// Text in any of the languages: the first line names it, the rest is parsed, walked and followed. What names none gets
// the grammar that its first byte chooses.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rules/rule_set.h"
#include "scanner/syntax/around.h"
#include "scanner/syntax/sight.h"
#include "scanner/syntax/wrappers.h"

namespace {

using namespace ropc;
using namespace ropc::scanner;

const RuleMatcher& matcher() {
  static const auto rules = rules::load_rules({});
  static const RuleMatcher made(rules.value());
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view whole(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(whole.find('\n'), whole.size() - 1);
  const auto all = syntax::languages();
  const syntax::Language* named = syntax::find_language(whole.substr(0, end));
  const syntax::Language& language = named != nullptr ? *named : *all[data[0] % all.size()];
  const std::string text(whole.substr(end + 1));
  const auto tree = syntax::parse(language, text, {});
  if (!tree) return 0;
  const Document document{.path = "fuzz", .text = text, .language = std::string(language.id), .lines = LineIndex(text)};
  const syntax::Definitions definitions(*tree);
  const syntax::Values values(*tree, definitions, nullptr);
  syntax::Sight sight = syntax::look(values, matcher());
  syntax::Sinks sinks;
  for (const syntax::Sink& sink : syntax::sinks_of(sight, values, document)) sinks[sink.function].push_back(sink);
  syntax::follow_calls(sinks, values, document, sight);
  const syntax::FileContext context(values, document);
  for (const syntax::SeenPair& pair : sight.pairs) (void)context.around(pair.node);
  return 0;
}
