#pragma once

#include <string>

namespace sensord {

struct Tokens {
  std::string access_token;
  std::string refresh_token;
  long expires_in = 0;
};

/// Signs the shelf sensor in with the account that was burnt into its configuration.
class TokenClient {
 public:
  TokenClient(std::string user, std::string password, std::string client_secret)
      : user_(std::move(user)), password_(std::move(password)), client_secret_(std::move(client_secret)) {}

  Tokens sign_in() const;
  Tokens refresh(const std::string& refresh_token) const;

 private:
  Tokens post(const std::string& form) const;

  std::string user_, password_, client_secret_;
};

}  // namespace sensord
