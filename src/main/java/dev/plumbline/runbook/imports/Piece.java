package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.Slug;
import java.util.List;

/** What a page consists of, in its order. */
sealed interface Piece {
    record Heading(int level, String text) implements Piece {
        String slug() {
            return Slug.of(text);
        }
    }

    /** Markdown that is only read. */
    record Words(String markdown) implements Piece {}

    /** Lines for a shell, for psql or for a database. */
    record Commands(List<String> lines) implements Piece {}
}
