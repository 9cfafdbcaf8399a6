package dev.plumbline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statement and answer pairs from a text file. {@code version:} names the server; {@code > } begins a statement (more lines of it too), the
 * next line holds its columns, each further one a row, cells between bars, {@code NULL} for none; {@code ! } is an error: SQLSTATE, message.
 */
public final class CockroachScript {
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private String version = "";

    private CockroachScript() {}

    public record Answer(List<String> columns, List<List<@Nullable String>> rows) {}

    public static CockroachScript read(Class<?> beside, String file) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            CockroachScript script = new CockroachScript();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("\n\\s*\n")) {
                script.add(block.strip()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
            }
            return script;
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    private void add(List<String> lines) {
        StringBuilder statement = new StringBuilder();
        List<String> rest = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("version:")) {
                version = line.substring(8).strip();
            } else if (line.startsWith("> ")) {
                statement.append(line.substring(2)).append('\n');
            } else {
                rest.add(line);
            }
        }
        String key = plain(statement.toString());
        if (!rest.isEmpty() && rest.get(0).startsWith("! ")) {
            errors.put(key, rest.get(0).substring(2));
        } else if (!rest.isEmpty()) {
            answers.put(
                    key,
                    new Answer(cells(rest.get(0)).stream().map(String::valueOf).toList(), rows(rest)));
        }
    }

    private static List<List<@Nullable String>> rows(List<String> lines) {
        return lines.stream().skip(1).map(CockroachScript::cells).toList();
    }

    private static List<@Nullable String> cells(String line) {
        List<@Nullable String> cells = new ArrayList<>();
        for (String cell : Arrays.asList(line.split("\\|", -1))) {
            cells.add(cell.strip().equals("NULL") ? null : cell.strip());
        }
        return cells;
    }

    /** A statement with every run of blanks as one. */
    static String plain(String statement) {
        return statement.strip().replaceAll("\\s+", " ");
    }

    String version() {
        return version;
    }

    @Nullable
    Answer answer(String statement) {
        return answers.get(statement);
    }

    @Nullable
    String error(String statement) {
        return errors.get(statement);
    }
}
