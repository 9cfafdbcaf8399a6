package dev.plumbline.ui.migration;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.RememberedSplit;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The files of a directory, the statements of the one that is open with their locks and what is said against them, and what is known of the chosen one. */
public final class MigrationsController implements Screen {
    private static final int AT_ONCE = 3;
    private final MigrationsViewModel model;
    private final LayoutMemory memory;
    private final Subscriptions shown = new Subscriptions();
    private final LockTimeline timeline = new LockTimeline();
    private final Parent root;

    @FXML
    private ElidedLabel headline;

    @FXML
    private Label about;

    @FXML
    private ElidedLabel directory;

    @FXML
    private ProgressStrip progress;

    @FXML
    private MenuButton options;

    @FXML
    private Button again;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane parts;

    @FXML
    private ListView<FileState> files;

    @FXML
    private ElidedLabel file;

    @FXML
    private ElidedLabel mode;

    @FXML
    private ListView<CodeBlock> blocks;

    @FXML
    private VBox held;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox detail;

    @FXML
    private VBox instead;

    @FXML
    private ElidedLabel counts;

    @FXML
    private Button trace;

    @FXML
    private Button ask;

    @FXML
    private Button tryLive;

    @FXML
    private Button review;

    @FXML
    private Button undo;

    @FXML
    private ModalCard modal;

