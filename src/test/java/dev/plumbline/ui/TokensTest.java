package dev.plumbline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("^  (-[a-z-]+): (#[0-9a-f]{6,8});$");
    private static final Pattern USE = Pattern.compile("(?<=[ ,:])(-(?!fx-|color-)[a-z][a-z-]*)(?=[;,)])");
    private static final List<String> GROUNDS = List.of("-surface", "-surface-raised", "-surface-sunken");
    private static final List<String> INKS =
            List.of("-text", "-muted", "-accent", "-danger", "-warning", "-ok", "-drift-added", "-drift-removed");
    private static final List<String[]> PAIRS = List.of(
            new String[] {"-text", "-surface-hover"},
            new String[] {"-muted", "-surface-hover"},
            new String[] {"-text", "-accent-soft"},
            new String[] {"-muted", "-accent-soft"},
            new String[] {"-accent", "-accent-soft"},
            new String[] {"-on-accent", "-accent"},
            new String[] {"-on-accent", "-accent-hover"},
            new String[] {"-on-danger", "-danger"},
            new String[] {"-danger", "-danger-soft"},
            new String[] {"-text", "-danger-soft"},
            new String[] {"-muted", "-danger-soft"},
            new String[] {"-warning", "-warning-soft"},
            new String[] {"-text", "-warning-soft"},
            new String[] {"-ok", "-ok-soft"},
            new String[] {"-text", "-drift-added-soft"},
            new String[] {"-text", "-drift-removed-soft"},
            new String[] {"-text", "-drift-changed-soft"},
            new String[] {"-drift-added", "-drift-added-soft"},
            new String[] {"-drift-removed", "-drift-removed-soft"},
            new String[] {"-drift-changed", "-drift-changed-soft"},
            new String[] {"-on-band", "-band-production"},
            new String[] {"-on-band", "-band-read-only"});

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void wordsCanBeReadOnEveryGroundTheyStandOn(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        List<String> faint = Stream.concat(
                        GROUNDS.stream().flatMap(ground -> INKS.stream().map(ink -> new String[] {ink, ground})),
                        PAIRS.stream())
                .filter(pair -> contrast(tokens, pair) < 4.5)
                .map(pair -> pair[0] + " on " + pair[1] + " " + contrast(tokens, pair))
                .toList();
        assertThat(faint).isEmpty();
    }

    @Test
    void bothThemesHoldTheSameRoles() throws IOException {
        assertThat(tokens("light").keySet()).isEqualTo(tokens("dark").keySet()).hasSizeGreaterThan(30);
    }

    @Test
    void otherSheetsNameOnlyRolesAndNeverColours() throws IOException {
        Set<String> roles = tokens("light").keySet();
        Set<String> wrong = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("styles"))) {
            for (Path file : files.filter(TokensTest::usesTokens).toList()) {
                String text = Files.readString(file);
                USE.matcher(text)
                        .results()
                        .filter(use -> !roles.contains(use.group(1)))
                        .forEach(use -> wrong.add(file.getFileName() + " " + use.group(1)));
                if (text.matches("(?s).*(#[0-9a-fA-F]{3,8}\\b|rgba?\\().*")) {
                    wrong.add(file.getFileName() + " holds a colour");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean usesTokens(Path file) {
        return !file.getFileName().toString().startsWith("tokens-");
    }

    private static Map<String, Color> tokens(String theme) throws IOException {
        Map<String, Color> tokens = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("styles", "tokens-" + theme + ".css"))) {
            Matcher token = TOKEN.matcher(line);
            if (token.matches()) {
                tokens.put(token.group(1), Color.web(token.group(2)));
            }
        }
        return tokens;
    }

    /** WCAG 2.1, 1.4.3. */
    private static double contrast(Map<String, Color> tokens, String[] pair) {
        double a = luminance(Objects.requireNonNull(tokens.get(pair[0]), pair[0]));
        double b = luminance(Objects.requireNonNull(tokens.get(pair[1]), pair[1]));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
