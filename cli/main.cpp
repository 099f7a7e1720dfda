#include <cstdio>

int main() {
  std::fputs("ropc-audit: no command yet\n", stderr);
  return 2;
}
