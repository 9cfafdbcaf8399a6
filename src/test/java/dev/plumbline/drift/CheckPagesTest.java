package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

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

class CheckPagesTest {
    private static final Set<String> OF_OTHERS = Set.of("SEC-", "VEL-");
    private static final Path PAGES = Path.of("docs/checks");
    private static final List<String> CHAPTERS = List.of(
            "## What it asks",
            "## Why it matters",
            "## How it is read",
            "## What the repair does",
            "## What it costs",
            "## False alarms",
            "## Example");

    private static boolean isOfOthers(String file) {
        return OF_OTHERS.stream().anyMatch(file::startsWith);
    }

    private static Set<String> codes() {
        return OwnershipChecks.all().stream().map(Check::code).collect(Collectors.toCollection(TreeSet::new));
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
                Path.of("src/main/java/dev/plumbline/drift"),
                file -> file.endsWith("Check.java") && !file.equals("Check.java") ? file.replace(".java", "") : "");
        assertThat(OwnershipChecks.all())
                .extracting(check -> check.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(classes);
        assertThat(codes()).hasSameSizeAs(OwnershipChecks.all()).hasSizeGreaterThan(5);
    }

    @Test
    void everyCheckHasAPageAndEveryPageACheck() throws IOException {
        assertThat(names(PAGES, file -> isOfOthers(file) ? "" : file.replace(".md", "")))
                .isEqualTo(codes());
    }

    @Test
    void everyCheckHasScenariosAndEveryScenarioACheck() throws IOException {
        assertThat(names(Scenario.FOLDER, file -> isOfOthers(file) ? "" : file)).isEqualTo(codes());
        assertThat(Scenario.all()).extracting(Scenario::code).containsAll(codes());
    }

    @Test
    void everyPageIsHeadedByItsCodeAndTitleNamesItsClassAndHasEveryChapter() throws IOException {
        Scenario healthy = Scenario.read(Scenario.FOLDER.resolve("OWN-101/healthy.scenario"));
        for (Check check : OwnershipChecks.all()) {
            String title = check.check(healthy.recorded().orElseThrow(), healthy.wanted())
                    .title();
            List<String> lines = Files.readAllLines(PAGES.resolve(check.code() + ".md"));
            assertThat(lines.get(0)).isEqualTo("# " + check.code() + " " + title);
            assertThat(lines.get(2)).isEqualTo("`" + check.getClass().getSimpleName() + "`");
            assertThat(lines.stream().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(CHAPTERS);
        }
    }

    @Test
    void everyExampleIsWhatSomeScenarioGives() throws IOException {
        Set<String> given = Scenario.all().stream()
                .flatMap(scenario -> scenario.expected("results", 18).stream())
                .collect(Collectors.toSet());
        for (Check check : OwnershipChecks.all()) {
            List<String> lines = Files.readAllLines(PAGES.resolve(check.code() + ".md"));
            List<String> example = lines.subList(lines.indexOf("## Example") + 1, lines.size()).stream()
                    .filter(line -> line.startsWith("    "))
                    .map(line -> line.substring(4))
                    .toList();
            assertThat(example).as(check.code()).isNotEmpty().allMatch(given::contains);
        }
    }
}
