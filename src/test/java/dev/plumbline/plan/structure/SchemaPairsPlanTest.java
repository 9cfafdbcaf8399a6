package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.Lanes;
import dev.plumbline.testing.SchemaPair;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of a plan, on pairs of schemas from other projects: run on A it leads to B as {@code pg_dump} and we see it, planned again it is empty, and undone it leads back
 * to A. Pairs that do not get there are named, with the reason, in known-exceptions.txt: one that does get there is to be taken out of it.
 */
@SuppressWarnings("NullAway.Init")
class SchemaPairsPlanTest {
    private static final Path EXCEPTIONS =
            Path.of("src/test/resources/dev/plumbline/plan/structure/known-exceptions.txt");

    @TempDir
    private Path folder;

    /** PostgreSQL 15 besides the newest, where the pg_dump that reads it is on the machine. */
    static IntStream majors() {
        if (PairDatabases.hasDump()) {
            return IntStream.of(15, 18);
        }
        System.out.println("[ways] there is no pg_dump 15 here: dumps are not compared");
        return IntStream.of(18);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("majors")
    void aPlanLeadsFromAToBAndItsUndoBack(int major) throws IOException, InterruptedException {
        TestPostgres server = TestPostgres.major(major);
        List<PairDatabases> lanes = new ArrayList<>();
        for (int number : Lanes.NUMBERS) {
            lanes.add(new PairDatabases(server, Files.createDirectories(folder.resolve("lane" + number))));
        }
        List<SchemaPair> pairs = SchemaPair.all();
        List<PairRun> runs = Lanes.each(lanes, pairs, (databases, pair) -> PairRun.of(pair, databases));
        Map<String, int[]> figures = new TreeMap<>();
        List<String> failed = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int number = 0; number < pairs.size(); number++) {
            SchemaPair pair = pairs.get(number);
            PairRun run = runs.get(number);
            int[] counts = figures.computeIfAbsent(pair.source(), none -> new int[PairRun.LAWS.size() + 1]);
            counts[0]++;
            for (int law = 0; law < PairRun.LAWS.size(); law++) {
                counts[law + 1] += run.holds(PairRun.LAWS.get(law)) ? 1 : 0;
            }
            if (!run.failures().isEmpty()) {
                failed.add(pair.toString());
                run.failures().forEach((law, why) -> told.add(pair + ": " + law + ": " + why));
            }
        }
        figures.forEach((source, counts) -> System.out.printf(
                "[ways] PostgreSQL %d, %s: %d pairs, %s%n", major, source, counts[0], inWords(counts)));
        Files.write(Path.of("target/schema-pairs-" + major + ".txt"), told);
        assertThat(failed).as(String.join("\n", told)).isSubsetOf(exceptions());
    }

    private static String inWords(int[] counts) {
        List<String> words = new ArrayList<>();
        for (int law = 0; law < PairRun.LAWS.size(); law++) {
            words.add(counts[law + 1] + " " + PairRun.LAWS.get(law));
        }
        return String.join(", ", words);
    }

    /** Lines {@code source case: reason}; empty lines and those that begin with # tell about them. */
    private static List<String> exceptions() throws IOException {
        return Files.readAllLines(EXCEPTIONS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(": ")))
                .toList();
    }
}
