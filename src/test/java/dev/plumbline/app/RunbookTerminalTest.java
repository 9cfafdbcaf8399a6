package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal is given of rows that others wrote. */
class RunbookTerminalTest {
    private static final TestPostgres SERVER = TestPostgres.newest();

    @TempDir
    Path home;

    @Test
    void whatStandsInARowDoesNotMoveTheCursor() throws Exception {
        String database = SERVER.freshDatabase("terminal");
        try {
            SERVER.execute(database, "CREATE TABLE notes AS SELECT 'a' || chr(27) || '[2J' || chr(9) || 'b' AS note");
            String dsn = "postgresql://" + SERVER.superuser() + ":"
                    + TestPostgres.password().reveal() + "@" + SERVER.host() + ":" + SERVER.port() + "/" + database
                    + "?sslmode=disable";
            Path runbook = Files.writeString(
                    home.resolve("look.md"),
                    "---\ntitle: Look\nrequires: [database]\n---\n```sql id=look capture=said\nSELECT note FROM notes\n```\n"
                            + "```approve id=sure about=look\nquestion: Is it ${said}?\n```\n");
            Called asked = Called.with(home, "--dsn", dsn, "runbook", "run", runbook.toString(), "--yes-for", "read");
            assertThat(asked.err()).contains("sure: Is it a\\u{001B}[2J\tb?", "   a\\u{001B}[2J\tb");
            assertThat(asked.out() + asked.err()).doesNotContain("\u001B");
            String run = asked.err()
                    .lines()
                    .filter(line -> line.startsWith("Run "))
                    .findFirst()
                    .orElseThrow()
                    .substring(4);
            Called told = Called.with(home, "runbook", "transcript", run);
            assertThat(told.out()).contains("a\\u{001B}[2J\tb").doesNotContain("\u001B");
        } finally {
            SERVER.dropDatabase(database);
        }
    }
}
