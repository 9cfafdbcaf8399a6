package dev.plumbline.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuideTableTest {
    private static final Pattern ROW = Pattern.compile("\\| [A-Z]{2}\\d{3} \\|.*");

    @Test
    void theGuideListsEveryCodeAsItIs() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/guide/migrations-lint.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(RuleCode.values())
                        .map(code -> "| " + code + " | " + code.analyzer().word() + " | "
                                + code.severity().word() + (code.isOnlyOnRequest() ? ", on request" : "") + " | "
                                + code.title() + " |")
                        .toList());
    }
}
