# The commands one needs, as README.md and CONTRIBUTING.md have them: nothing happens here that they do not say.
#   make test · make run · make format · make one TEST=MatchingTest · make package
# Options go through ARGS: make run ARGS='-Ddry -Donce'
.PHONY: test run format one package

test:
	mvn verify $(ARGS)

run:
	mvn -Plocal $(ARGS)

format:
	mvn spotless:apply $(ARGS)

one:
	mvn -Dtest='$(TEST)' test $(ARGS)

package:
	mvn package $(ARGS)
