package dev.plumbline.drift.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A check of roles and grants is a class, a page and a folder of scenarios of one code. */
class SecurityPagesTest {
    private static final Path PAGES = Path.of("docs/checks");
    private static final int NEWEST = 18;
    private static final List<String> CHAPTERS = List.of(
            "## What it asks",
            "## Why it matters",
            "## How it is read",
            "## What the repair does",
            "## What it costs",
            "## False alarms",
            "## Example");

    private static Set<String> codes() {
        return SecurityChecks.all().stream().map(SecurityCheck::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Path folder, Function<String, String> name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> name.apply(file.getFileName().toString()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyCheckIsAmongThoseThatRunAndHasACodeOfItsOwn() throws IOException {
        Set<String> classes = names(
                Path.of("src/main/java/dev/plumbline/drift/security"),
                file -> file.endsWith("Check.java") && !file.equals("SecurityCheck.java")
                        ? file.replace(".java", "")
                        : "");
        assertThat(SecurityChecks.all())
                .extracting(check -> check.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(classes);
        assertThat(codes()).hasSameSizeAs(SecurityChecks.all()).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void everyCheckHasAPageAndScenariosAndTheyHaveACheck() throws IOException {
        assertThat(names(PAGES, file -> file.startsWith("SEC-") ? file.replace(".md", "") : ""))
                .isEqualTo(codes());
        Set<String> withScenarios =
                Scenario.ofSecurity().stream().map(Scenario::code).collect(Collectors.toSet());
        assertThat(withScenarios).isEqualTo(codes());
    }

    @Test
    void everyPageIsHeadedByItsCodeAndTitleNamesItsClassAndHasEveryChapter() throws IOException {
        for (SecurityCheck check : SecurityChecks.all()) {
            List<String> lines = Files.readAllLines(PAGES.resolve(check.code() + ".md"));
            assertThat(lines.get(0)).isEqualTo("# " + check.code() + " " + check.title());
            assertThat(lines.get(2)).isEqualTo("`" + check.getClass().getSimpleName() + "`");
            assertThat(lines.stream().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(CHAPTERS);
        }
    }

    @Test
    void everyExampleIsWhatSomeScenarioGives() throws IOException {
        Set<String> given = Scenario.ofSecurity().stream()
                .flatMap(scenario -> scenario.expected("results", NEWEST).stream())
                .collect(Collectors.toSet());
        for (SecurityCheck check : SecurityChecks.all()) {
            List<String> lines = Files.readAllLines(PAGES.resolve(check.code() + ".md"));
            List<String> example = lines.subList(lines.indexOf("## Example") + 1, lines.size()).stream()
                    .filter(line -> line.startsWith("    "))
                    .map(line -> line.substring(4))
                    .toList();
            assertThat(example).as(check.code()).isNotEmpty().allMatch(given::contains);
            assertThat(example.get(0)).startsWith(check.code());
        }
    }

    @Test
    void whatAPageProposesIsWhatTheCheckProposes() throws IOException {
        for (Scenario scenario : Scenario.ofSecurity()) {
            String page = Files.readString(PAGES.resolve(scenario.code() + ".md"));
            boolean fixes = Scenario.ofSecurity().stream()
                    .filter(other -> other.code().equals(scenario.code()))
                    .flatMap(other -> other.expected("results", 13).stream())
                    .anyMatch(line -> line.startsWith("  fix:") || line.startsWith("  destructive:"));
            assertThat(page.contains("## What the repair does\n\nNothing is proposed"))
                    .as(scenario.code())
                    .isEqualTo(!fixes);
        }
    }
}
