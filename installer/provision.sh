# Sourced by start, test and plumbline: finds what the machine lacks, installs it on Debian or Ubuntu as root, else says what to install.

need_java() {
  command -v javac >/dev/null 2>&1 || return 0
  major=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${major:-0}" -lt 17 ]
}

has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }

has_font() { command -v fc-list >/dev/null 2>&1 && fc-list | grep -qi "$1"; }

# What is missing for $1: build, window or test; one name a line.
missing() {
  need_java && echo jdk
  command -v mvn >/dev/null 2>&1 || echo maven
  [ "$1" = build ] && return 0
  has_library libgtk-3.so.0 || echo gtk
  has_library libXtst.so.6 || echo libxtst6
  has_library libGL.so.1 || echo libgl1
  command -v fc-list >/dev/null 2>&1 || echo fontconfig
  command -v xvfb-run >/dev/null 2>&1 || echo xvfb
  command -v xauth >/dev/null 2>&1 || echo xauth
  has_font Inter || echo fonts-inter
  has_font JetBrains || echo fonts-jetbrains-mono
  [ "$1" = test ] || return 0
  command -v psql >/dev/null 2>&1 || echo postgresql-client
  command -v kubectl >/dev/null 2>&1 || echo kubernetes-client
}

# Fonts, psql and kubectl make pictures nicer and tests wider; the program runs without them.
is_optional() {
  case "$1" in fonts-* | postgresql-client | kubernetes-client) return 0 ;; *) return 1 ;; esac
}

# The package that holds $1 in this release of the distribution; nothing when none does.
package_of() {
  case "$1" in
    jdk) names="openjdk-17-jdk-headless openjdk-21-jdk-headless default-jdk-headless" ;;
    gtk) names="libgtk-3-0t64 libgtk-3-0" ;;
    *) names=$1 ;;
  esac
  for name in $names; do
    if apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]'; then
      echo "$name"
      return 0
    fi
  done
}

say_what_to_install() {
  required=""
  for item in $1; do is_optional "$item" || required="$required $item"; done
  [ -n "$required" ] || return 0
  echo "Plumbline needs what this machine lacks:$required" >&2
  if command -v apt-get >/dev/null 2>&1; then
    echo "Install it with:  sudo apt-get install openjdk-17-jdk-headless maven libgtk-3-0 libxtst6 libgl1 fontconfig xvfb xauth" >&2
  else
    echo "Install a JDK 17 or newer, Maven 3.8 or newer, GTK 3 and Xvfb with your system's package manager." >&2
  fi
  exit 2
}

provision() {
  wanted=$(missing "$1")
  [ -n "$wanted" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    say_what_to_install "$wanted"
    return 0
  fi
  echo "Installing what this machine lacks:" $wanted >&2
  log=$(mktemp)
  apt-get update >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
  packages=""
  for item in $wanted; do
    name=$(package_of "$item")
    if [ -n "$name" ]; then
      packages="$packages $name"
    elif ! is_optional "$item"; then
      echo "This distribution has no package for: $item" >&2
      exit 2
    fi
  done
  # Word splitting is wanted: one argument a package.
  if [ -n "$packages" ] && ! DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    exit 1
  fi
  rm -f "$log"
}

# The CNCF's registry for the tests: its program alone, unpacked and not installed, so that no service runs. Without it these tests are skipped and say so.
fetch_registry() {
  command -v docker-registry >/dev/null 2>&1 && return 0
  [ -x "$project/target/registry/usr/bin/docker-registry" ] && return 0
  command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1 || return 0
  folder=$(mktemp -d)
  if (cd "$folder" && apt-get download docker-registry) >/dev/null 2>&1; then
    mkdir -p "$project/target/registry"
    dpkg-deb -x "$folder"/docker-registry_*.deb "$project/target/registry" >/dev/null 2>&1 || rm -rf "$project/target/registry"
  fi
  rm -rf "$folder"
}

# PostgreSQL refuses to run as root. Where root cannot enter a user namespace (a chroot, a locked-down container), go on as an ordinary user.
leave_root_where_needed() {
  [ "$(id -u)" = 0 ] || return 0
  unshare -U true 2>/dev/null && return 0
  id plumbline >/dev/null 2>&1 || useradd --system --create-home --home-dir /var/lib/plumbline --shell /bin/sh plumbline
  if ! runuser -u plumbline -- test -r "$project/pom.xml"; then
    echo "PostgreSQL cannot run as root here, and the user plumbline cannot read $project. Clone into a folder others may read, such as /srv." >&2
    exit 2
  fi
  mkdir -p "$project/target"
  chown -R plumbline: "$project/target"
  exec runuser -u plumbline -- env HOME=/var/lib/plumbline PATH="$PATH" "$0" "$@"
}

# Builds the program unless the jar is younger than everything it is made of.
build() {
  jar=$project/target/plumbline.jar
  if [ -f "$jar" ] && [ -z "$(find "$project/pom.xml" "$project/src/main" "$project/fxml" "$project/styles" -newer "$jar" -print -quit)" ]; then
    return 0
  fi
  [ "$1" = quiet ] || echo "Building Plumbline (the first time takes several minutes) …" >&2
  (cd "$project" && mvn -q -B -ntp -Dmaven.test.skip=true package) >&2 || exit 1
  rm -f "$project/target/cli.jsa" "$project/target/window.jsa"
}

# -Xshare:auto goes on without the class-data archive when it does not fit the Java at hand.
java_flags() {
  echo "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -XX:SharedArchiveFile=$project/target/$1.jsa -Xlog:disable -Xlog:all=error:stderr"
}

# Opens and closes the program once and keeps its loaded classes, so that every later start is quicker. $1: the archive; the rest: how to run it.
archive() {
  name=$1
  shift
  [ -f "$project/target/$name.jsa" ] && return 0
  "$@" >/dev/null 2>&1 && mv "$project/target/$name.jsa.new" "$project/target/$name.jsa" || rm -f "$project/target/$name.jsa.new"
}

archive_command_line() {
  archive cli java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ArchiveClassesAtExit="$project/target/cli.jsa.new" \
    -jar "$project/target/plumbline.jar" check --help
}

archive_window() {
  archive window timeout 120 env PLUMBLINE_HOME="$project/target/archive-home" xvfb-run -a -s "-screen 0 1440x900x24" \
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dprism.order=sw -XX:ArchiveClassesAtExit="$project/target/window.jsa.new" \
    -jar "$project/target/plumbline.jar" window --sandbox --measure
}
