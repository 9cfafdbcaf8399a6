package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.parse.PostgresParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsedLocksTest {
    @TempDir
    Path folder;

    @Test
    void theTextTellsOfTablesThatItNames() throws IOException {
        Files.writeString(folder.resolve("1_a.sql"), """
                SELECT * FROM a JOIN s.b USING (i);
                WITH w AS (SELECT * FROM a) SELECT * FROM w FOR UPDATE;
                UPDATE a SET i = b.i FROM b;
                INSERT INTO a SELECT * FROM b;
                CREATE INDEX ON a (i);
                ALTER TABLE a ADD COLUMN j int;
                ALTER TABLE a ADD FOREIGN KEY (j) REFERENCES b (i);
                CREATE TABLE c (i int);
                CREATE TABLE d (LIKE a);
                GRANT SELECT ON a TO PUBLIC;
                SELECT f();
                SELECT 1;
                SELEC 1;
                """);
        PostgresParser parser = new PostgresParser();
        List<String> found = FileText.read(
                        MigrationDirectory.read(folder).files().get(0))
                .statements()
                .stream()
                .map(statement -> ParsedLocks.of(statement, parser))
                .map(locks -> (locks.known() ? "" : "? ")
                        + locks.locks().stream()
                                .map(lock -> lock.mode().chip() + " " + lock.table())
                                .collect(Collectors.joining(", ")))
                .toList();
        assertThat(found)
                .containsExactly(
                        "AS a, AS s.b",
                        "RS a",
                        "RE a, AS b",
                        "RE a, AS b",
                        "S a",
                        "AE a",
                        "SRE a, SRE b",
                        "",
                        "? ",
                        "? ",
                        "? ",
                        "",
                        "? ");
    }
}
