#include "scanner/ast/stand_ins.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

#include "scanner/ast/cursors.h"

namespace ropc::scanner::ast {
namespace {

constexpr std::size_t kMostNames = 1'000;

/// Complete, so that variables of it can be declared.
constexpr std::string_view kAnything = "struct ropc_anything { void* p; };\n";

/// What programs for Apple's systems use of Foundation to put a request together; from Apple's documentation.
constexpr std::string_view kFoundation = R"(
typedef signed char BOOL;
typedef long NSInteger;
typedef unsigned long NSUInteger;
typedef double CGFloat, NSTimeInterval;
@class NSData, NSURL, NSError, NSURLResponse;
@interface NSObject
+ (instancetype)alloc;
+ (instancetype)new;
- (instancetype)init;
@end
@interface NSString : NSObject
+ (instancetype)string;
+ (instancetype)stringWithFormat:(NSString *)format, ...;
+ (instancetype)stringWithString:(NSString *)other;
- (instancetype)initWithFormat:(NSString *)format, ...;
- (NSString *)stringByAppendingString:(NSString *)other;
- (NSString *)stringByAppendingFormat:(NSString *)format, ...;
- (NSData *)dataUsingEncoding:(NSUInteger)encoding;
- (BOOL)isEqualToString:(NSString *)other;
@end
@interface NSMutableString : NSString
- (void)appendString:(NSString *)other;
- (void)appendFormat:(NSString *)format, ...;
@end
@interface NSArray : NSObject
+ (instancetype)arrayWithObjects:(const id *)objects count:(NSUInteger)count;
+ (instancetype)arrayWithObjects:(id)first, ...;
- (id)objectAtIndexedSubscript:(NSUInteger)index;
@end
@interface NSNumber : NSObject
+ (NSNumber *)numberWithBool:(BOOL)value;
+ (NSNumber *)numberWithInt:(int)value;
+ (NSNumber *)numberWithInteger:(NSInteger)value;
+ (NSNumber *)numberWithDouble:(double)value;
@end
@interface NSDictionary : NSObject
+ (instancetype)dictionaryWithObjects:(const id *)objects forKeys:(const id *)keys count:(NSUInteger)count;
+ (instancetype)dictionaryWithObjectsAndKeys:(id)first, ...;
+ (instancetype)dictionaryWithObject:(id)object forKey:(id)key;
- (instancetype)initWithObjectsAndKeys:(id)first, ...;
- (id)objectForKey:(id)key;
- (id)objectForKeyedSubscript:(id)key;
@end
@interface NSMutableDictionary : NSDictionary
+ (instancetype)dictionary;
- (void)setObject:(id)object forKey:(id)key;
- (void)setValue:(id)value forKey:(NSString *)key;
- (void)setObject:(id)object forKeyedSubscript:(id)key;
@end
#define nil ((id)0)
#define YES ((BOOL)1)
#define NO ((BOOL)0)
#define NS_ASSUME_NONNULL_BEGIN
#define NS_ASSUME_NONNULL_END
)";

bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// What stands behind the identifier that `text` begins with.
std::string_view behind_name(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), in_name);
  text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

/// A place in a file.
struct Place {
  std::string_view before;  ///< the file up to it
  std::string_view text;    ///< and from it on
};

Place place_of(CXTranslationUnit unit, CXDiagnostic diagnostic) {
  CXFile file = nullptr;
  unsigned offset = 0;
  clang_getSpellingLocation(clang_getDiagnosticLocation(diagnostic), &file, nullptr, nullptr, &offset);
  const std::string_view whole = text_from(unit, file, 0);
  return {whole.substr(0, offset), text_from(unit, file, offset)};
}

