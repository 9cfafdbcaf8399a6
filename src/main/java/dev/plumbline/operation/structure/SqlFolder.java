package dev.plumbline.operation.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SQL files below a folder, sorted by their path, whatever the sub-folders are called. Links are not followed, and folders that begin with {@code _} or a dot are left out:
 * what was pulled into {@code _pulled} is not declared before somebody has looked at it and moved it.
 */
public record SqlFolder(List<SqlFile> files, List<String> notes) {
    private static final long LARGEST = 256L << 20;
    private static final int DEEPEST = 32;

    public SqlFolder {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** @throws ProblemException SQL-404 when it cannot be read, holds no SQL, is too large, or is no UTF-8 */
    public static SqlFolder of(Path path) {
        try {
            return Files.isDirectory(path) ? folder(path) : new SqlFolder(List.of(file(path, path)), List.of());
        } catch (CharacterCodingException otherwise) {
            throw unreadable(path, "a file in it is not written in UTF-8.", otherwise);
        } catch (IOException failure) {
            throw unreadable(path, Visible.text(String.valueOf(failure.getMessage())), failure);
        }
    }

    private static SqlFolder folder(Path root) throws IOException {
        List<Path> found;
        try (Stream<Path> inside = Files.walk(root, DEEPEST)) {
            found = inside.filter(path -> path.getFileName().toString().endsWith(".sql"))
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(path))
                    .sorted(Comparator.comparing(path -> root.relativize(path).toString()))
                    .toList();
        }
        List<SqlFile> files = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        long size = 0;
        for (Path path : found) {
            if (Files.isSymbolicLink(path) || isAside(root.relativize(path))) {
                leftOut.add(Visible.text(root.relativize(path).toString()));
                continue;
            }
            size += Files.size(path);
            if (size > LARGEST) {
                throw new IOException("it holds more than 256 MB of SQL.");
            }
            files.add(file(root, path));
        }
        if (files.isEmpty()) {
            throw new IOException("there is no .sql file in it.");
        }
        return new SqlFolder(
                files,
                leftOut.isEmpty()
                        ? List.of()
                        : List.of("Not read, being links or in folders that begin with _ or a dot: " + Told.few(leftOut)
                                + "."));
    }

    private static boolean isAside(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith("_") && !part.equals(relative.getFileName())
                    || part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static SqlFile file(Path root, Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException("it is larger than 256 MB.");
        }
        String name = root.equals(path)
                ? path.getFileName().toString()
                : root.relativize(path).toString();
        return new SqlFile(name, Files.readString(path));
    }

    private static ProblemException unreadable(Path path, String answer, IOException failure) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "SQL-404",
                        "Reading SQL from",
                        Visible.text(path.toString()),
                        answer,
                        "Give a .sql file, or a folder that holds some."),
                failure);
    }
}
