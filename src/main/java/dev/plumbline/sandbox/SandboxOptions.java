package dev.plumbline.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a sandbox keeps its files. Without a directory it takes a temporary one and removes it when it closes. A given directory is kept, and
 * what an earlier sandbox left there is replaced: every start begins with the same estate.
 */
public record SandboxOptions(Optional<Path> directory, Path cache, ServerBinaries binaries) {
    public static SandboxOptions temporary() {
        return new SandboxOptions(Optional.empty(), CacheDirectory.ofUser(), ServerBinaries.onClassPath());
    }

    public static SandboxOptions in(Path directory) {
        return new SandboxOptions(
                Optional.of(directory.toAbsolutePath()), CacheDirectory.ofUser(), ServerBinaries.onClassPath());
    }

    /** On a server of other binaries than those that come along. */
    public SandboxOptions with(ServerBinaries other) {
        return new SandboxOptions(directory, cache, other);
    }
}
