package dev.plumbline.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a sandbox keeps its files. Without a directory it takes a temporary one and removes it when it closes. A given directory is kept, and
 * what an earlier sandbox left there is replaced: every start begins with the same estate.
 */
public record SandboxOptions(Optional<Path> directory, Path cache) {
    public static SandboxOptions temporary() {
        return new SandboxOptions(Optional.empty(), CacheDirectory.ofUser());
    }

    public static SandboxOptions in(Path directory) {
        return new SandboxOptions(Optional.of(directory.toAbsolutePath()), CacheDirectory.ofUser());
    }
}
