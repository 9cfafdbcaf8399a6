package dev.plumbline.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page that explains a check, as it comes with the application. */
public final class CheckPage {
    private CheckPage() {}

    /** The page's text without its title; empty for a check that has none. */
    public static Optional<String> of(String code) {
        try (InputStream page = CheckPage.class.getResourceAsStream("/docs/checks/" + code + ".md")) {
            return page == null ? Optional.empty() : Optional.of(withoutTitle(page));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String withoutTitle(InputStream page) throws IOException {
        String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        int first = text.indexOf("\n## ");
        return first < 0 ? text : text.substring(first + 1);
    }
}
