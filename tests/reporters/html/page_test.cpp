#include <set>
#include <vector>

#include "common/digest.h"
#include "reporters/formats.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

namespace {

const std::set<std::string> kVoid = {"meta", "br", "input"};
const std::set<std::string> kAllowed = {
    "html", "head", "meta", "title", "style", "body", "h1",    "h2",    "h3",      "h4",      "p",     "ul",    "li",  "b",
    "a",    "code", "pre",  "table", "thead", "tbody", "tr",   "th",    "td",      "div",     "span",  "label", "br",  "input",
    "svg",  "g",    "rect", "title", "details", "summary", "section"};
const std::set<std::string> kAttributes = {"lang", "charset", "http-equiv", "content", "name", "class", "href", "rel", "id",
                                           "type", "viewBox", "preserveAspectRatio", "role", "aria-label", "x", "y",
                                           "width", "height", "open"};

/// What is wrong with the page's tags, empty when nothing is: every tag and attribute is one that the page is made of,
/// and every element ends where it should. Foreign text that got through as markup would break one of these.
std::string fault_of(const std::string& page) {
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    if (page.compare(at, 15, "<!DOCTYPE html>") == 0) continue;
    const std::size_t end = page.find('>', at);
    const bool closes = page[at + 1] == '/';
    const std::size_t name_at = at + (closes ? 2 : 1);
    const std::size_t name_end = page.find_first_of(" >/", name_at);
    const std::string name = page.substr(name_at, name_end - name_at);
    if (!kAllowed.contains(name)) return "tag " + page.substr(at, 40);
    if (closes) {
      if (open.empty() || open.back() != name) return "unbalanced " + page.substr(at, 60);
      open.pop_back();
      continue;
    }
    for (std::size_t a = name_end; a < end && page[a] == ' ';) {
      const std::size_t stop = page.find_first_of("= >/", a + 1);
      const std::string attribute = page.substr(a + 1, stop - a - 1);
      if (attribute.empty()) break;
      if (!kAttributes.contains(attribute)) return "attribute " + page.substr(at, 80);
      a = page[stop] == '=' ? page.find('"', stop + 2) + 1 : stop;
    }
    if (!kVoid.contains(name) && page[end - 1] != '/') open.push_back(name);
  }
  return open.empty() ? std::string() : "not closed: " + open.back();
}

}  // namespace

TEST_CASE("a page is made of its own tags and attributes only, whatever the report says") {
  CHECK(fault_of(html_report(test::three_clients(), {})) == "");
  CHECK(fault_of(html_report(test::hostile(), {})) == "");
  CHECK(fault_of(html_report(test::empty_report(), {})) == "");
  CHECK(fault_of("<p onclick=\"x\">") != "");  // the check itself
  CHECK(fault_of("<p><b></p>") != "");
}

TEST_CASE("the policy allows the style sheet by its hash, and nothing else") {
  const std::string page = html_report(test::hostile(), {});
  const std::size_t from = page.find("<style>") + 7;
  const std::string sheet = page.substr(from, page.find("</style>") - from);
  CHECK(page.find("content=\"default-src 'none'; style-src 'sha256-" + sha256_base64(sheet) +
                  "'; base-uri 'none'; form-action 'none'\"") != std::string::npos);
  CHECK(sheet.find("url(") == std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("src=") == std::string::npos);
}

TEST_CASE("links go to places in the page or to plain web addresses") {
  const std::string page = html_report(test::hostile(), {}) + html_report(test::three_clients(), {});
  for (std::size_t at = page.find("href=\""); at != std::string::npos; at = page.find("href=\"", at + 1)) {
    const std::string target = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    CHECK((target.starts_with("#") || target.starts_with("https://")));
    if (target.starts_with("#")) CHECK(page.find("id=\"" + target.substr(1) + "\"") != std::string::npos);
  }
}

TEST_CASE("an incomplete report says so at the top") {
  const std::string page = html_report(test::three_clients(), {});
  CHECK(page.find("This report is not complete") < page.find("What to do first"));
  CHECK(html_report(test::empty_report(), {}).find("This report is not complete") == std::string::npos);
}