/// Whether an identifier that nobody has declared stands where a type does, at the begin of a declaration: `name* x = `,
/// `name x;`.
bool declares_with(const Place& place) {
  const std::size_t last = place.before.find_last_not_of(" \t\r\n");
  const std::string_view before = last == std::string_view::npos ? place.before : place.before.substr(0, last + 1);
  if (!before.empty() && std::string_view(";{}(:/").find(before.back()) == std::string_view::npos && !before.ends_with("const") &&
      !before.ends_with("static"))
    return false;
  std::string_view rest = behind_name(place.text);
  rest.remove_prefix(std::min(rest.find_first_not_of("*& "), rest.size()));
  if (rest.empty() || !in_name(rest.front())) return false;
  const std::string_view after = behind_name(rest);
  return !after.empty() && std::string_view("=;,)[({").find(after.front()) != std::string_view::npos;
}

/// Names that the errors of a parse ask for.
struct Missing {
  std::set<std::string> types;     ///< used by value somewhere
  std::set<std::string> pointed;   ///< only behind a pointer; classes of Objective-C
  std::set<std::string> classes;   ///< superclasses of Objective-C
};

/// What stands between the first two quotes of a message, when it is a name.
std::string quoted_name(const std::string& message) {
  const std::size_t open = message.find('\'');
  const std::size_t close = open == std::string::npos ? open : message.find('\'', open + 1);
  if (close == std::string::npos) return {};
  std::string name = message.substr(open + 1, close - open - 1);
  return std::all_of(name.begin(), name.end(), in_name) ? name : std::string();
}

void add(const std::string& message, const Place& place, Missing& out) {
  std::string name = quoted_name(message);
  if (message.starts_with("expected a type")) name = std::string(place.text.begin(), std::find_if_not(place.text.begin(), place.text.end(), in_name));
  if (name.empty()) return;
  if (message.starts_with("cannot find interface declaration for ")) out.classes.insert(name);
  const bool type = message.starts_with("unknown type name ") || message.starts_with("expected a type") ||
                    (message.starts_with("use of undeclared identifier ") && declares_with(place));
  if (!type) return;
  const std::string_view behind = behind_name(place.text);
  (behind.starts_with('*') || behind.starts_with('<') ? out.pointed : out.types).insert(name);
}

Missing missing_in(CXTranslationUnit unit) {
  Missing out;
  const unsigned count = clang_getNumDiagnostics(unit);
  for (unsigned i = 0; i < count && out.types.size() + out.pointed.size() < kMostNames; ++i) {
    CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
    if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error)
      add(take(clang_getDiagnosticSpelling(diagnostic)), place_of(unit, diagnostic), out);
    clang_disposeDiagnostic(diagnostic);
  }
  return out;
}

/// Whether kFoundation declares the name: its declaration has a blank before it.
bool of_foundation(const std::string& name) {
  const std::size_t at = kFoundation.find(" " + name);
  return at != std::string_view::npos && !in_name(kFoundation[at + 1 + name.size()]);
}

}  // namespace

std::string stand_ins_for(CXTranslationUnit unit) {
  const Missing missing = missing_in(unit);
  if (missing.types.empty() && missing.pointed.empty() && missing.classes.empty()) return {};
  const std::array<const std::set<std::string>*, 3> all = {&missing.classes, &missing.types, &missing.pointed};
  // Other systems have a BOOL as well.
  const auto class_of_foundation = [](const std::string& name) { return name.starts_with("NS") && of_foundation(name); };
  const bool foundation = std::ranges::any_of(all, [&](const auto* names) { return std::ranges::any_of(*names, class_of_foundation); });
  std::string out(kAnything);
  if (foundation) out += kFoundation;
  const auto needed = [&](const std::string& name) { return !(foundation && of_foundation(name)); };
  for (const std::string& name : missing.classes)
    if (needed(name)) out += "@interface " + name + (foundation ? " : NSObject" : "") + "\n@end\n";
  for (const std::string& name : missing.types)
    if (needed(name) && !missing.classes.contains(name)) out += "typedef struct ropc_anything " + name + ";\n";
  for (const std::string& name : missing.pointed)
    if (needed(name) && !missing.classes.contains(name) && !missing.types.contains(name))
      out += "#ifdef __OBJC__\n@class " + name + ";\n#else\ntypedef struct ropc_anything " + name + ";\n#endif\n";
  return out;
}

}  // namespace ropc::scanner::ast
