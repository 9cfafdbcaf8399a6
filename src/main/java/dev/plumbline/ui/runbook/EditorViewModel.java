package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.library.RunbookWriting;
import dev.plumbline.runbook.lint.RunbookFinding;
import dev.plumbline.runbook.lint.RunbookLint;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The text of one runbook, read once, judged as it is written, and saved when asked. */
public final class EditorViewModel {
    private final String name;
    private final boolean isOwn;
    private final RunbookActions actions;
    private final Reading<RunbookFiles> reading;
    private final Reading<List<RunbookFinding>> judging;
    private final Reading<String> saving;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty onDisk = new SimpleStringProperty("");
    private String judged = "";

    EditorViewModel(String name, RunbookActions actions, Activity activity) {
        this.name = name;
        this.actions = actions;
        this.isOwn = name.endsWith(".md");
        this.reading = new Reading<>(activity);
        this.judging = new Reading<>(activity);
        this.saving = new Reading<>(activity);
        reading.valueProperty().subscribe(files -> {
            if (files != null) {
                onDisk.set(files.runbook().text());
                judged = files.runbook().text();
                text.set(files.runbook().text());
                judge();
            }
        });
        saving.valueProperty().subscribe(saved -> {
            if (saved != null) {
                onDisk.set(saved);
            }
        });
    }

    void readOnce() {
        if (reading.phase() == Reading.Phase.EMPTY) {
            readAgain();
        }
    }

    /** Nothing that was written and not saved is lost by reading again. */
    void readAgain() {
        if (!isChanged()) {
            reading.start(
                    Texts.get("editor.doing"),
                    (cancel, progress) ->
                            actions.runbooks().get().library(List.of()).find(name));
        }
    }

    void judge() {
        String now = text.get();
        RunbookFiles read = reading.value();
        if (read == null) {
            return;
        }
        judged = now;
        judging.start(
                Texts.get("editor.judging"),
                (cancel, progress) ->
                        new RunbookLint().lint((isOwn ? RunbookFiles.of(Path.of(name), now) : read).runbook()));
    }

    void save() {
        if (canSave()) {
            String before = onDisk.get();
            String now = text.get();
            saving.start(Texts.get("editor.saving"), (cancel, progress) -> {
                RunbookWriting.save(Path.of(name), before, now);
                return now;
            });
        }
    }

    boolean canSave() {
        return isOwn && isChanged() && !saving.phase().isRunning();
    }

    boolean isChanged() {
        return !text.get().equals(onDisk.get());
    }

    /** Whether what is told was told of another text. */
    boolean isUnjudged() {
        return !text.get().equals(judged);
    }

    boolean isOwn() {
        return isOwn;
    }

    String name() {
        return name;
    }

    StringProperty textProperty() {
        return text;
    }

    StringProperty onDiskProperty() {
        return onDisk;
    }

    Reading<RunbookFiles> reading() {
        return reading;
    }

    Reading<List<RunbookFinding>> judging() {
        return judging;
    }

    Reading<String> saving() {
        return saving;
    }
}
