package dev.plumbline.pg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordFileTest {
    @TempDir
    private Path home;

    private Path file(String permissions, String... lines) throws IOException {
        Path file = home.resolve(".pgpass");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private String find(Path file, String host, String database, String user, List<String> warnings) {
        return PasswordFile.find(file, host, "5432", database, user, warnings)
                .map(Secret::reveal)
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h:5432:d:u:secret | h | d | u | secret",
                "*:*:*:*:anything | h | d | u | anything",
                "h:5432:*:u:with\\:colon\\\\slash | h | d | u | with:colon\\slash",
                "h:5433:d:u:other | h | d | u | -",
                "h2:5432:d:u:other | h | d | u | -",
                "h:5432:d:other:x | h | d | u | -",
                "a\\:b:5432:d\\\\:u:x | a:b | d\\ | u | x",
                "#h:5432:d:u:comment | h | d | u | -",
                "h:5432:d:u:one:two | h | d | u | one",
                "h:5432:d | h | d | u | -",
                "h*:5432:d:u:x | h | d | u | -",
                "h:5432:d:u: space  | h | d | u | ' space'"
            })
    void linesMatchAsInLibpq(String line, String host, String database, String user, String password)
            throws IOException {
        List<String> warnings = new ArrayList<>();
        assertThat(find(file("rw-------", line), host, database, user, warnings))
                .isEqualTo(password);
        assertThat(warnings).isEmpty();
    }

    @Test
    void theFirstLineThatMatchesCounts() throws IOException {
        Path file = file("rw-------", "h:*:*:other:1", "h:*:*:u:2", "*:*:*:*:3");
        assertThat(find(file, "h", "d", "u", new ArrayList<>())).isEqualTo("2");
    }

    @Test
    void aFileThatOthersMayReadIsNotUsedAndThatIsSaid() throws IOException {
        List<String> warnings = new ArrayList<>();
        assertThat(find(file("rw-r-----", "*:*:*:*:x"), "h", "d", "u", warnings))
                .isEqualTo("-");
        assertThat(warnings).singleElement().asString().contains(".pgpass").contains("0600");
    }

    @Test
    void aMissingFileIsNoTrouble() {
        List<String> warnings = new ArrayList<>();
        assertThat(find(home.resolve("none"), "h", "d", "u", warnings)).isEqualTo("-");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFolderIsNotTakenForAPasswordFile() {
        List<String> warnings = new ArrayList<>();
        assertThat(find(home, "h", "d", "u", warnings)).isEqualTo("-");
        assertThat(warnings).singleElement().asString().contains("not a plain file");
    }

    @Test
    void aConnectionStringWithoutPasswordLooksIntoTheFile() throws IOException {
        file("rw-------", "h:5432:d:u:from file");
        assertThat(Dsn.parse("postgresql://u@h/d", Map.of(), home).password()).isEqualTo(new Secret("from file"));
        assertThat(Dsn.parse("postgresql://u:own@h/d", Map.of(), home).password())
                .isEqualTo(new Secret("own"));
        Path other = Files.move(home.resolve(".pgpass"), home.resolve("other"));
        assertThat(Dsn.parse("postgresql://u@h/d", Map.of("PGPASSFILE", other.toString()), home)
                        .password())
                .isEqualTo(new Secret("from file"));
    }
}
