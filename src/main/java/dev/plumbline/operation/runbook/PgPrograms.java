package dev.plumbline.operation.runbook;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pg_dump and pg_restore of this machine: those of PATH, then those where packages put them. Taken is the oldest that is not older than the
 * server, which pg_dump asks for (PostgreSQL manual, pg_dump, "Notes").
 */
final class PgPrograms {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)\\S*");
    private static final int SECONDS_FOR_A_VERSION = 20;
    /** Directories whose children, with {@code bin} behind, are one version each. */
    private static final List<String> USUAL = List.of(
            "/usr/lib/postgresql",
            "/usr/local/lib/postgresql",
            "/opt/homebrew/opt",
            "/usr/local/opt",
            "/Library/PostgreSQL",
            "/usr",
            "C:\\Program Files\\PostgreSQL");

    private final Map<String, String> environment;

    /** Both programs of one directory. */
    record Pair(Path dump, Path restore, int major, String version) {}

    PgPrograms(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Empty when none on this machine is new enough. */
    Optional<Pair> find(int serverMajor) {
        return all().stream().filter(pair -> pair.major() >= serverMajor).min(Comparator.comparingInt(Pair::major));
    }

    /** Why a server of this version cannot be dumped here; empty when it can. */
    Optional<String> missing(int serverMajor) {
        List<Pair> all = all();
        if (all.stream().anyMatch(pair -> pair.major() >= serverMajor)) {
            return Optional.empty();
        }
        String needed = "the server is PostgreSQL " + serverMajor + ": pg_dump and pg_restore of version " + serverMajor
                + " or newer are needed, and ";
        return Optional.of(
                all.isEmpty()
                        ? needed + "none are on this machine."
                        : needed + "here are only "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(pair -> pair.version() + " in "
                                                        + pair.dump().getParent())
                                                .distinct()
                                                .toList())
                                + ".");
    }

    /** What brings the programs of a version, by the names that packages have. */
    static String toInstall(int major) {
        return "Install the client programs of PostgreSQL " + major + ": postgresql-client-" + major
                + " on Debian and Ubuntu (apt.postgresql.org has it where the distribution does not), postgresql"
                + major
                + " on Red Hat and Fedora (yum.postgresql.org), postgresql@" + major
                + " with Homebrew. Then do it again.";
    }

    private List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        for (Path folder : folders()) {
            Path dump = folder.resolve("pg_dump" + suffix());
            Path restore = folder.resolve("pg_restore" + suffix());
            if (Files.isExecutable(dump) && Files.isExecutable(restore)) {
                String version = version(dump);
                Matcher major = VERSION.matcher(version);
                if (major.find()) {
                    pairs.add(new Pair(dump, restore, Integer.parseInt(major.group(1)), version));
                }
            }
        }
        return pairs;
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .forEach(folders::add);
        for (String usual : USUAL) {
            Path parent = Path.of(usual);
            if (Files.isDirectory(parent)) {
                try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, PgPrograms::isOfPostgres)) {
                    children.forEach(child -> folders.add(child.resolve("bin")));
                } catch (IOException notListed) {
                    // A directory that may not be listed holds nothing that could be run from here.
                }
            }
        }
        return folders.stream().distinct().toList();
    }

    private static boolean isOfPostgres(Path child) {
        return child.getFileName().toString().matches("\\d+(\\.\\d+)?|pgsql-\\d+|postgresql(@\\d+)?|libpq");
    }

    private static String suffix() {
        return File.separatorChar == '\\' ? ".exe" : "";
    }

    /** Empty for a program that does not say it. */
    private static String version(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            try {
                process.getOutputStream().close();
                boolean ended = process.waitFor(SECONDS_FOR_A_VERSION, TimeUnit.SECONDS);
                return ended
                        ? new String(process.getInputStream().readNBytes(1000), StandardCharsets.UTF_8).strip()
                        : "";
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException unusable) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
