# What is done most often in this repository. The names of the targets are the documentation: `make help`.

.PHONY: help test fragment

help:
	@echo 'make generate   write Generated/ from spec/, where something changed'
	@echo 'make check      fail with a difference where Generated/ is not what spec/ gives'
	@echo 'make diff       what the document says otherwise than in the last commit'
	@echo 'make test       run all tests of the main package'

# A debug build is right: it is there after the first test, and takes a tenth of a second for the document.
QUILL = swift run quill
QUILL_PREREQUISITES = $(shell find Package.swift Sources Templates -type f ! -path '*/Documentation.docc/*')
include spec/quill.mk

test:
	swift test

# spec/quill.mk is what `quill makefile` prints for this repository.
fragment:
	$(QUILL) makefile spec/posthog.yaml --output Generated > spec/quill.mk.new && mv spec/quill.mk.new spec/quill.mk
