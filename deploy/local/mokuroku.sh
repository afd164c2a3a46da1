# Shared by the commands beside it: finds a JDK, builds what is old, and hands over to the program.
# Usage: . mokuroku.sh; mokuroku <command> [arguments]

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
jar="$here/target/mokuroku-local.jar"
modules="common sync-service enrichment-service review-service episode-scheduler search-api deploy/local"

refuse() {
	echo "$1" >&2
	exit 1
}

# Every command tells how it is used, by the comment it begins with, and does nothing else when asked to.
for argument in "$@"; do
	case "$argument" in
		--help | -h)
			sed -n -e 1d -e '/^#/!q' -e 's/^# \{0,1\}//p' "$0"
			exit 0
			;;
	esac
done

# The major version of a java program, 0 when it cannot tell.
java_major() {
	"$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p' | head -n 1
}

# Where systems put their JDKs, one program a line.
installed_javas() {
	printf '%s\n' /usr/lib/jvm/*/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java \
		"$HOME"/.jdks/*/bin/java /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java \
		"$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java /opt/homebrew/opt/openjdk*/bin/java
}

# Prints the first java of a JDK 25 or newer. Without one it fails, and prints the newest version there is.
find_java() {
	local candidate major newest=0
	while IFS= read -r candidate; do
		[ -x "$candidate" ] && [ -x "$(dirname "$candidate")/javac" ] || continue
		major=$(java_major "$candidate")
		if [ "${major:-0}" -ge 25 ]; then
			echo "$candidate"
			return 0
		fi
		[ "${major:-0}" -le "$newest" ] || newest=$major
	done < <(
		[ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME/bin/java"
		command -v java
		installed_javas
	)
	echo "$newest"
	return 1
}

find_maven() {
	if [ -x "$root/mvnw" ]; then
		echo "$root/mvnw"
	else
		command -v mvn
	fi
}

# What a module is built into.
product() {
	case "$1" in
		deploy/local) echo "$jar" ;;
		common) echo "$root/common/target/mokuroku-common-0.1.0-SNAPSHOT.jar" ;;
		*) echo "$root/$1/target/$1-0.1.0-SNAPSHOT.jar" ;;
	esac
}

is_current() {
	local module product
	[ ! -e "$here/target/unfinished" ] || return 1
	for module in $modules; do
		product=$(product "$module")
		[ -f "$product" ] || return 1
		[ -z "$(find "$root/$module/src/main" "$root/$module/pom.xml" "$root/pom.xml" -newer "$product" -type f -print -quit)" ] || return 1
		[ "$module" = common ] || [ ! "$(product common)" -nt "$product" ] || return 1
	done
	[ -d "$here/target/lib" ]
}

# A build changes the jars that a running cloud still reads from.
refuse_running() {
	local options=()
	while [ $# -gt 0 ]; do
		case "$1" in
			--state=*) options=("$1") ;;
			--state) options=("$1" "${2:-}") ;;
		esac
		shift
	done
	case "$("$java" -Xmx64m -jar "$jar" status ${options[@]+"${options[@]}"} 2>/dev/null)" in
		NAME*) refuse "Everything is up already, from an older build: stop it with \"down\" first." ;;
	esac
}

# Whether a process runs. One that ended, and whose end nobody asked for yet, has no program any more.
is_running() {
	kill -0 "$1" 2>/dev/null && { [ ! -d /proc/1 ] || [ -e "/proc/$1/exe" ]; }
}

# One build at a time in a checkout. Whoever comes later waits; what a build left that was killed is taken over. The claim
# is a link that leads to the id of the process that builds: making one is one step, and fails where there is one.
claim_build() {
	local claim="$here/target/building" problem owner told="" lost=0
	mkdir -p "$here/target"
	until problem=$(ln -s $$ "$claim" 2>&1); do
		if ! owner=$(readlink "$claim"); then
			[ $((lost += 1)) -lt 5 ] || refuse "Nothing can be built here: $problem."
		elif [ "$owner" != $$ ] && is_running "$owner"; then
			[ "$told" = "$owner" ] || echo "Process $owner builds this checkout already (if not, remove $claim): waiting for it ..."
			told=$owner
			sleep 1
		elif mkdir "$claim.$owner" 2>/dev/null; then
			# one of those who find the same dead process removes its claim
			[ "$(readlink "$claim")" != "$owner" ] || rm -f "$claim"
			rmdir "$claim.$owner"
		else
			[ $((lost += 1)) -lt 30 ] || refuse "Nothing can be built here: please remove $claim and $claim.$owner."
			sleep 1
		fi
	done
}

