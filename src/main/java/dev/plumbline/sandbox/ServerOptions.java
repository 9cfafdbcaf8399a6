package dev.plumbline.sandbox;

import dev.plumbline.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How an {@link EmbeddedServer} starts. Without a directory its data lives in a temporary one that closing removes; a given directory is
 * kept and may be started again with the same password. Port 0 means any free one. Settings are server parameters by name
 * (PostgreSQL manual, chapter 20).
 */
public record ServerOptions(
        ServerBinaries binaries,
        Optional<Path> directory,
        Path cache,
        int port,
        Secret superuserPassword,
        Map<String, String> settings,
        Duration startTimeout) {
    private static final Duration ENOUGH_FOR_A_SLOW_MACHINE = Duration.ofSeconds(60);

    public ServerOptions {
        settings = Map.copyOf(settings);
    }

    public static ServerOptions temporary(ServerBinaries binaries, Secret superuserPassword) {
        return new ServerOptions(
                binaries,
                Optional.empty(),
                CacheDirectory.ofUser(),
                0,
                superuserPassword,
                Map.of(),
                ENOUGH_FOR_A_SLOW_MACHINE);
    }

    public ServerOptions inDirectory(Path given) {
        return new ServerOptions(
                binaries, Optional.of(given.toAbsolutePath()), cache, port, superuserPassword, settings, startTimeout);
    }

    public ServerOptions withCache(Path given) {
        return new ServerOptions(
                binaries, directory, given.toAbsolutePath(), port, superuserPassword, settings, startTimeout);
    }

    public ServerOptions onPort(int given) {
        return new ServerOptions(binaries, directory, cache, given, superuserPassword, settings, startTimeout);
    }

    public ServerOptions withSettings(Map<String, String> given) {
        return new ServerOptions(binaries, directory, cache, port, superuserPassword, given, startTimeout);
    }

    public ServerOptions withStartTimeout(Duration given) {
        return new ServerOptions(binaries, directory, cache, port, superuserPassword, settings, given);
    }
}
