package dev.plumbline.drift.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaCausePagesTest {
    private static final Path PAGES = Path.of("docs/checks");

    @ParameterizedTest
    @EnumSource
    void everyCauseHasAPageThatBearsItsCodeAndTitle(SchemaCause cause) throws IOException {
        String page = Files.readString(PAGES.resolve(cause.code() + ".md"));
        assertThat(page.lines().findFirst().orElseThrow())
                .isEqualToIgnoringCase("# " + cause.code() + " " + cause.title());
        assertThat(page).contains(cause.cause(), cause.recovery(), cause.corrected());
    }

    @Test
    void noPageIsLeftWithoutACause() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> name.startsWith("VEL-")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(SchemaCause.values())
                            .map(cause -> cause.code() + ".md")
                            .toList());
        }
    }
}
