# The two commands of a fresh Debian 12 machine; the build itself is CMake (see CMakePresets.json).
.PHONY: help demo test e2e spark-test clean

help:
	@echo "make demo   install what is missing, build, audit samples/shop"
	@echo "make test   install what is missing, build and run all tests"
	@echo "make e2e    sign in at a real Keycloak by every grant and compare the counts"
	@echo "make spark-test  run the Spark job on a local Spark and compare with a single run"
	@echo "make clean  remove build/"

demo:
	@packaging/demo.sh

test:
	@packaging/test.sh

e2e:
	@packaging/e2e.sh

spark-test:
	@packaging/spark-test.sh

clean:
	rm -rf build