    public MigrationsController(MigrationsViewModel model, LayoutMemory memory) {
        this.model = model;
        this.memory = memory;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        held.getChildren().setAll(timeline);
        files.setCellFactory(list -> new FileCell(() -> model.judged().value()));
        files.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.openedProperty().set(chosen);
            }
        });
        blocks.setCellFactory(list -> new BlockCell(() -> model.judged().value(), model.openedProperty()::get));
        blocks.getSelectionModel().selectedItemProperty().subscribe(block -> {
            if (block != null) {
                model.selectedProperty().set(block.statement().orElse(null));
            }
        });
        RememberedSplit.install(parts, memory, "migrations.parts");
    }

    @Override
    public void activate() {
        shown.follow(model.judged().jobProperty(), progress::setJob);
        shown.watch(this::showPage, model.judged().valueProperty());
        shown.watch(this::showState, model.judged().phaseProperty(), model.toldProperty(), model.choiceProperty());
        shown.watch(this::showFile, model.openedProperty());
        shown.watch(this::showDetail, model.selectedProperty());
        shown.watch(
                this::showRewrite,
                model.rewrite().phaseProperty(),
                model.rewrite().valueProperty(),
                model.written().phaseProperty());
        model.readWhenOutdated();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showPage() {
        JudgedMigrations now = model.judged().value();
        if (now == null) {
            about.setText("");
            return;
        }
        about.setText(MigrationNotices.about(now));
        FileState open = model.openedProperty().get();
        files.getItems().setAll(now.reading().state().files());
        files.getSelectionModel().select(open);
        showFile();
    }

    private void showState() {
        JudgedMigrations now = model.judged().value();
        headline.setText(model.headline());
        directory.setText(model.choice()
                .map(choice -> Visible.text(choice.directory().toString()))
                .orElse(Texts.get("migrations.directory.none")));
        model.choice().ifPresent(choice -> options.getItems().setAll(OptionsMenu.of(choice, model::choose)));
        options.setDisable(model.choice().isEmpty());
        again.setDisable(model.choice().isEmpty());
        List<Node> above = notices(now);
        notices.getChildren().setAll(above);
        present(notices, !above.isEmpty());
        boolean any = now != null && !now.reading().state().files().isEmpty();
        present(parts, any);
        instead.getChildren().setAll(any ? List.of() : List.of(insteadOfParts(now)));
        present(instead, !any);
        counts.setText(now == null ? "" : MigrationNotices.counts(now));
        String refused = model.evidenceRefusal();
        trace.setDisable(!refused.isEmpty());
        ask.setDisable(!refused.isEmpty());
        tryLive.setDisable(!model.reviewRefusal().isEmpty());
        tryLive.setAccessibleHelp(Texts.get("migrations.tryLive.help"));
        review.setDisable(!model.reviewRefusal().isEmpty());
        review.setAccessibleHelp(model.reviewRefusal());
        review.setText(Texts.get(model.isHalfway() ? "migrations.resume" : "migrations.review"));
    }

    private List<Node> notices(@Nullable JudgedMigrations now) {
        List<Node> above = new ArrayList<>();
        Problem failed = model.judged().problemProperty().get();
        if (failed != null) {
            above.add(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain));
        }
        if (!model.toldProperty().get().isEmpty()) {
            above.add(StatementDetail.words("✓ " + model.toldProperty().get(), "notice"));
        }
        if (now != null) {
            MigrationNotices.sum(now.reading().directory()).ifPresent(problem -> above.add(new ProblemPane(problem)));
            now.reading()
                    .halfway()
                    .forEach(file -> above.add(StatementDetail.words(
                            Texts.get("migrations.halfway.words", Visible.text(file.name())), "notice")));
            now.reading()
                    .state()
                    .in(FileState.State.HALF_UNDONE)
                    .forEach(file -> above.add(StatementDetail.words(
                            Texts.get("migrations.halfUndone.words", Visible.text(file.name())), "notice")));
            now.notes().forEach(note -> above.add(StatementDetail.words(note, "notice")));
        }
        return above.size() > AT_ONCE ? List.of(scrolled(above)) : above;
    }

    /** What is below stays in sight however much there is to say. */
    private static Node scrolled(List<Node> above) {
        VBox all = new VBox();
        all.getStyleClass().add("notices");
        all.getChildren().setAll(above);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(140);
        scroll.setPrefHeight(140);
        return scroll;
    }

    private Node insteadOfParts(@Nullable JudgedMigrations now) {
        if (model.choice().isEmpty()) {
            return EmptyState.of(Texts.get("migrations.empty"), Texts.get("migrations.empty.words"))
                    .offering(Texts.get("migrations.choose"), model::chooseDirectory);
        }
        if (now != null) {
            return EmptyState.of(Texts.get("migrations.noFiles"), Texts.get("migrations.noFiles.words"))
                    .offering(Texts.get("migrations.choose"), model::chooseDirectory);
        }
        Reading.Phase phase = model.judged().phase();
        if (phase == Reading.Phase.STOPPED) {
            return EmptyState.of(Texts.get("migrations.stopped"), Texts.get("migrations.empty.words"))
                    .offering(Texts.get("readAgain"), model::readAgain);
        }
        return phase.isRunning()
                ? EmptyState.of(Texts.get("migrations.reading"), Texts.get("migrations.empty.words"))
                : EmptyState.of(Texts.get("migrations.unreadable"), Texts.get("migrations.empty.words"))
                        .offering(Texts.get("migrations.choose"), model::chooseDirectory);
    }

    private void showFile() {
        JudgedMigrations now = model.judged().value();
        FileState open = model.openedProperty().get();
        if (now == null || open == null) {
            blocks.getItems().clear();
            return;
        }
        Optional<FileText> text = now.reading().directory().files().stream()
                .filter(each -> open.file().filter(each.file()::equals).isPresent())
                .findFirst();
        file.setText(Visible.text(open.name()) + " · " + MigrationNotices.state(open, now.reading()));
        mode.setText(text.map(each -> mode(each, now.reading().choice().mode())).orElse(""));
        present(undo, model.isLastRun(open));
        blocks.setPlaceholder(StatementDetail.words(
                Texts.get(text.isPresent() ? "migrations.file.empty" : "migrations.file.gone"), "muted"));
        var chosen = model.selectedProperty().get();
        List<CodeBlock> pieces = text.map(
                        each -> CodeBlock.of(each, now.reading().lines().getOrDefault(open.name(), List.of())))
                .orElse(List.of());
        blocks.getItems().setAll(pieces);
        CodeBlock same = pieces.stream()
                .filter(piece ->
                        piece.statement().filter(each -> each.equals(chosen)).isPresent())
                .findFirst()
                .or(() -> pieces.stream()
                        .filter(piece -> piece.statement().isPresent())
                        .findFirst())
                .orElse(null);
        blocks.getSelectionModel().select(same);
        model.selectedProperty().set(same == null ? null : same.statement().orElse(null));
        present(held, text.filter(each -> !each.statements().isEmpty()).isPresent());
        text.ifPresent(each -> timeline.show(each, now));
        showDetail();
    }

    private static String mode(FileText text, TransactionMode usual) {
        boolean parts = text.mode(usual) == TransactionMode.FILE
                && text.statements().stream().anyMatch(each -> text.isAlone(each, usual));
        return Texts.get(
                "migrations.mode." + (parts ? "PARTS" : text.mode(usual).name()));
    }

    private void showDetail() {
        JudgedMigrations now = model.judged().value();
        var statement = model.selectedProperty().get();
        detail.getChildren()
                .setAll(
                        now == null || statement == null
                                ? List.of(StatementDetail.words(Texts.get("migrations.choose.statement"), "muted"))
                                : new StatementDetail(now, model::look).of(statement));
        scroll.setVvalue(0);
    }

    private void showRewrite() {
        MigrationsViewModel.LookedAt looked = model.rewrite().value();
        Problem unread = model.rewrite().problemProperty().get();
        if (looked == null) {
            modal.hide();
            if (unread != null) {
                notices.getChildren().add(0, new ProblemPane(unread));
                present(notices, true);
            }
            return;
        }
        RewriteView view = new RewriteView(
                model,
                looked,
                Optional.ofNullable(model.written().problemProperty().get()));
        modal.show(view, view.first(), model::lookAway);
    }

    @FXML
    private void drag(DragEvent event) {
        if (event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1) {
            event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
        }
        event.consume();
    }

    @FXML
    private void drop(DragEvent event) {
        Optional<Path> folder = event.getDragboard().getFiles().stream()
                .filter(Objects::nonNull)
                .map(File::toPath)
                .filter(Files::isDirectory)
                .findFirst();
        folder.ifPresent(model::open);
        event.setDropCompleted(folder.isPresent());
        event.consume();
    }

    @FXML
    private void chooseDirectory() {
        model.chooseDirectory();
    }

    @FXML
    private void trace() {
        model.trace();
    }

    @FXML
    private void ask() {
        model.ask();
    }

    @FXML
    private void tryLive() {
        model.tryLive();
    }

    @FXML
    private void review() {
        model.review();
    }

    @FXML
    private void undo() {
        model.undo();
    }

    @Override
    public List<ScreenAction> actions() {
        List<ScreenAction> all = new ArrayList<>();
        all.add(new ScreenAction(Texts.get("migrations.choose"), "", model::chooseDirectory));
        if (model.evidenceRefusal().isEmpty()) {
            all.add(new ScreenAction(Texts.get("migrations.trace"), "", model::trace));
            all.add(new ScreenAction(Texts.get("migrations.ask"), "", model::ask));
        }
        if (model.reviewRefusal().isEmpty()) {
            all.add(new ScreenAction(Texts.get("migrations.tryLive"), "", model::tryLive));
            all.add(new ScreenAction(review.getText(), "", model::review));
        }
        if (undo.isVisible()) {
            all.add(new ScreenAction(undo.getText(), "", model::undo));
        }
        return all;
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public boolean dismiss() {
        return modal.dismiss();
    }

    @Override
    public ObservableValue<String> connection() {
        return model.connectionProperty();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return model.headline();
    }
}
