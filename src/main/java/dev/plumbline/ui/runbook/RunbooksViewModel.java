package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.library.RunbookWriting;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Navigator;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.nio.file.Path;
import java.util.List;

/** The library as it is reached from one place. */
public final class RunbooksViewModel {
    private final Destination from;
    private final RunbookActions actions;
    private final RunbookDesk desk;
    private final Navigator navigator;
    private final Reading<Library> reading;
    private final Reading<Path> copying;

    RunbooksViewModel(
            Destination from, RunbookActions actions, RunbookDesk desk, Navigator navigator, Activity activity) {
        this.from = from;
        this.actions = actions;
        this.desk = desk;
        this.navigator = navigator;
        this.reading = new Reading<>(activity);
        this.copying = new Reading<>(activity);
        copying.valueProperty().subscribe(copied -> {
            if (copied != null) {
                edit(copied.toString());
            }
        });
    }

    void readAgain() {
        List<Path> folders = desk.folders();
        reading.start(
                Texts.get("runbooks.doing"),
                (cancel, progress) -> Library.read(actions.runbooks().get(), folders));
    }

    void addFolder() {
        actions.chooseFolder().get().ifPresent(folder -> {
            desk.add(folder);
            readAgain();
        });
    }

    void forget(Path folder) {
        desk.forget(folder);
        readAgain();
    }

    /** A shipped one cannot be changed; its copy can. */
    void copy(String name) {
        actions.chooseFolder().get().ifPresent(folder -> {
            desk.add(folder);
            copying.clear();
            copying.start(Texts.get("runbooks.copying"), (cancel, progress) -> {
                Runbooks runbooks = actions.runbooks().get();
                RunbookFiles files = runbooks.library(List.of()).find(name);
                return RunbookWriting.copy(files, folder);
            });
        });
    }

    void begin(String name) {
        navigator.go(new Destination.BeginRun(from, name));
    }

    void edit(String name) {
        navigator.go(new Destination.RunbookEditor(from, name));
    }

    /** Shows a bundle, wherever it was made. */
    void openBundle() {
        actions.chooseFolder().get().ifPresent(folder -> navigator.go(new Destination.RunbookBundle(from, folder)));
    }

    void open(String run) {
        navigator.go(new Destination.RunbookRun(from, run));
    }

    Reading<Library> reading() {
        return reading;
    }

    Reading<Path> copying() {
        return copying;
    }
}
