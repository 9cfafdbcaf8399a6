package dev.plumbline.migration.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PostgresParserTest {
    private final PostgresParser parser = new PostgresParser();

    @Test
    void isCompiledFromTheUnchangedFile() throws Exception {
        byte[] file = Files.readAllBytes(Path.of("src/main/wasm/libpg-query.wasm"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                .isEqualTo("378b64e6182f65c71ad5dbd2c31c81e9dfed7d2f2debfb4b51c0d0de8fa2ae36");
    }

    @Test
    void givesTheServersOwnTree() {
        Parsing parsing = parser.parse("ALTER TABLE a.\"B c\" ADD COLUMN d int NOT NULL");
        assertThat(parsing).isInstanceOf(Parsing.Parsed.class);
        Node alter = ((Parsing.Parsed) parsing).statements().get(0);
        assertThat(alter.type()).isEqualTo("AlterTableStmt");
        assertThat(alter.plain("relation").text("schemaname")).isEqualTo("a");
        assertThat(alter.plain("relation").text("relname")).isEqualTo("B c");
        Node column = alter.nodes("cmds").get(0).node("def");
        assertThat(column.type()).isEqualTo("ColumnDef");
        assertThat(column.nodes("constraints").get(0).text("contype")).isEqualTo("CONSTR_NOTNULL");
    }

    @Test
    void saysWhereItStopsUnderstanding() {
        assertThat(parser.parse("SELECT 1; ALTER TABEL t"))
                .isEqualTo(new Parsing.NotParsed("syntax error at or near \"TABEL\"", 17));
        assertThat(parser.parse("SELECT 'open")).isInstanceOf(Parsing.NotParsed.class);
        assertThat(parser.parse("SELECT '\u0000'")).isInstanceOf(Parsing.NotParsed.class);
    }

    @Test
    void goesOnAfterAnError() {
        for (int turn = 0; turn < 50; turn++) {
            assertThat(parser.parse("SELEC " + turn)).isInstanceOf(Parsing.NotParsed.class);
            assertThat(parser.parse("SELECT $$é𝄞" + turn + "$$")).isInstanceOf(Parsing.Parsed.class);
        }
    }

    @Test
    void whatWasParsedLatelyIsNotParsedAgain() {
        Parsing first = parser.parse("SELECT 'once'");
        assertThat(parser.parse("SELECT 'once'")).isSameAs(first);
        for (int turn = 0; turn < 12; turn++) {
            parser.parse("SELECT '" + turn + "x".repeat(100_000) + "'");
        }
        assertThat(parser.parse("SELECT 'once'")).isNotSameAs(first).isInstanceOf(Parsing.Parsed.class);
    }

    @Test
    void givesUpOnNestingWithoutBreaking() {
        String deep = "SELECT " + "(".repeat(200_000) + "1" + ")".repeat(200_000);
        assertThat(parser.parse(deep)).isInstanceOf(Parsing.NotParsed.class);
        assertThat(parser.parse("SELECT 1")).isInstanceOf(Parsing.Parsed.class);
    }
}
