# What is done most often in this repository. The names of the targets are the documentation: `make help`.

.PHONY: help generate check test

help:
	@echo 'make generate   write Generated/ from spec/'
	@echo 'make check      fail with a difference where Generated/ is not what spec/ gives'
	@echo 'make test       run all tests of the main package'

# A debug build is right: it is there after the first test, and takes a tenth of a second for the document.
generate:
	swift run quill generate

check:
	swift run quill generate --check

test:
	swift test
