package dev.plumbline.ui.runbook;

import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What the screens of runbooks share: the folders that a person named, which are remembered, and the runs that are open in this window. Used on the window's thread only. */
public final class RunbookDesk {
    private static final String FOLDERS = "runbooks.folders";
    private final LayoutMemory memory;
    private final Activity activity;
    private final Map<String, OpenRun> open = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> closing = new HashMap<>();

    public RunbookDesk(LayoutMemory memory, Activity activity) {
        this.memory = memory;
        this.activity = activity;
    }

    List<Path> folders() {
        return memory.get(FOLDERS).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .flatMap(line -> path(line).stream())
                .toList();
    }

    /** A path of another system may be none here. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    void add(Path folder) {
        List<Path> all = new ArrayList<>(folders());
        if (!all.contains(folder)) {
            all.add(folder);
            keep(all);
        }
    }

    void forget(Path folder) {
        keep(folders().stream().filter(each -> !each.equals(folder)).toList());
    }

    private void keep(List<Path> all) {
        memory.put(FOLDERS, all.stream().map(Path::toString).collect(Collectors.joining("\n")));
    }

    void opened(OpenRun run) {
        open.put(run.id(), run);
    }

    Optional<OpenRun> open(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Gives the run back, so that another console may go on with it. In the background: sessions of databases and forwarded ports are closed with it. Stopped before that began, it is open as before. */
    void close(String id) {
        OpenRun run = open.remove(id);
        if (run == null) {
            return;
        }
        CompletableFuture<Void> closed = new CompletableFuture<>();
        closing.put(id, closed);
        activity.slot()
                .start(
                        Texts.get("runbook.doing.close"),
                        (cancel, progress) -> {
                            try {
                                run.close();
                            } finally {
                                closed.complete(null);
                            }
                            return id;
                        },
                        outcome -> {
                            closing.remove(id, closed);
                            if (!closed.isDone()) {
                                open.putIfAbsent(id, run);
                                closed.complete(null);
                            }
                        });
    }

    /** To be waited for in the background before a run is taken up again that was closed here a moment ago. */
    CompletableFuture<Void> closed(String id) {
        return closing.getOrDefault(id, CompletableFuture.completedFuture(null));
    }
}
