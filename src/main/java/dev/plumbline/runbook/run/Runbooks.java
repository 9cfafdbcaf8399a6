package dev.plumbline.runbook.run;

import dev.plumbline.runbook.library.RunbookLibrary;
import dev.plumbline.runbook.step.RunbookTools;
import java.nio.file.Path;
import java.util.List;

/** Everything that can be asked of runbooks, made once by the composition root. */
public record Runbooks(RunFolders runs, RunbookTools tools) {
    /** The shipped runbooks and those of these folders. */
    public RunbookLibrary library(List<Path> folders) {
        return new RunbookLibrary(folders);
    }
}
