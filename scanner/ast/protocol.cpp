#include "scanner/ast/protocol.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/finding_json.h"

namespace ropc::scanner::ast {
namespace {

using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kMaxFrame = 256U << 20U;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Bytes need not be UTF-8; JSON does.
std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4U];
    out += digits[static_cast<unsigned char>(c) & 0xFU];
  }
  return out;
}

std::string from_hex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  out.reserve(hex.size() / 2);
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  return out;
}

/// Waits until the socket can be read or written; false: the time is over.
bool ready(int socket, short events, int deadline_ms, Clock::time_point start) {
  while (true) {
    int left = -1;
    if (deadline_ms >= 0) {
      const auto gone = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
      left = static_cast<int>(deadline_ms - gone);
      if (left <= 0) return false;
    }
    pollfd entry{socket, events, 0};
    const int count = ::poll(&entry, 1, left);
    if (count > 0) return true;
    if (count < 0 && errno != EINTR) return false;
  }
}

bool send_all(int socket, const char* data, std::size_t size, int deadline_ms, Clock::time_point start) {
  while (size > 0) {
    if (!ready(socket, POLLOUT, deadline_ms, start)) return false;
    const ssize_t put = ::send(socket, data, size, MSG_NOSIGNAL);
    if (put < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (put <= 0) return false;
    data += put;
    size -= static_cast<std::size_t>(put);
  }
  return true;
}

bool receive_all(int socket, char* data, std::size_t size, int deadline_ms, Clock::time_point start) {
  while (size > 0) {
    if (!ready(socket, POLLIN, deadline_ms, start)) return false;
    const ssize_t got = ::recv(socket, data, size, 0);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return false;
    data += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

std::string encoded(const UnitRequest& request) {
  const Document& d = *request.document;
  return dump({{"path", d.path},
               {"text", to_hex(d.text)},
               {"language", d.language},
               {"testCode", d.test_code},
               {"vendored", d.vendored},
               {"sampleCode", d.sample_code},
               {"root", request.root},
               {"arguments", request.arguments}});
}

std::string encoded(const UnitResult& result) {
  Json findings = Json::array();
  for (const Finding& finding : result.findings) findings.push_back(to_json(finding));
  return dump({{"quality", static_cast<unsigned>(result.quality)},
               {"findings", std::move(findings)},
               {"names", result.names}});
}

bool decode(std::string_view text, ReceivedRequest& out) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return false;
  std::string bytes = from_hex(json.value("text", ""));
  LineIndex lines(bytes);
  out.document = Document{json.value("path", ""), std::move(bytes), json.value("language", ""), std::move(lines)};
  out.document.test_code = json.value("testCode", false);
  out.document.vendored = json.value("vendored", false);
  out.document.sample_code = json.value("sampleCode", false);
  out.root = json.value("root", "");
  out.arguments = json.value("arguments", std::vector<std::string>());
  return true;
}

bool decode(std::string_view text, UnitResult& out) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return false;
  const auto quality = json.find("quality");
  const auto findings = json.find("findings");
  if (quality == json.end() || !quality->is_number_unsigned() || findings == json.end() || !findings->is_array()) return false;
  const std::size_t index = std::min(quality->get<std::size_t>(), kQualityNames.size() - 1);
  out.quality = static_cast<Quality>(index);
  for (const Json& finding : *findings) out.findings.push_back(finding_from_json(finding));
  const auto names = json.find("names");
  if (names == json.end() || !names->is_array()) return false;
  for (const Json& name : *names)
    if (name.is_string()) out.names.push_back(name.get<std::string>());
  return true;
}

bool send_frame(int socket, std::string_view text, int deadline_ms) {
  const auto start = Clock::now();
  if (text.size() > kMaxFrame) return false;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::array<char, sizeof size> head{};
  std::memcpy(head.data(), &size, sizeof size);
  return send_all(socket, head.data(), head.size(), deadline_ms, start) &&
         send_all(socket, text.data(), text.size(), deadline_ms, start);
}

bool receive_frame(int socket, std::string& text, int deadline_ms) {
  const auto start = Clock::now();
  std::array<char, sizeof(std::uint32_t)> head{};
  if (!receive_all(socket, head.data(), head.size(), deadline_ms, start)) return false;
  std::uint32_t size = 0;
  std::memcpy(&size, head.data(), sizeof size);
  if (size > kMaxFrame) return false;
  text.resize(size);
  return receive_all(socket, text.data(), text.size(), deadline_ms, start);
}

}  // namespace ropc::scanner::ast
