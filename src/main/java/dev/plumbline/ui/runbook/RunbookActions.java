package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.run.Runbooks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the screens of runbooks can set going. {@code runbooks} is asked in the background only: making them takes a while. {@code chooseFile} asks where a file of a suggested name goes, {@code chooseFolder} for a folder
 * that is there, {@code openFolder} shows one in the system's own file manager, asked in the background; a {@link dev.plumbline.model.ProblemException} where that failed.
 */
public record RunbookActions(
        Supplier<Runbooks> runbooks,
        Supplier<Optional<Path>> chooseFolder,
        Function<String, Optional<Path>> chooseFile,
        Consumer<Path> openFolder) {}
