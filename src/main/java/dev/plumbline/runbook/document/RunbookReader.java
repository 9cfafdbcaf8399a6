package dev.plumbline.runbook.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a runbook: Markdown (CommonMark 0.31) that begins with a YAML head between lines of three dashes. What is wrong is a fault with its line; reading goes on behind it. A fence
 * {@code include} stands for the parts of another file, whose path is its body.
 */
public final class RunbookReader {
    private final Function<String, Optional<String>> files;
    private final List<Fault> faults = new ArrayList<>();
    private final StringBuilder all = new StringBuilder();

    /** @param files the text of an included file by its path, empty when there is none */
    public RunbookReader(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /** @param name what the runbook is called, and its file in messages */
    public Runbook read(String name, String text) {
        faults.clear();
        all.setLength(0);
        String plain = plain(text);
        Split split = Split.of(plain);
        Head head;
        if (split.head().isEmpty()) {
            faults.add(new Fault(
                    Place.line(name, 1),
                    "RB-HEAD",
                    "The file does not begin with a YAML head.",
                    "Begin it with --- on a line of its own, title: and for:, and another ---."));
            head = new Head("", "", List.of(), java.util.Set.of());
        } else {
            head = Head.read(split.head().get(), name, faults);
        }
        Deque<String> path = new ArrayDeque<>(List.of(name));
        List<Part> parts = new ArrayList<>(
                new PartReader(name, faults, this::include, path).read(split.body(), split.linesBefore()));
        all.append(plain);
        if (parts.stream().noneMatch(Part.Step.class::isInstance)) {
            faults.add(new Fault(
                    Place.line(name, 1),
                    "RB-EMPTY",
                    "The runbook has no typed block, so there is nothing to run.",
                    "Write one, such as a fence that begins with sql or check."));
        }
        BlockIds.check(parts, faults);
        List<Part> joined = BlockIds.joined(parts, faults);
        BlockIds.dependencies(joined, faults);
        return new Runbook(
                name,
                head.title().isBlank() ? name : head.title(),
                head.purpose(),
                head.inputs(),
                head.requires(),
                joined,
                faults,
                text,
                digest(all.toString()));
    }

    private List<Part> include(String included, Place from, Deque<String> path) {
        if (path.contains(included)) {
            faults.add(new Fault(
                    from,
                    "RB-CYCLE",
                    "The files include each other: " + String.join(" → ", path) + " → " + included + ".",
                    "Take one of the includes out."));
            return List.of();
        }
        Optional<String> text = files.apply(included);
        if (text.isEmpty()) {
            faults.add(new Fault(
                    from, "RB-INCLUDE", "There is no file \"" + included + "\".", "Write a path beside this file."));
            return List.of();
        }
        String plain = plain(text.get());
        Split split = Split.of(plain);
        path.addLast(included);
        List<Part> parts =
                new PartReader(included, faults, this::include, path).read(split.body(), split.linesBefore());
        path.removeLast();
        all.append(included).append('\n').append(plain);
        return parts;
    }

    /** Without a byte order mark, and with the line ends of this program. */
    private static String plain(String text) {
        return (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private record Split(Optional<String> head, String body, int linesBefore) {
        static Split of(String text) {
            List<String> lines = text.lines().toList();
            if (lines.isEmpty() || !lines.get(0).stripTrailing().equals("---")) {
                return new Split(Optional.empty(), text, 0);
            }
            for (int number = 1; number < lines.size(); number++) {
                if (lines.get(number).stripTrailing().equals("---")) {
                    return new Split(
                            Optional.of(String.join("\n", lines.subList(1, number))),
                            String.join("\n", lines.subList(number + 1, lines.size())),
                            number + 1);
                }
            }
            return new Split(Optional.empty(), text, 0);
        }
    }
}
