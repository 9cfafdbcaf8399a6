package dev.plumbline.operation;

import dev.plumbline.catalog.TrackingReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.TrackedMigration;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The migrations that pg-flux applied, by the table where it keeps them, and how they stand to the files of a directory. */
public final class ReadTracking {
    private static final Pattern GENERATED = Pattern.compile("\\d{8}_\\d{6}(?:_\\d{3})?(?:_[A-Za-z0-9_]+)?\\.sql");
    private static final Pattern DOWN = Pattern.compile("(?im)^\\s*--\\s*\\+migrate\\s+down\\b");

    private final DirectConnections direct;
    private final ServerPools pools;

    public ReadTracking(DirectConnections direct, ServerPools pools) {
        this.direct = direct;
        this.pools = pools;
    }

    /** How a file stands to its record. */
    public enum Status {
        APPLIED,
        PENDING,
        /** Applied, and edited since: pg-flux refuses to go on. */
        CHANGED,
        /** Applied, and no such file in the directory. */
        MISSING
    }

    /**
     * @param appliedAt in UTC, empty for what is pending
     * @param recorded the checksum in the table, empty for what is pending
     * @param down whether a way back is there; empty when no directory was given or the file is missing
     * @param named whether it is called as pg-flux calls what it generates
     */
    public record Migration(
            String file, Status status, String appliedAt, String recorded, Optional<Boolean> down, boolean named) {}

    /** @param tableIsThere whether anything was ever recorded; when not, every file is pending */
    public record Tracked(String database, String table, boolean tableIsThere, List<Migration> migrations) {
        public Tracked {
            migrations = List.copyOf(migrations);
        }
    }

    /**
     * @param directory of the files; empty for the table alone
     * @throws ProblemException TRK-403 for a table that is not the one that pg-flux makes, which is not read
     */
    public Tracked read(String dsn, String schema, Optional<Path> directory, CancelToken cancel) {
        ConnectionTarget target = direct.target(dsn);
        Optional<List<TrackedMigration>> recorded =
                pools.read(target, cancel, session -> new TrackingReader().read(session, Name.of(schema), cancel));
        Map<String, TrackedMigration> byFile = new HashMap<>();
        recorded.orElse(List.of()).forEach(one -> byFile.put(one.file(), one));
        List<Migration> migrations = new ArrayList<>();
        if (directory.isPresent()) {
            for (ReadMigrations.MigrationFile file : ReadMigrations.in(directory.get())) {
                migrations.add(ofFile(file, Optional.ofNullable(byFile.remove(file.name())), directory.get()));
            }
        }
        recorded.orElse(List.of()).stream()
                .filter(one -> byFile.containsKey(one.file()))
                .forEach(one -> migrations.add(
                        migration(one, directory.isPresent() ? Status.MISSING : Status.APPLIED, Optional.empty())));
        migrations.sort((one, other) -> one.file().compareTo(other.file()));
        return new Tracked(
                target.shown(), Name.of(schema).shown() + "." + TrackingReader.TABLE, recorded.isPresent(), migrations);
    }

    private static Migration ofFile(
            ReadMigrations.MigrationFile file, Optional<TrackedMigration> recorded, Path directory) {
        String undo = file.name().replaceFirst("\\.sql$", "_undo.sql");
        Optional<Boolean> down =
                Optional.of(DOWN.matcher(file.text()).find() || Files.isRegularFile(directory.resolve(undo)));
        return recorded.map(one -> migration(
                        one, one.checksum().equals(checksum(file.text())) ? Status.APPLIED : Status.CHANGED, down))
                .orElseGet(() -> new Migration(file.name(), Status.PENDING, "", "", down, isNamed(file.name())));
    }

    private static Migration migration(TrackedMigration one, Status status, Optional<Boolean> down) {
        return new Migration(one.file(), status, one.appliedAt(), one.checksum(), down, isNamed(one.file()));
    }

    private static boolean isNamed(String file) {
        return GENERATED.matcher(file).matches();
    }

    /** Of the whole file, which is UTF-8. */
    static String checksum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
