package dev.plumbline.sandbox;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder, one per user, where unpacked PostgreSQL binaries and the notes about running servers are kept. */
final class CacheDirectory {
    private CacheDirectory() {}

    static Path ofUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static Path of(Map<String, String> environment, String system, Path home) {
        String own = environment.getOrDefault("PLUMBLINE_HOME", "");
        if (!own.isEmpty()) {
            return Path.of(own, "cache");
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home : Path.of(local))
                    .resolve("Plumbline")
                    .resolve("cache");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Caches/Plumbline");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve("plumbline");
    }
}
