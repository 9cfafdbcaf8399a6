package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A piece of the file: its lines with their numbers, the lock chip beside them, and below what is said of the statement. */
final class BlockCell extends ListCell<CodeBlock> {
    private static final int LINES = 40;
    private static final int SAID = 6;
    private final Supplier<@Nullable JudgedMigrations> judged;
    private final Supplier<@Nullable FileState> opened;

    BlockCell(Supplier<@Nullable JudgedMigrations> judged, Supplier<@Nullable FileState> opened) {
        this.judged = judged;
        this.opened = opened;
        getStyleClass().add("block-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CodeBlock block, boolean empty) {
        super.updateItem(block, empty);
        JudgedMigrations now = judged.get();
        if (empty || block == null || now == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        VBox words = new VBox();
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        block.lines().stream().limit(LINES).forEach(line -> words.getChildren().add(line(line)));
        if (block.lines().size() > LINES) {
            words.getChildren()
                    .add(muted(Texts.get("migrations.code.more", block.lines().size() - LINES)));
        }
        StackPane chip = new StackPane();
        chip.getStyleClass().add("chip-place");
        block.statement().ifPresent(statement -> fill(words, chip, statement, now));
        HBox row = new HBox(words, chip);
        row.getStyleClass().add("block");
        setAccessibleText(spoken(block, now));
        setGraphic(row);
    }

    private void fill(VBox words, StackPane chip, MigrationStatement statement, JudgedMigrations now) {
        chip.getChildren().setAll(new LockChip(StatementLocks.of(statement, now)));
        FileState file = opened.get();
        if (file != null && FindingLines.isRun(file, statement)) {
            words.getChildren().add(muted("✓ " + Texts.get("migrations.statement.ran")));
        }
        List<FindingLines.Told> told = FindingLines.of(statement, now);
        told.stream().limit(SAID).forEach(line -> words.getChildren().add(said(line)));
        if (told.size() > SAID) {
            words.getChildren()
                    .add(muted(
                            Texts.get("migrations.said.more", CountWords.of(told.size() - SAID, "thing", "things"))));
        }
    }

    private static Node line(CodeBlock.Line line) {
        Label number = new Label(Integer.toString(line.number()));
        number.getStyleClass().addAll("line-number", "muted", "fine");
        ElidedLabel text = new ElidedLabel(Visible.text(line.text().replace("\t", "    ")));
        text.setTextOverrun(OverrunStyle.ELLIPSIS);
        text.getStyleClass().add("mono");
        if (line.isComment() || line.text().stripLeading().startsWith("--")) {
            text.getStyleClass().add("muted");
        }
        HBox row = new HBox(number, text);
        row.getStyleClass().add("code-line");
        return row;
    }

    private static Node said(FindingLines.Told told) {
        Label sign = new Label(told.sign());
        sign.getStyleClass().addAll("said-sign", toneStyle(told.tone()));
        sign.setMinWidth(14);
        sign.setPrefWidth(14);
        Label text = new Label(told.text());
        text.setWrapText(true);
        text.setMinWidth(0);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().addAll("small", toneStyle(told.tone()));
        HBox.setHgrow(text, Priority.ALWAYS);
        Badge evidence = new Badge(told.evidence().word(), Tone.NEUTRAL);
        evidence.setMinWidth(62);
        HBox line = new HBox(sign, evidence, text);
        line.getStyleClass().add("said");
        return line;
    }

    static String toneStyle(Tone tone) {
        return switch (tone) {
            case DANGER -> "danger-text";
            case WARNING -> "warning-text";
            case OK -> "ok-text";
            case NEUTRAL, ACCENT -> "muted";
        };
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small", "below-code");
        return label;
    }

    private static String spoken(CodeBlock block, JudgedMigrations now) {
        return block.statement()
                .map(statement -> Texts.get(
                        "migrations.block.spoken",
                        Integer.toString(statement.line()),
                        Visible.text(statement.text().lines().findFirst().orElse("")),
                        LockChip.words(StatementLocks.of(statement, now)),
                        FindingLines.of(statement, now).stream()
                                .map(told -> told.evidence().word() + ": " + told.text())
                                .collect(Collectors.joining("; "))))
                .orElse("");
    }

    /** As high as its words need at this width; the skin would ask for them unwrapped. */
    @Override
    protected double computePrefHeight(double width) {
        Node drawn = getGraphic();
        if (drawn == null) {
            return super.computePrefHeight(width);
        }
        double inside = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(drawn.prefHeight(inside)) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
