package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.Rewrite;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.operation.migration.RewriteFiles;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to write instead of a statement: looked at beside it, and written into the directory. */
final class RewriteViewModel {
    private static final Set<FileState.State> WRITABLE =
            EnumSet.of(FileState.State.PENDING, FileState.State.OUT_OF_ORDER);
    private final MigrationActions actions;
    private final Reading<JudgedMigrations> judged;
    private final Consumer<String> told;
    private final Reading<LookedAt> looked;
    private final Reading<List<String>> written;

    /** {@code told} hears in words of what was written. */
    RewriteViewModel(
            MigrationActions actions, Reading<JudgedMigrations> judged, Consumer<String> told, Activity activity) {
        this.actions = actions;
        this.judged = judged;
        this.told = told;
        this.looked = new Reading<>(activity);
        this.written = new Reading<>(activity);
        written.valueProperty().subscribe(() -> wrote(written.value()));
    }

    /** A rewrite of a statement and what taking it would write. */
    record LookedAt(MigrationStatement statement, Rewrite rewrite, RewriteFiles.Ways ways) {}

    /** Shows what to write instead of a statement. */
    void look(MigrationStatement statement, Rewrite instead) {
        JudgedMigrations now = judged.value();
        if (now != null) {
            looked.clear();
            looked.start(
                    Texts.get("migrations.job.rewrite", statement.place()),
                    (cancel, progress) -> new LookedAt(
                            statement,
                            instead,
                            actions.rewriting()
                                    .of(now.reading().choice().directory(), statement, instead)
                                    .run(cancel, progress)));
        }
    }

    void lookAway() {
        looked.clear();
        written.clear();
    }

    /** A rewrite that could not be shown is told until the directory is read again. */
    void forgetFailure() {
        if (looked.problemProperty().get() != null) {
            looked.clear();
        }
    }

    /** Why nothing may be written into the file; empty when it may. */
    String writeRefusal(MigrationStatement statement) {
        JudgedMigrations now = judged.value();
        boolean pending = now != null
                && now.reading()
                        .state(statement.file())
                        .filter(state -> WRITABLE.contains(state.state()))
                        .isPresent();
        return pending ? "" : Texts.get("migrations.rewrite.applied");
    }

    /** Writes what is looked at. */
    void write(boolean inPlace) {
        LookedAt now = looked.value();
        JudgedMigrations known = judged.value();
        if (now != null && known != null && !written.phase().isRunning()) {
            written.start(
                    Texts.get("migrations.job.write", now.statement().place()),
                    actions.writing()
                            .of(
                                    known.reading().choice(),
                                    now.statement(),
                                    now.rewrite(),
                                    inPlace ? now.ways().inPlace() : now.ways().asFiles(),
                                    inPlace));
        }
    }

    private void wrote(@Nullable List<String> names) {
        if (names != null) {
            looked.clear();
            told.accept(Texts.get("migrations.wrote", Visible.text(String.join(", ", names))));
        }
    }

    Reading<LookedAt> looked() {
        return looked;
    }

    Reading<List<String>> written() {
        return written;
    }
}
