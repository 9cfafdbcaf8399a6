package dev.plumbline.pg;

import dev.plumbline.model.Secret;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The password file (PostgreSQL manual 34.16): lines of {@code host:port:database:user:password}, the first that matches counts, a star
 * matches anything, a backslash escapes a colon or a backslash. A file that others can read is not used, and that is said.
 */
final class PasswordFile {
    private PasswordFile() {}

    static Path defaultPlace(Map<String, String> environment, Path home) {
        String roaming = environment.get("APPDATA");
        boolean onWindows = roaming != null && System.getProperty("os.name", "").startsWith("Windows");
        return onWindows ? Path.of(roaming, "postgresql", "pgpass.conf") : home.resolve(".pgpass");
    }

    static Optional<Secret> find(
            Path file, String host, String port, String database, String user, List<String> warnings) {
        try {
            if (!Files.exists(file) || !isUsable(file, warnings)) {
                return Optional.empty();
            }
            List<String> wanted = List.of(host, port, database, user);
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> password(line, wanted))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(Secret::new);
        } catch (IOException unreadable) {
            warnings.add("The password file " + shown(file) + " cannot be read: " + unreadable.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static boolean isUsable(Path file, List<String> warnings) throws IOException {
        if (!Files.isRegularFile(file)) {
            warnings.add("The password file " + shown(file) + " is not a plain file and was not used.");
            return false;
        }
        boolean isPrivate = FileAccess.ofOthers(file).isEmpty();
        if (!isPrivate) {
            warnings.add("The password file " + shown(file)
                    + " was not used: others may read or change it; permissions should be u=rw (0600) or less.");
        }
        return isPrivate;
    }

    private static Optional<String> password(String line, List<String> wanted) {
        int at = 0;
        for (String field : wanted) {
            at = afterField(line, at, field);
            if (at < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(unescaped(line, at));
    }

    /** Where the next field begins when this one matches, else -1. */
    private static int afterField(String line, int from, String wanted) {
        if (line.startsWith("*:", from)) {
            return from + 2;
        }
        int read = 0;
        for (int at = from; at < line.length(); at++) {
            boolean escaped = line.charAt(at) == '\\' && at + 1 < line.length();
            if (!escaped && line.charAt(at) == ':') {
                return read == wanted.length() ? at + 1 : -1;
            }
            at += escaped ? 1 : 0;
            if (read >= wanted.length() || line.charAt(at) != wanted.charAt(read++)) {
                return -1;
            }
        }
        return -1;
    }

    private static String unescaped(String line, int from) {
        StringBuilder password = new StringBuilder();
        for (int at = from; at < line.length() && line.charAt(at) != ':'; at++) {
            if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                at++;
            }
            password.append(line.charAt(at));
        }
        return password.toString();
    }

    private static String shown(Path file) {
        return "\"" + Visible.text(file.toString()) + "\"";
    }
}
