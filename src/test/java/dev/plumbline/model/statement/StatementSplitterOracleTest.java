package dev.plumbline.model.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server's own regression files, cut where psql cut them; those that use psql's own commands or variables are left out. */
class StatementSplitterOracleTest {

    @Test
    void statementsEndWherePsqlEndsThem() throws IOException {
        Path oracle = Oracles.folder("statement-splitting").resolve("psql");
        List<String> wrong = new ArrayList<>();
        int files = 0;
        int statements = 0;
        for (String line : Files.readAllLines(oracle.resolve("cases.jsonl"))) {
            JsonNode one = new ObjectMapper().readTree(line);
            String text = Files.readString(oracle.resolve(one.get("file").asText()));
            if (text.contains("\\")
                    || text.toLowerCase(java.util.Locale.ROOT).contains("stdin")
                    || usesVariables(text)) {
                continue;
            }
            files++;
            List<List<Words.Word>> theirs = new ArrayList<>();
            one.get("statements").forEach(each -> theirs.add(Words.of(withoutEnd(each.asText()))));
            theirs.removeIf(List::isEmpty);
            List<List<Words.Word>> ours = StatementSplitter.split(text).stream()
                    .map(part -> Words.of(part.text()))
                    .toList();
            statements += theirs.size();
            if (!ours.equals(theirs)) {
                wrong.add(one.get("file").asText() + ": " + firstDifference(ours, theirs));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).isGreaterThan(20);
        System.out.println("[preflight] statements cut as psql does: " + statements + " in " + files + " files");
    }

    /** All files, also those with psql's own commands and with rows between the statements. */
    @Test
    void commandsToPsqlAreNoPartOfStatements() throws IOException {
        Path oracle = Oracles.folder("statement-splitting").resolve("psql");
        List<String> wrong = new ArrayList<>();
        int files = 0;
        int theirsInAll = 0;
        int common = 0;
        for (String line : Files.readAllLines(oracle.resolve("cases.jsonl"))) {
            JsonNode one = new ObjectMapper().readTree(line);
            String text = Files.readString(oracle.resolve(one.get("file").asText()));
            List<List<Words.Word>> theirs = new ArrayList<>();
            one.get("statements").forEach(each -> theirs.add(Words.of(withoutEnd(each.asText()))));
            theirs.removeIf(List::isEmpty);
            List<List<Words.Word>> ours = StatementSplitter.split(text).stream()
                    .filter(part -> !part.isBackslashCommand())
                    .map(part -> Words.of(part.text()))
                    .toList();
            files++;
            theirsInAll += theirs.size();
            List<List<Words.Word>> left = new ArrayList<>(ours);
            common += (int) theirs.stream().filter(left::remove).count();
            if (!ours.equals(theirs)) {
                wrong.add(one.get("file").asText() + ": " + firstDifference(ours, theirs));
            }
        }
        System.out.printf(
                "[splitter] %d of %d files and %d of %d statements as psql sent them%n%s%n",
                files - wrong.size(), files, common, theirsInAll, String.join("\n", wrong));
        assertThat(wrong).isEmpty();
    }

    private static boolean usesVariables(String text) {
        return Pattern.compile("(?<![:\\w\\[]):['\"]?[a-zA-Z_]\\w*")
                .matcher(text)
                .find();
    }

    private static String withoutEnd(String statement) {
        String text = statement.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private static String firstDifference(List<List<Words.Word>> ours, List<List<Words.Word>> theirs) {
        for (int at = 0; at < Math.min(ours.size(), theirs.size()); at++) {
            if (!ours.get(at).equals(theirs.get(at))) {
                return at + ": ours " + ours.get(at) + "\n theirs " + theirs.get(at);
            }
        }
        return ours.size() + " statements instead of " + theirs.size();
    }
}
