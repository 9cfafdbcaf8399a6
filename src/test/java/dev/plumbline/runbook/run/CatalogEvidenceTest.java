package dev.plumbline.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Secret;
import dev.plumbline.operation.runbook.CatalogChanges;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogEvidenceTest {
    @TempDir
    Path folder;

    @Test
    void manyChangesAreCutInTheTranscriptAndWholeInAFileOfTheRun() throws Exception {
        CatalogEvidence evidence = new CatalogEvidence(StepListener.NONE);
        Redactor redactor = new Redactor();
        redactor.hide(new Secret("very-secret"));
        evidence.changed(changes(IntStream.range(0, 500)
                .mapToObj(i -> "  + table t" + i + " very-secret")
                .toList()));
        evidence.changed(changes(List.of("  - table of the second database")));
        ObjectNode data = Transcript.data();
        List<String> shown = evidence.into(data, folder, redactor, "make");
        assertThat(shown).hasSize(101);
        assertThat(shown.get(0)).startsWith("Catalog of db between 2026-01-01T00:00:00Z and 2026-01-01T00:00:01Z");
        assertThat(shown.get(100)).isEqualTo("… and 403 more lines; all of it is in catalog-make.txt of the run.");
        assertThat(data.at("/catalog/differences").asInt()).isEqualTo(501);
        Path file = folder.resolve(data.at("/catalog/file").asText());
        assertThat(Files.readAllLines(file))
                .hasSize(503)
                .contains("  + table t499 ***", "  - table of the second database");
        assertThat(data.at("/catalog/sha256").asText()).hasSize(64);
        assertThat(evidence.into(Transcript.data(), folder, redactor, "make"))
                .as("told once")
                .isEmpty();
    }

    @Test
    void aStepThatRunsAgainKeepsWhatItChangedTheFirstTime() {
        CatalogEvidence evidence = new CatalogEvidence(StepListener.NONE);
        for (String name : List.of("catalog-make.txt", "catalog-make-2.txt")) {
            evidence.changed(changes(List.of()));
            ObjectNode data = Transcript.data();
            assertThat(evidence.into(data, folder, new Redactor(), "make").get(0))
                    .endsWith("no difference.");
            assertThat(data.at("/catalog/file").asText()).isEqualTo(name);
        }
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        CatalogEvidence evidence = new CatalogEvidence(StepListener.NONE);
        evidence.changed(changes(List.of("  + table t")));
        ObjectNode data = Transcript.data();
        assertThat(evidence.into(data, folder.resolve("none"), new Redactor(), "make"))
                .contains("  + table t")
                .anyMatch(line -> line.startsWith("All of it could not be kept as a file of the run: NoSuchFile"));
        assertThat(data.path("catalog").has("file")).isFalse();
    }

    private static CatalogChanges changes(List<String> lines) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        return new CatalogChanges("db", at, at.plusSeconds(1), lines.size(), lines, List.of());
    }
}
