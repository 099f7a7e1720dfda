#include "token_client.h"

#include <curl/curl.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace sensord {
namespace {

constexpr const char* kTokenUrl = "https://id.shop.example.com/realms/shop/protocol/openid-connect/token";
constexpr const char* kClientId = "stock-sensord";

std::size_t append(char* data, std::size_t size, std::size_t count, void* out) {
  static_cast<std::string*>(out)->append(data, size * count);
  return size * count;
}

std::string escaped(CURL* curl, const std::string& text) {
  const std::unique_ptr<char, decltype(&curl_free)> out(
      curl_easy_escape(curl, text.c_str(), static_cast<int>(text.size())), curl_free);
  return out.get();
}

}  // namespace

Tokens TokenClient::sign_in() const {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  std::string form = "grant_type=password";
  form += "&client_id=" + std::string(kClientId);
  form += "&client_secret=" + escaped(curl.get(), client_secret_);
  form += "&username=" + escaped(curl.get(), user_);
  form += "&password=" + escaped(curl.get(), password_);
  return post(form);
}

Tokens TokenClient::refresh(const std::string& refresh_token) const {
  return post("grant_type=refresh_token&client_id=" + std::string(kClientId) + "&client_secret=" + client_secret_ +
              "&refresh_token=" + refresh_token);
}

Tokens TokenClient::post(const std::string& form) const {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  std::string reply;
  curl_easy_setopt(curl.get(), CURLOPT_URL, kTokenUrl);
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, form.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply);
  if (curl_easy_perform(curl.get()) != CURLE_OK) throw std::runtime_error("token endpoint cannot be reached");

  const auto body = nlohmann::json::parse(reply);
  if (body.contains("error")) throw std::runtime_error("sign-in refused: " + body["error"].get<std::string>());
  return {body.at("access_token"), body.value("refresh_token", ""), body.value("expires_in", 60L)};
}

}  // namespace sensord
