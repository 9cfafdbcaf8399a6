package dev.plumbline.runbook.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A table in a file beside these classes: a row a line, cells between bars, lines that begin with # left out. */
final class TableFile {
    private TableFile() {}

    static List<List<String>> rows(String name, int cells) {
        try (InputStream stream = TableFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(line, cells))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> row(String line, int cells) {
        List<String> row = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (row.size() != cells) {
            throw new IllegalStateException("a row of " + row.size() + " cells: " + line);
        }
        return row;
    }
}
