package dev.plumbline.runbook.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code checksums.txt} of a folder: SHA-256 of every other file of it, as {@code sha256sum} writes and checks them. */
final class Checksums {
    static final String FILE = "checksums.txt";

    private Checksums() {}

    static void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Path> file : files(folder).entrySet()) {
            text.append(of(file.getValue())).append("  ").append(file.getKey()).append('\n');
        }
        Files.writeString(folder.resolve(FILE), text);
    }

    /** What does not fit, a sentence for each file; empty where all do. */
    static List<String> wrong(Path folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Path> there = files(folder);
        for (String line : Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            int gap = line.indexOf("  ");
            if (gap != 64) {
                wrong.add(FILE + ": \"" + line + "\" is no line of it.");
                continue;
            }
            String name = line.substring(gap + 2);
            Path file = there.remove(name);
            if (file == null) {
                wrong.add(name + ": it is missing.");
            } else if (!of(file).equals(line.substring(0, gap))) {
                wrong.add(name + ": it is not what was written, its SHA-256 differs.");
            }
        }
        there.keySet().forEach(name -> wrong.add(name + ": it was not there when the bundle was made."));
        return wrong;
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(FILE)) {
                    files.put(name, file);
                }
            });
        }
        return files;
    }

    static String of(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
