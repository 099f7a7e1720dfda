# Reads the JUnit file of ctest, prints "N passed, N failed" and exits with 1 unless none failed and some passed.
# A Catch2 program counts with its test cases, which its last line tells; any other test counts as one.

/<testcase / {
  ok = /status="run"/  # "fail" and "notrun" are not
  counted = 0
}
/All tests passed \(/ {
  cases = $0
  sub(/.*assertions? in /, "", cases)
  passed += cases + 0
  counted = ok
}
/^test cases: / {
  for (i = 2; i <= NF; ++i) {
    if ($i == "passed") passed += $(i - 1)
    if ($i == "failed") failed += $(i - 1)
  }
  counted = 1
}
/<\/testcase>/ {
  if (!counted && ok) ++passed
  if (!counted && !ok) ++failed
}
END {
  printf "%d passed, %d failed\n", passed, failed
  exit passed == 0 || failed > 0
}
