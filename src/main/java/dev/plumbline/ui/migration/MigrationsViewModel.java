package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.Undo;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The migrations of one database: the directory and the evidence that was gathered, the file that is open, the statement that is chosen, and a rewrite that is looked at. */
public final class MigrationsViewModel {
    private final String name;
    private final MigrationDesk desk;
    private final MigrationActions actions;
    private final Supplier<Instant> changedAt;
    private final Runnable review;
    private final Runnable tryLive;
    private final Reading<JudgedMigrations> judged;
    private final RewriteViewModel rewrite;
    private final ObjectProperty<@Nullable FileState> opened = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable MigrationStatement> selected = new SimpleObjectProperty<>();
    private final StringProperty connection = new SimpleStringProperty("");
    private final StringProperty told = new SimpleStringProperty("");

    /** {@code changedAt} tells when a run from here last changed the database; {@code review} goes to the plan, {@code tryLive} to the one that is rolled back. */
    public MigrationsViewModel(
            String name,
            MigrationDesk desk,
            MigrationActions actions,
            Supplier<Instant> changedAt,
            Runnable review,
            Runnable tryLive,
            Activity activity) {
        this.name = Visible.text(name);
        this.desk = desk;
        this.actions = actions;
        this.changedAt = changedAt;
        this.review = review;
        this.tryLive = tryLive;
        this.judged = new Reading<>(activity);
        this.rewrite = new RewriteViewModel(actions, judged, this::wrote, activity);
        judged.valueProperty().subscribe(() -> openAgain(judged.value()));
    }

    void chooseDirectory() {
        actions.folder().get().ifPresent(this::open);
    }

    void open(Path directory) {
        judged.clear();
        opened.set(null);
        desk.open(directory);
        readAgain();
    }

    /** Other options: what was judged with the earlier ones is judged anew. */
    void choose(MigrationChoice other) {
        if (!desk.choice().filter(other::equals).isPresent()) {
            desk.choose(other);
            readAgain();
        }
    }

    /** Reads what was never read, or may have been changed by a run since. */
    void readWhenOutdated() {
        JudgedMigrations now = judged.value();
        boolean changed = now != null && changedAt.get().isAfter(now.reading().at());
        if (desk.choice().isPresent()
                && (judged.phase() == Reading.Phase.EMPTY
                        || changed && !judged.phase().isRunning())) {
            readAgain();
        }
    }

    public void readAgain() {
        told.set("");
        rewrite.forgetFailure();
        read();
    }

    private void read() {
        desk.choice()
                .ifPresent(choice -> judged.start(
                        Texts.get("migrations.job.read", name), actions.read().apply(choice)));
    }

    void trace() {
        JudgedMigrations now = judged.value();
        if (now != null && evidenceRefusal().isEmpty()) {
            judged.start(
                    Texts.get("migrations.job.trace", name), actions.trace().apply(now));
        }
    }

    void ask() {
        JudgedMigrations now = judged.value();
        if (now != null && evidenceRefusal().isEmpty()) {
            judged.start(Texts.get("migrations.job.ask", name), actions.ask().apply(now));
        }
    }

    /** Why there is nothing to gather evidence on; empty when there is. */
    String evidenceRefusal() {
        JudgedMigrations now = judged.value();
        if (now == null || judged.phase().isRunning()) {
            return Texts.get("migrations.unread");
        }
        return now.reading().toRun() == 0 ? Texts.get("migrations.nothing") : "";
    }

    void review() {
        if (reviewRefusal().isEmpty()) {
            desk.choice().ifPresent(choice -> desk.choose(choice.undoing(Optional.empty())));
            review.run();
        }
    }

    void tryLive() {
        if (reviewRefusal().isEmpty()) {
            tryLive.run();
        }
    }

    /** Why no plan can be made; empty when one can, even if it may turn out to be refused. */
    String reviewRefusal() {
        JudgedMigrations now = judged.value();
        if (now == null) {
            return Texts.get("migrations.unread");
        }
        if (MigrationNotices.sum(now.reading().directory()).isPresent()) {
            return Texts.get("migrations.review.sum");
        }
        return evidenceRefusal().equals(Texts.get("migrations.nothing")) ? Texts.get("migrations.nothing") : "";
    }

    /** Whether a file is the one that an undo begins with. */
    boolean isLastRun(FileState file) {
        JudgedMigrations now = judged.value();
        return now != null && now.reading().lastRun().filter(file::equals).isPresent();
    }

    /** Goes to the plan that takes back the last migration; why it cannot be taken back is told there. */
    void undo() {
        desk.choice().ifPresent(choice -> {
            desk.choose(choice.undoing(Optional.of(Undo.LAST)));
            review.run();
        });
    }

    boolean isHalfway() {
        JudgedMigrations now = judged.value();
        return now != null && !now.reading().halfway().isEmpty();
    }

    /** The directory is read again, and what was written to it is told meanwhile. */
    private void wrote(String words) {
        told.set(words);
        read();
    }

    /** After another reading: the same file where it is still there, else the first that is to run, else the last. */
    private void openAgain(@Nullable JudgedMigrations now) {
        if (now == null) {
            return;
        }
        connection.set(Visible.text(now.reading().database()));
        FileState before = opened.get();
        MigrationStatement chosen = selected.get();
        List<FileState> files = now.reading().state().files();
        Optional<FileState> same = files.stream()
                .filter(file -> before != null && file.name().equals(before.name()))
                .findFirst();
        Optional<FileState> first =
                files.stream().filter(MigrationNotices::isToRun).findFirst();
        Optional<FileState> last = files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
        opened.set(same.or(() -> first).or(() -> last).orElse(null));
        boolean isThere = chosen != null && now.reading().locks().containsKey(chosen);
        selected.set(isThere ? chosen : null);
    }

    public String headline() {
        JudgedMigrations now = judged.value();
        return now == null ? Texts.get("migrations.headline", name) : MigrationNotices.headline(now.reading(), name);
    }

    Optional<MigrationChoice> choice() {
        return desk.choice();
    }

    ObjectProperty<Optional<MigrationChoice>> choiceProperty() {
        return desk.choiceProperty();
    }

    public Reading<JudgedMigrations> judged() {
        return judged;
    }

    /** What to write instead of a statement. */
    RewriteViewModel rewrite() {
        return rewrite;
    }

    ObjectProperty<@Nullable FileState> openedProperty() {
        return opened;
    }

    ObjectProperty<@Nullable MigrationStatement> selectedProperty() {
        return selected;
    }

    /** Where and how this is connected; empty until it was read. */
    StringProperty connectionProperty() {
        return connection;
    }

    /** What was done last from here, in words; empty for nothing. */
    StringProperty toldProperty() {
        return told;
    }
}
