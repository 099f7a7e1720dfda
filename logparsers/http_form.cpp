#include "logparsers/http_form.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace ropc::logparsers {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The byte of two hexadecimal digits at `at`, or -1.
int hex_byte(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return -1;
  const int high = hex_value(text[at]);
  const int low = hex_value(text[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string percent_decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = text[i] == '%' ? hex_byte(text, i + 1) : -1;
    if (byte >= 0) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i] == '+' && plus_is_blank ? ' ' : text[i];
    }
  }
  return out;
}

void take(FormParameters& out, std::string_view name, std::string value) {
  const auto first = [&](std::string& to) {
    if (to.empty()) to = std::move(value);
  };
  if (equal_ignoring_case(name, "grant_type"))
    first(out.grant_type);
  else if (equal_ignoring_case(name, "client_id"))
    first(out.client_id);
  else if (equal_ignoring_case(name, "username"))
    first(out.username);
  else if (equal_ignoring_case(name, "scope"))
    first(out.scope);
  else if (equal_ignoring_case(name, "password"))
    out.has_password |= !value.empty();
}

/// RFC 7578: parts between boundary lines, each with `name="…"` in its head.
FormParameters multipart(std::string_view text) {
  FormParameters out;
  constexpr std::string_view kName = "name=\"";
  for (std::size_t at = text.find(kName); at != std::string_view::npos; at = text.find(kName, at)) {
    at += kName.size();
    const std::size_t end = std::min(text.find('"', at), text.size());
    const std::string_view name = text.substr(at, end - at);
    std::size_t body = text.find("\r\n\r\n", end);
    std::size_t gap = 4;
    if (const std::size_t bare = text.find("\n\n", end); bare < body) {
      body = bare;
      gap = 2;
    }
    if (body == std::string_view::npos) break;
    body += gap;
    std::size_t stop = std::min(text.find("\n--", body), text.size());
    std::string_view value = text.substr(body, stop - body);
    if (value.ends_with('\r')) value.remove_suffix(1);
    take(out, name, std::string(value));
    at = stop;
  }
  return out;
}

std::string base64_decoded(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int have = 0;
  for (const char c : text) {
    unsigned v = 0;
    if (c >= 'A' && c <= 'Z') v = static_cast<unsigned>(c - 'A');
    else if (c >= 'a' && c <= 'z') v = static_cast<unsigned>(c - 'a' + 26);
    else if (c >= '0' && c <= '9') v = static_cast<unsigned>(c - '0' + 52);
    else if (c == '+' || c == '-') v = 62;
    else if (c == '/' || c == '_') v = 63;
    else break;
    bits = (bits << 6U) | v;
    have += 6;
    if (have >= 8) {
      have -= 8;
      out += static_cast<char>((bits >> static_cast<unsigned>(have)) & 0xFFU);
    }
  }
  return out;
}

}  // namespace

bool mentions_grant_type(std::string_view text) {
  return contains_ignoring_case(text, "grant_type") || contains_ignoring_case(text, "grant%5ftype");
}

FormParameters form_parameters(std::string_view text) {
  if (text.starts_with("--") && text.find("name=\"") != std::string_view::npos) return multipart(text);
  FormParameters out;
  if (text.starts_with('?')) text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    const std::size_t equal = pair.find('=');
    if (equal != std::string_view::npos)
      take(out, percent_decoded(pair.substr(0, equal), true), percent_decoded(pair.substr(equal + 1), true));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::optional<std::string> basic_user(std::string_view authorization) {
  authorization = trim(authorization);
  if (authorization.size() < 7 || !equal_ignoring_case(authorization.substr(0, 6), "basic ")) return std::nullopt;
  const std::string decoded = base64_decoded(trim(authorization.substr(6)));
  const std::size_t colon = decoded.find(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  return percent_decoded(std::string_view(decoded).substr(0, colon), false);
}

RequestTarget request_target(std::string_view request) {
  RequestTarget out;
  const std::size_t blank = request.find(' ');
  if (blank != std::string_view::npos && blank < 12) {
    out.method = request.substr(0, blank);
    request = trim(request.substr(blank + 1));
    if (const std::size_t version = request.rfind(" HTTP/"); version != std::string_view::npos)
      request = request.substr(0, version);
  }
  if (const std::size_t host = request.find("://"); host != std::string_view::npos && host < 8) {
    const std::size_t path = request.find('/', host + 3);
    request = path == std::string_view::npos ? std::string_view("/") : request.substr(path);
  }
  const std::size_t mark = request.find('?');
  out.path = request.substr(0, mark);
  if (mark != std::string_view::npos) out.query = request.substr(mark + 1);
  return out;
}

bool is_token_path(std::string_view path) {
  constexpr std::array<std::string_view, 13> ends = {
      "/protocol/openid-connect/token", "/oauth2/token",   "/oauth2/v2.0/token", "/v1/token",
      "/oauth/token",                   "/connect/token",  "/as/token.oauth2",   "/access_token",
      "/services/oauth2/token",         "/oauth-token",    "/oauth2.0/accessToken", "/oauth2.0/token",
      "/token"};
  if (path.ends_with('/')) path.remove_suffix(1);
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return path.ends_with(end); });
}

std::string without_log_escapes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    const int byte = c == 'x' ? hex_byte(text, i + 1) : -1;
    if (byte >= 0) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    }
  }
  return out;
}

std::string without_haproxy_escapes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = text[i] == '#' ? hex_byte(text, i + 1) : -1;
    if (byte >= 0) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace ropc::logparsers
