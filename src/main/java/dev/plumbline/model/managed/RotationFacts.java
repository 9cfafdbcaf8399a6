package dev.plumbline.model.managed;

import dev.plumbline.model.upgrade.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a rotation stands on, as it was read at one time. {@code jobs} are by version; {@code gaps} say what could not be read besides. {@code cluster} tells this cluster from any
 * other; {@code counts} are what hints needed to know of the data.
 */
public record RotationFacts(
        ManagedDatabase database,
        List<DatabaseMigration> migrations,
        String cluster,
        String dsnVersion,
        Seen<List<CredentialSecret>> secrets,
        Seen<List<SecretUser>> users,
        Seen<Map<String, MigrationJob>> jobs,
        Seen<LiveCredentials> live,
        Map<String, HintFacts> hints,
        List<String> gaps) {
    public RotationFacts {
        migrations = List.copyOf(migrations);
        hints = Map.copyOf(hints);
        gaps = List.copyOf(gaps);
    }

    /** What is known of a table that a hint names; empty values are unknown, and {@code why} says why. {@code keys} are what unique indexes cover. */
    public record HintFacts(
            boolean exists,
            Optional<Long> rows,
            Optional<Double> writesPerSecond,
            Map<String, Optional<Long>> nulls,
            Map<List<String>, Optional<Long>> duplicates,
            List<List<String>> keys,
            String why) {
        public HintFacts {
            nulls = Map.copyOf(nulls);
            duplicates = Map.copyOf(duplicates);
            keys = List.copyOf(keys);
        }
    }

    public Optional<DatabaseMigration> migration(String version) {
        return migrations.stream()
                .filter(migration -> migration.version().equals(version))
                .findFirst();
    }

    public Optional<CredentialSecret> secret(String version) {
        return secrets.value().stream()
                .flatMap(List::stream)
                .filter(secret -> secret.version().equals(version))
                .findFirst();
    }
}
