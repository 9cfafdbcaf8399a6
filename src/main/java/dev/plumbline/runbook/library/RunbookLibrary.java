package dev.plumbline.runbook.library;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runbooks that can be chosen: those that Plumbline ships, and the {@code .md} files with a head of the folders that a person named. */
public final class RunbookLibrary {
    private static final String INDEX = "index.txt";

    private final List<Path> folders;

    public RunbookLibrary(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** {@code name} finds it again; {@code origin} is {@code shipped} or its folder. */
    public record Listed(String name, String title, String purpose, String origin, int faults) {}

    public List<Listed> list() {
        List<Listed> all = new ArrayList<>();
        for (String name : shippedNames()) {
            all.add(listed(name, shipped(name).orElseThrow(), "shipped"));
        }
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(".md"))
                        .sorted()
                        .filter(RunbookLibrary::hasHead)
                        .forEach(file -> all.add(listed(file.toString(), RunbookFiles.of(file), folder.toString())));
            } catch (IOException unreadable) {
                throw unreadable(folder, unreadable);
            }
        }
        return all;
    }

    /** @throws ProblemException RB-FILE where there is no such runbook */
    public RunbookFiles find(String nameOrPath) {
        return shipped(nameOrPath).orElseGet(() -> RunbookFiles.of(Path.of(nameOrPath)));
    }

    private static Listed listed(String name, RunbookFiles files, String origin) {
        return new Listed(
                name,
                files.runbook().title(),
                files.runbook().purpose(),
                origin,
                files.runbook().faults().size());
    }

    private static boolean hasHead(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(line -> line.strip().equals("---")).orElse(false);
        } catch (IOException | UncheckedIOException noText) {
            return false;
        }
    }

    private static List<String> shippedNames() {
        return resource(INDEX).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Optional<RunbookFiles> shipped(String name) {
        return shippedNames().contains(name)
                ? resource(name + ".md").map(text -> RunbookFiles.of(name + ".md", text, RunbookLibrary::resource))
                : Optional.empty();
    }

    private static Optional<String> resource(String name) {
        try (InputStream stream = RunbookLibrary.class.getResourceAsStream(name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ProblemException unreadable(Path folder, IOException failed) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "RB-FOLDER",
                        "Listing the runbooks of",
                        folder.toString(),
                        failed.getClass().getSimpleName() + ": " + failed.getMessage(),
                        "Name a folder that is there."),
                failed);
    }
}
