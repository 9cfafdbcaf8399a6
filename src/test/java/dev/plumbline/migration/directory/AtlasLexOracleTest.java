package dev.plumbline.migration.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files cut as Atlas' own test data says. Two are MySQL's, whose comments begin with a hash: PostgreSQL's do not. */
class AtlasLexOracleTest {
    private static final Set<String> MYSQL = Set.of("6_skip_comment.sql");

    @Test
    void filesAreCutWhereAtlasCutsThem() throws IOException {
        Path oracle = Oracles.folder("statement-splitting").resolve("atlas-lex");
        List<String> wrong = new ArrayList<>();
        int files = 0;
        int statements = 0;
        try (Stream<Path> all = Files.list(oracle)) {
            for (Path path : all.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                if (MYSQL.contains(path.getFileName().toString())) {
                    continue;
                }
                List<String> theirs = Stream.of(Files.readString(path.resolveSibling(path.getFileName() + ".golden"))
                                .split("\n-- end --\n"))
                        .map(AtlasLexOracleTest::withoutEnd)
                        .toList();
                List<String> ours = FileText.read(MigrationFile.of(path)).statements().stream()
                        .map(statement -> withoutEnd(statement.text()))
                        .toList();
                files++;
                statements += theirs.size();
                if (!ours.equals(theirs)) {
                    wrong.add(path.getFileName() + firstDifference(ours, theirs));
                }
            }
        }
        System.out.println("[atlas lexer] " + statements + " statements of " + files + " files cut as Atlas does");
        assertThat(wrong).isEmpty();
        assertThat(files).isGreaterThan(8);
    }

    private static String firstDifference(List<String> ours, List<String> theirs) {
        for (int at = 0; at < Math.min(ours.size(), theirs.size()); at++) {
            if (!ours.get(at).equals(theirs.get(at))) {
                return " " + at + "\n ours   " + ours.get(at) + "\n theirs " + theirs.get(at);
            }
        }
        return " " + ours.size() + " statements instead of " + theirs.size();
    }

    private static String withoutEnd(String statement) {
        String text = statement.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
    }
}
