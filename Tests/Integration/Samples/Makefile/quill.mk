# Printed by `quill makefile`. To be included; every variable can be set before that, or on make's command line.
#
#   make generate   writes the output where the document, a file that it refers to, an overlay, the configuration or a
#                   template changed, and does nothing otherwise
#   make check      fails with a difference where the output is not what the document gives
#   make diff       tells what changed in the document since $QUILL_BASE
#
# Rules that need the output depend on $(QUILL_STAMP).

# The command.
QUILL ?= quill
# Its input and output, and options of `quill generate` (a quill.json beside the document needs none).
QUILL_DOCUMENT ?= spec/api.yaml
QUILL_OUTPUT ?= Generated
QUILL_OPTIONS ?=
# What the document is compared with: a revision of it.
QUILL_BASE ?= HEAD:$(QUILL_DOCUMENT)
# Where notes are kept of what was done.
QUILL_STATE ?= .build/quill
# What else the output depends on: the command itself where QUILL is its path.
QUILL_PREREQUISITES ?= $(if $(findstring /,$(firstword $(QUILL))),$(wildcard $(firstword $(QUILL))))

QUILL_STAMP := $(QUILL_STATE)/generate.stamp
QUILL_COMMAND = $(QUILL) generate $(QUILL_DOCUMENT) --output $(QUILL_OUTPUT) $(QUILL_OPTIONS)

.PHONY: generate check diff generate-quill check-quill diff-quill force-quill

generate: generate-quill
check: check-quill
diff: diff-quill

generate-quill: $(QUILL_STAMP)

# Together with `generate`, what is checked is what that wrote.
check-quill: $(if $(filter generate generate-quill,$(MAKECMDGOALS)),$(QUILL_STAMP))
	$(QUILL_COMMAND) --check

diff-quill:
	$(QUILL) diff $(QUILL_BASE) $(QUILL_DOCUMENT)

# One recipe writes all of the output, and leaves what is still right untouched; so the stamp stands for it, and is
# renewed last. What was read stands in the dependency file. No command is noted while one is at work: what is ended
# before its end is begun again, also by another command.
$(QUILL_STAMP): $(QUILL_DOCUMENT) $(QUILL_PREREQUISITES)
	@mkdir -p '$(QUILL_STATE)'
	@rm -f $(QUILL_STATE)/generate.command
	$(QUILL_COMMAND) --depfile $(QUILL_STATE)/generate.d --stamp $@
	@printf '%s\n' '$(subst ','\'',$(strip $(QUILL_COMMAND)))' > $(QUILL_STATE)/generate.command

# Other options, or an output that is gone, ask for another run.
ifneq ($(strip $(QUILL_COMMAND)),$(strip $(shell cat $(QUILL_STATE)/generate.command 2>/dev/null)))
$(QUILL_STAMP): force-quill
else ifeq ($(wildcard $(QUILL_OUTPUT)/.quill-manifest),)
$(QUILL_STAMP): force-quill
endif

-include $(QUILL_STATE)/generate.d