release_build() {
	rm -f "$here/target/building"
}

# Maven goes on when the shell that started it is killed with SIGKILL, and two of them would write the same files. While one
# runs, its id is in the mark of what is unfinished.
await_left_maven() {
	local mark="$here/target/unfinished" left="" told=""
	while [ -s "$mark" ] && read -r left <"$mark" && is_running "$left"; do
		[ -n "$told" ] || echo "Process $left is still building this checkout (if not, remove $mark): waiting for it ..."
		told=yes
		sleep 1
	done
}

# Maven has ended. Without the status of its compilations its next build compiles again, with the checks that are left out here.
forget_maven() {
	local module
	: >"$here/target/unfinished"
	for module in $modules; do
		rm -rf "$root/$module/target/maven-status"
	done
}

build() {
	is_current && return 0
	claim_build
	trap release_build EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
	await_left_maven
	is_current || build_products "$@"
	release_build
	trap - EXIT INT TERM
}

# How many modules are built since the build began, and how many there are.
progress() {
	local module built=0 all=0
	for module in $modules; do
		all=$((all + 1))
		[ ! "$(product "$module")" -nt "$here/target/unfinished" ] || built=$((built + 1))
	done
	echo "$built of $all modules"
}

build_products() {
	[ ! -f "$jar" ] || refuse_running "$@"
	local maven version started log="$here/target/build.log"
	maven=$(find_maven) || refuse "Please install Maven 3.8.7 or newer: it is needed to build Mokuroku."
	version=$("$maven" -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
	if ! printf '3.8.7\n%s\n' "$version" | sort -t. -k1,1n -k2,2n -k3,3n -C; then
		refuse "Please install Maven 3.8.7 or newer: the one found here is ${version:-unknown}."
	fi
	started=$SECONDS
	: >"$here/target/unfinished"
	echo "Building (the first time takes some minutes, as libraries are downloaded) ..."
	(cd "$root" && JAVA_HOME="$(dirname "$(dirname "$java")")" exec "$maven" -B -q -DskipTests -Pproducts \
		-Dspring-javaformat.validate.skip=true -pl "${modules// /,}" package) >"$log" 2>&1 &
	local pid=$!
	echo "$pid" >"$here/target/unfinished"
	# an interrupt does not reach what runs in the background
	trap 'kill '"$pid"' 2>/dev/null; wait '"$pid"' 2>/dev/null; forget_maven; release_build' EXIT
	while kill -0 "$pid" 2>/dev/null; do
		sleep 1
		if [ $(((SECONDS - started) % 20)) -eq 19 ]; then
			echo "  ... $(progress), $((SECONDS - started)) s"
		fi
	done
	local built=0
	wait "$pid" || built=$?
	trap release_build EXIT
	forget_maven
	if [ "$built" -ne 0 ]; then
		grep -E '^\[ERROR\]|^ERROR' "$log" | head -n 12 >&2
		refuse "The build failed; all of its output is in $log."
	fi
	rm -f "$here/target/unfinished"
	# a module without changes keeps its jar, which must not look old next time
	local module
	for module in $modules; do
		touch "$(product "$module")"
	done
	echo "Built in $((SECONDS - started)) s."
}

mokuroku() {
	if ! java=$(find_java); then
		[ "$java" -gt 0 ] && java="the newest one found here is $java" || java="none was found here"
		refuse "Please install a JDK 25 or newer (for example from https://adoptium.net) and put it on the PATH or in JAVA_HOME: $java."
	fi
	if [ "$1" = up ]; then
		build "$@"
	elif [ ! -f "$jar" ] || [ ! -d "$here/target/lib" ]; then
		refuse "Nothing is built yet: start with deploy/local/up."
	fi
	exec "$java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" "$@"
}
