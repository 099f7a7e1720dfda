#include "advice/words.h"

#include <algorithm>

#include "common/guid.h"
#include "common/text.h"

namespace ropc::advice {
namespace {

bool plain_in_shell(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("._:/@%+=,-").find(c) != std::string_view::npos;
}

/// " (src/a.py:12)", " (src/a.py:12 and 2 more places)" or nothing.
std::string at_of(const Evidence& evidence) {
  if (evidence.asks.empty()) return {};
  const Location& first = evidence.asks.front()->where;
  std::string out = " (" + printable(first.path) + (first.line > 0 ? ":" + std::to_string(first.line) : "");
  const std::size_t more = evidence.asks.size() - 1;
  if (more > 0) out += " and " + std::to_string(more) + (more == 1 ? " more place" : " more places");
  return out + ")";
}

}  // namespace

std::string shell_quoted(const std::string& text) {
  if (text.empty() || std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
    return {};
  if (std::all_of(text.begin(), text.end(), plain_in_shell) && text.front() != '-') return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

Names names_of(const Evidence& evidence) {
  const ClientKey& key = evidence.client->key;
  Names out;
  const auto name = [&](const std::string& mark, const std::string& text, const std::string& otherwise) {
    out.text[mark] = text.empty() ? otherwise : printable(text);
    const std::string quoted = shell_quoted(text);
    out.command[mark] = quoted.empty() ? "<" + mark + ">" : quoted;
  };
  name("client", key.client_id, "the client without a name");
  name("new", key.client_id.empty() ? "" : key.client_id + "-new", "the new client");
  name("tenant", key.tenant, "the tenant");
  const bool raw = !key.client_id.empty() && std::all_of(key.client_id.begin(), key.client_id.end(), plain_in_shell);
  out.command["client_raw"] = raw ? key.client_id : "<client id>";
  if (is_guid(key.client_id) && !evidence.client->name.empty()) out.text["client"] = printable(evidence.client->name);
  if (!key.client_id.empty()) out.text["client"] = "\"" + out.text["client"] + "\"";
  out.text["idp"] = evidence.idp->title;
  out.text["at"] = at_of(evidence);
  return out;
}

std::string filled(const std::string& text, const std::map<std::string, std::string>& names) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
    const auto name = end == std::string::npos ? names.end() : names.find(text.substr(at + 1, end - at - 1));
    if (name == names.end()) {
      out += text[at++];
    } else {
      out += name->second;
      at = end + 1;
    }
  }
  return out;
}

std::string title_of_flow(const std::string& flow, const Knowledge& knowledge) {
  const auto found = knowledge.flows.find(flow);
  return found == knowledge.flows.end() ? flow : found->second.title;
}

std::string question_for(const InputInfo& input, const Inputs& inputs, const Knowledge& knowledge, const Idp& idp,
                         const Names& names) {
  std::string out = filled(input.question, names.text);
  std::string answers;
  std::string last;
  bool differ = false;
  for (const std::string& value : input.values) {
    const auto words = input.answers.find(value);
    if (words == input.answers.end()) continue;
    const std::string flow = flow_if(inputs, input.id, value, knowledge, idp);
    differ = differ || (!last.empty() && flow != last);
    last = flow;
    answers += (answers.empty() ? " If " : "; if ") + words->second + ": " +
               (flow == "decide" ? "one more question is left" : title_of_flow(flow, knowledge));
  }
  if (differ && input.values.size() <= 2) out += answers + ".";
  const auto state = inputs.find(input.id);
  if (state != inputs.end() && state->second.conflict) {
    out += " What was read contradicts itself:";
    for (const Reason& reason : state->second.reasons) out += " " + reason.text + ";";
    out.back() = '.';
  }
  return out;
}

}  // namespace ropc::advice
