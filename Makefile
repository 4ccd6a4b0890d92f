# Builds, tests and installs. `make site` and `make test` first install what the machine lacks, and say so.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
CONTENT ?= content
OUTPUT  ?= site
# An edition of site.yml, such as EDITION=public; `all` builds everything.
EDITION ?= all
# Further options of `tracuu build`.
BUILD_OPTIONS ?=

# The runtime is linked in: the command then runs on machines without Swift, and starts sooner.
RELEASE := -c release --static-swift-stdlib
BINARY  := .build/release/tracuu
PYTHON  := .tools/venv/bin/python
SHELL_SCRIPTS := .ci/run Tests/tools/need-packages Tests/tools/need-python packaging/make-deb packaging/test-deb

export TRACUU ?= $(CURDIR)/$(BINARY)

.PHONY: deb deb-test docs site test soak prove bench bench-search bench-surveys paint screenshots install clean format lint binary build-needs test-needs
.DEFAULT_GOAL := site

site: binary
	$(BINARY) build --content $(CONTENT) --templates site-templates --output $(OUTPUT) \
		--edition $(EDITION) $(BUILD_OPTIONS)

# Every test there is; SUITES='site browser' runs some. Tests/tools/run_tests.py has their names.
test: test-needs binary
	python3 Tests/tools/run_tests.py $(SUITES)

# A thousand random edits: after each, building what changed comes to the same as building everything. A thousand surveys:
# a reader with a solver gets no withheld figure out of what they print. Two hundred collections: an edition is, byte for byte,
# what it would be without the records that it withholds. Where TRACUU_DATA and TRACUU_TOOLS name real statutes: all of them are
# valid as Akoma Ntoso and have the words of their pages.
soak: test-needs binary
	TRACUU_SURVEYS=$(or $(SURVEYS),1000) $(PYTHON) -m pytest -c Tests/pytest.ini --rootdir . Tests/site/test_disclosure.py -q -rP
	TRACUU_COLLECTIONS=$(or $(COLLECTIONS),200) \
		$(PYTHON) -m pytest -c Tests/pytest.ini --rootdir . Tests/site/test_random_editions.py -q
	TRACUU_STATUTES=$(or $(STATUTES),4248) \
		$(PYTHON) -m pytest -c Tests/pytest.ini --rootdir . Tests/site/test_akoma_ntoso.py -q -k statutes
	TRACUU_EDITS=$(or $(EDITS),1000) $(SWIFT) test --filter 'IncrementalTests|EditedTextTests'

# Grows a collection, edits every field of it, and compares each published site with a clean build; says what was made again
# and why. PROVE_OPTIONS='--only summary,title' for the field that was just added.
prove: binary
	python3 Tests/tools/prove_edits.py $(PROVE_OPTIONS)

bench: binary
	python3 Tests/bench/bench.py $(BENCH_OPTIONS)

# What deciding about the figures of large surveys costs.
bench-surveys: binary
	python3 Tests/bench/surveys_bench.py

# Relevance, downloads and times of search, with Pagefind beside it. BENCH_OPTIONS as above, such as '--sets articles-1000'.
bench-search: test-needs binary
	$(PYTHON) Tests/bench/search_bench.py $(BENCH_OPTIONS)

# How soon pages opened from disk are seen, and whether they move afterwards.
paint: test-needs binary
	$(PYTHON) Tests/bench/paint.py

# Every kind of page at five widths in both colour schemes, in forced colours, enlarged and as printed, as pictures in
# screenshots/.
screenshots: test-needs binary
	$(PYTHON) Tests/browser/screenshots.py $(SCREENSHOT_OPTIONS)

# A page for every diagnostic, in both languages, in docs/diagnostics/.
docs: binary
	$(BINARY) explain --write-pages docs/diagnostics

install: binary
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/tracuu'
	install -s -m 755 $(BINARY) '$(DESTDIR)$(PREFIX)/bin/tracuu'
	rm -rf '$(DESTDIR)$(PREFIX)/share/tracuu/site-templates'
	cp -R site-templates '$(DESTDIR)$(PREFIX)/share/tracuu/site-templates'
	chmod -R u=rwX,go=rX '$(DESTDIR)$(PREFIX)/share/tracuu'

format:
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

lint:
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests
	set -e; for script in $(SHELL_SCRIPTS); do bash -n "$$script"; done
	if command -v shellcheck >/dev/null; then shellcheck $(SHELL_SCRIPTS); fi
	set -e; find site-templates Tests -name '*.js' -o -name '*.mjs' | while read -r script; do node --check "$$script"; done
	find Tests -name '*.py' -print0 | xargs -0 python3 -c 'import ast, sys; [ast.parse(open(p).read(), p) for p in sys.argv[1:]]'

# A Debian package of the command and its templates, in dist/.
deb: binary
	packaging/make-deb $(BINARY) dist

# Installs that package into a bare Debian 12, made by debootstrap, and makes, serves and verifies a site there. Needs root.
deb-test: deb
	packaging/test-deb dist/tracuu_*.deb

clean:
	rm -rf .build .tools screenshots site .site.spare

binary: build-needs
	$(SWIFT) build $(RELEASE) --product tracuu

build-needs:
	@Tests/tools/need-packages build

test-needs:
	@Tests/tools/need-packages test
	@Tests/tools/need-python
