package dev.plumbline.runbook.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.RunbookReader;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.library.RunbookLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class RunbookLintTest {
    /** They need a cluster's own schema. */
    private static final Set<String> OF_A_CLUSTER = Set.of("RB207");

    private static final String HEAD = """
            ---
            title: t
            inputs:
              table: {type: table, default: "a.b"}
              owner: {type: role}
              schema: {type: schemadefinition}
              namespace: {type: namespace}
              word: {type: text}
            ---
            """;

    private record Case(String code, boolean speaks, String body) {}

    @Test
    void everyCodeSpeaksAndKeepsQuiet() throws IOException {
        SoftAssertions all = new SoftAssertions();
        Set<String> spoken = new TreeSet<>(OF_A_CLUSTER);
        Set<String> quiet = new TreeSet<>(OF_A_CLUSTER);
        for (Case each : cases()) {
            List<String> codes = codes(HEAD + each.body());
            (each.speaks() ? spoken : quiet).add(each.code());
            if (each.speaks()) {
                all.assertThat(codes).as("%s", each).contains(each.code());
            } else {
                all.assertThat(codes).as("%s", each).doesNotContain(each.code());
            }
        }
        List<String> codes =
                List.of(RunbookCode.values()).stream().map(Enum::name).toList();
        all.assertThat(spoken).containsExactlyElementsOf(codes);
        all.assertThat(quiet).containsExactlyElementsOf(codes);
        all.assertThat(RunbookRules.all()).extracting(RunbookRule::code).containsExactly(RunbookCode.values());
        all.assertAll();
    }

    @Test
    void theGuideTellsOfEveryCode() throws IOException {
        String guide = Files.readString(Path.of("docs/guide/runbook-lint.md"));
        for (RunbookCode code : RunbookCode.values()) {
            assertThat(guide)
                    .contains("| " + code.name() + " | " + code.severity().word() + " | " + code.what() + " |");
        }
    }

    @Test
    void aClusterTellsOfItsKindsAndFields() throws IOException {
        List<RunbookFinding> findings = new RunbookLint()
                .lint(new RunbookReader(path -> Optional.empty()).read("r.md", HEAD + """
                                ```kube get
                                kind: schemadefiniton
                                name: a
                                ```
                                ```kube get
                                kind: widget
                                name: a
                                ```
                                ```kube get
                                kind: sd.velocity.sh
                                name: a
                                capture:
                                  phase: .status.phase
                                  owner: .status.owner
                                ```
                                ```kube patch
                                kind: schemadefinition
                                name: a
                                patch:
                                  metadata: {annotations: {example.com/x: "1"}}
                                  spec: {indexes: [], observability: {slos: []}}
                                ```
                                ```kube apply
                                manifest: |
                                  apiVersion: velocity.sh/v1
                                  kind: SchemaDefinition
                                  metadata: {name: a}
                                  spec:
                                    fields:
                                      - {name: b, index: true}
                                ```
                                ```check verify
                                kube: {kind: deploy, name: a}
                                is: {".spec.replicas": 2, ".spec.copies": 2}
                                ```
                                """), new RecordedSchema());
        assertThat(findings)
                .filteredOn(each -> each.code().startsWith("RB20"))
                .extracting(each -> each.place().line() + " " + each.code() + " " + each.message())
                .containsExactly(
                        "11 RB206 The cluster knows no kind \"schemadefiniton\".",
                        "15 RB206 The cluster knows no kind \"widget\".",
                        "23 RB207 sd.velocity.sh has no field .status.owner in this cluster.",
                        "30 RB207 schemadefinition has no field .spec.indexes in this cluster.",
                        "39 RB207 SchemaDefinition has no field .spec.fields.index in this cluster.",
                        "43 RB207 deploy has no field .spec.copies in this cluster.");
    }

    @Test
    void faultsOfTheReaderAreFindingsInTheirPlaces() {
        List<RunbookFinding> findings = new RunbookLint()
                .lint(new RunbookReader(path -> Optional.empty())
                        .read("r.md", HEAD + "```sql\nSELECT ${nobody}\n```\n```bash\nrm x\n```\n"));
        assertThat(findings)
                .filteredOn(each -> each.severity() == Severity.ERROR)
                .extracting(RunbookFinding::code)
                .containsExactly("RB102", "RB-SHELL");
        assertThat(findings.get(findings.size() - 1).shown())
                .isEqualTo(
                        "r.md:13: error RB-SHELL: A runbook runs no shell. Write a typed block instead, or label the fence text if it is only to be read.");
    }

    private static List<String> codes(String text) {
        return new RunbookLint()
                .lint(new RunbookReader(path -> Optional.empty()).read("r.md", text)).stream()
                        .map(RunbookFinding::code)
                        .toList();
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(RunbookLintTest.class.getResourceAsStream("cases.md"))) {
            String[] parts = new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^= ");
            for (int part = 1; part < parts.length; part++) {
                String[] both = parts[part].split("\n", 2);
                String[] head = both[0].split(" ");
                assertThat(head[1]).isIn("speaks", "quiet");
                cases.add(new Case(head[0], head[1].equals("speaks"), both[1]));
            }
        }
        return cases;
    }

    @Test
    void nothingIsSaidOfTheShippedRunbooks() {
        RunbookLibrary library = new RunbookLibrary(List.of());
        assertThat(library.list())
                .hasSizeGreaterThan(10)
                .allSatisfy(listed -> assertThat(new RunbookLint()
                                .lint(library.find(listed.name()).runbook()))
                        .isEmpty());
    }

    @Test
    void everyChangeOfAShippedRunbookHasACheckOfItsOwn() {
        RunbookLibrary library = new RunbookLibrary(List.of());
        assertThat(library.list()).isNotEmpty().allSatisfy(listed -> {
            Runbook runbook = library.find(listed.name()).runbook();
            assertThat(new RunbookLint().lint(runbook))
                    .as("a change that nothing verifies")
                    .noneMatch(finding -> finding.code().equals("RB404"));
            assertThat(runbook.steps().stream()
                            .filter(step -> StepClassifier.of(step).changes())
                            .filter(step -> runbook.verifiesOf(step.id()).isEmpty())
                            .map(Block::id))
                    .as(listed.name() + ": changes without a check verify behind them, plans among them")
                    .isEmpty();
        });
    }
}
