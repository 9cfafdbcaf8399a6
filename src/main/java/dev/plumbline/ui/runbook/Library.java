package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.library.RunbookLibrary.Listed;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.Runbooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runbooks that can be chosen and the runs that there were. A folder that cannot be read is a problem of its own and hides no other. */
record Library(
        List<Listed> shipped, Map<Path, List<Listed>> own, Map<Path, Problem> unread, List<RunFolders.Listed> runs) {
    static Library read(Runbooks runbooks, List<Path> folders) {
        List<Listed> shipped = runbooks.library(List.of()).list();
        Map<Path, List<Listed>> own = new LinkedHashMap<>();
        Map<Path, Problem> unread = new LinkedHashMap<>();
        for (Path folder : folders) {
            try {
                List<Listed> all = runbooks.library(List.of(folder)).list();
                own.put(folder, List.copyOf(all.subList(shipped.size(), all.size())));
            } catch (ProblemException unreadable) {
                unread.put(folder, unreadable.problem());
            }
        }
        return new Library(shipped, own, unread, runbooks.runs().list());
    }

    List<Listed> all() {
        List<Listed> all = new ArrayList<>(shipped);
        own.values().forEach(all::addAll);
        return all;
    }
}
