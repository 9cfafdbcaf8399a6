package dev.plumbline.ui.migration;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The file that is open: its statements with what is said against them, and what they lock. */
public final class MigrationFileController {
    private final MigrationsViewModel model;
    private final LockTimeline timeline = new LockTimeline();
    private final Parent root;

    @FXML
    private ElidedLabel file;

    @FXML
    private ElidedLabel mode;

    @FXML
    private ListView<CodeBlock> blocks;

    @FXML
    private VBox held;

    @FXML
    private Button undo;

    public MigrationFileController(MigrationsViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        held.getChildren().setAll(timeline);
        blocks.setCellFactory(list -> new BlockCell(() -> model.judged().value(), model.openedProperty()::get));
        blocks.getSelectionModel().selectedItemProperty().subscribe(block -> {
            if (block != null) {
                model.selectedProperty().set(block.statement().orElse(null));
            }
        });
    }

    /** The statement that was chosen stays chosen where it is still there, else the first one is. */
    void show() {
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
        MigrationStatement chosen = model.selectedProperty().get();
        List<CodeBlock> pieces = text.map(
                        each -> CodeBlock.of(each, now.reading().lines().getOrDefault(open.name(), List.of())))
                .orElse(List.of());
        blocks.getItems().setAll(pieces);
        CodeBlock same = toChoose(pieces, chosen);
        blocks.getSelectionModel().select(same);
        model.selectedProperty().set(same == null ? null : same.statement().orElse(null));
        present(held, text.filter(each -> !each.statements().isEmpty()).isPresent());
        text.ifPresent(each -> timeline.show(each, now));
    }

    private static @Nullable CodeBlock toChoose(List<CodeBlock> pieces, @Nullable MigrationStatement chosen) {
        return pieces.stream()
                .filter(piece ->
                        piece.statement().filter(each -> each.equals(chosen)).isPresent())
                .findFirst()
                .or(() -> pieces.stream()
                        .filter(piece -> piece.statement().isPresent())
                        .findFirst())
                .orElse(null);
    }

    private static String mode(FileText text, TransactionMode usual) {
        boolean parts = text.mode(usual) == TransactionMode.FILE
                && text.statements().stream().anyMatch(each -> text.isAlone(each, usual));
        return Texts.get(
                "migrations.mode." + (parts ? "PARTS" : text.mode(usual).name()));
    }

    List<ScreenAction> actions() {
        return undo.isVisible() ? List.of(new ScreenAction(undo.getText(), "", model::undo)) : List.of();
    }

    @FXML
    private void undo() {
        model.undo();
    }

    Parent root() {
        return root;
    }
}
