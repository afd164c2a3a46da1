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

# The major version of a java program, 0 when it cannot tell.
java_major() {
	"$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p' | head -n 1
}

find_java() {
	local candidates=() candidate major
	[ -n "${JAVA_HOME:-}" ] && candidates+=("$JAVA_HOME/bin/java")
	command -v java >/dev/null 2>&1 && candidates+=("$(command -v java)")
	for candidate in /usr/lib/jvm/*/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java \
		"$HOME"/.jdks/*/bin/java /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java \
		"$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java /opt/homebrew/opt/openjdk*/bin/java; do
		candidates+=("$candidate")
	done
	for candidate in "${candidates[@]}"; do
		[ -x "$candidate" ] && [ -x "$(dirname "$candidate")/javac" ] || continue
		major=$(java_major "$candidate")
		if [ "${major:-0}" -ge 25 ]; then
			echo "$candidate"
			return 0
		fi
	done
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

build() {
	is_current && return 0
	local maven version started log="$here/target/build.log"
	maven=$(find_maven) || refuse "Please install Maven 3.8.7 or newer: it is needed to build Mokuroku."
	version=$("$maven" -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
	if ! printf '3.8.7\n%s\n' "$version" | sort -t. -k1,1n -k2,2n -k3,3n -C; then
		refuse "Please install Maven 3.8.7 or newer: the one found here is ${version:-unknown}."
	fi
	started=$SECONDS
	mkdir -p "$here/target"
	: >"$here/target/unfinished"
	echo "Building (the first time takes some minutes, as libraries are downloaded) ..."
	(cd "$root" && JAVA_HOME="$(dirname "$(dirname "$java")")" "$maven" -B -q -DskipTests \
		-Dspring-javaformat.validate.skip=true package) >"$log" 2>&1 &
	local pid=$!
	while kill -0 "$pid" 2>/dev/null; do
		sleep 1
		if [ $(((SECONDS - started) % 20)) -eq 19 ]; then
			echo "  ... building for $((SECONDS - started)) s"
		fi
	done
	if ! wait "$pid"; then
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
	java=$(find_java) || refuse "Please install a JDK 25 or newer (for example from https://adoptium.net) and put it on the PATH or in JAVA_HOME."
	if [ "$1" = up ]; then
		build
	elif [ ! -f "$jar" ] || [ ! -d "$here/target/lib" ]; then
		refuse "Nothing is built yet: start with deploy/local/up."
	fi
	exec "$java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" "$@"
}
