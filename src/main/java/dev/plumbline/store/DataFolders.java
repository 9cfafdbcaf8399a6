package dev.plumbline.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Plumbline keeps its files: {@code PLUMBLINE_HOME} for everything when it is set, else the platform's convention (XDG Base Directory
 * 0.8, macOS Application Support, Windows local AppData). Names folders only; whoever writes creates them.
 */
public record DataFolders(Path data) {
    private static final String APPLICATION = "plumbline";

    /**
     * {@code systemName} is Java's {@code os.name}; {@code home} the person's home folder. A relative XDG path is ignored, as XDG asks;
     * a relative {@code PLUMBLINE_HOME} is taken from the working folder.
     */
    public static DataFolders of(Map<String, String> environment, String systemName, Path home) {
        String own = environment.getOrDefault("PLUMBLINE_HOME", "");
        if (!own.isBlank()) {
            return new DataFolders(Path.of(own).toAbsolutePath());
        }
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return new DataFolders(
                    home.resolve("Library").resolve("Application Support").resolve("Plumbline"));
        }
        if (system.startsWith("windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"));
            return new DataFolders(
                    (local != null ? local : home.resolve("AppData").resolve("Local")).resolve("Plumbline"));
        }
        Path xdg = absolute(environment.get("XDG_DATA_HOME"));
        return new DataFolders((xdg != null ? xdg : home.resolve(".local").resolve("share")).resolve(APPLICATION));
    }

    public Path journalFile() {
        return data.resolve("journal.db");
    }

    /** The runs of runbooks, a folder each. */
    public Path runsFolder() {
        return data.resolve("runs");
    }

    public Path structuresFile() {
        return data.resolve("structures.db");
    }

    public Path ignoredFile() {
        return data.resolve("ignored.db");
    }

    public Path settingsFile() {
        return data.resolve("settings.db");
    }

    private static @Nullable Path absolute(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Path path = Path.of(text);
        return path.isAbsolute() ? path : null;
    }
}
