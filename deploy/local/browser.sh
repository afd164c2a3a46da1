# Shared by the proofs that drive a browser: node, npm and a Chromium, which is installed on Debian.
# Usage: . browser.sh; need_browser NAME; sets browser. Where none can be had it says so and exits with 77.

not_run() {
	echo "$proof: NOT RUN, $1" >&2
	exit 77
}

find_browser() {
	command -v chromium || command -v chromium-browser || command -v google-chrome
}

need_browser() {
	proof=$1
	command -v node >/dev/null && command -v npm >/dev/null || not_run "node and npm are missing"
	if ! find_browser >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			chromium fonts-noto-cjk; } >/dev/null 2>&1 || true
	fi
	browser=$(find_browser) || not_run "there is no Chromium and none can be installed"
}

# Installs what DIRECTORY/package.json names.
need_packages() {
	(cd "$1" && npm install --silent --no-audit --no-fund) || not_run "what $1/package.json names cannot be had"
}
