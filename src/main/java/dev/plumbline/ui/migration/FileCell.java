package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.SumCheck;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A file of the directory: a sign and words for where it stands, and how much is found against it. */
final class FileCell extends ListCell<FileState> {
    private final Supplier<@Nullable JudgedMigrations> judged;
    private final Label sign = new Label();
    private final ElidedLabel name = new ElidedLabel();
    private final ElidedLabel state = new ElidedLabel();
    private final Badge found = new Badge();
    private final HBox row;

    FileCell(Supplier<@Nullable JudgedMigrations> judged) {
        this.judged = judged;
        name.getStyleClass().add("mono");
        state.getStyleClass().addAll("muted", "fine");
        VBox words = new VBox(name, state);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(sign, words, found);
        row.getStyleClass().add("file-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FileState file, boolean empty) {
        super.updateItem(file, empty);
        JudgedMigrations now = judged.get();
        if (empty || file == null || now == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        sign.setText(sign(file.state()));
        sign.getStyleClass()
                .setAll("label", "sign", "state-" + file.state().name().toLowerCase(Locale.ROOT));
        String where = MigrationNotices.state(file, now.reading());
        boolean other = now.reading().directory().check() instanceof SumCheck.Differs differs
                && differs.file().equals(file.name());
        name.setText(Visible.text(file.name()));
        state.setText((other ? Texts.get("migrations.sum.here") + " · " : "") + where);
        List<LintFinding> all = now.lint().findings().stream()
                .filter(finding -> MigrationNotices.isToRun(file)
                        && file.file()
                                .filter(finding.statement().file()::equals)
                                .isPresent())
                .toList();
        long errors = count(all, Severity.ERROR);
        long warnings = count(all, Severity.WARNING);
        found.setText(errors > 0 ? "✕ " + errors : "▲ " + warnings);
        found.setTone(errors > 0 ? Tone.DANGER : Tone.WARNING);
        found.setVisible(errors + warnings > 0);
        found.setManaged(found.isVisible());
        String spoken = Visible.text(file.name()) + ", " + state.getText()
                + (found.isVisible()
                        ? ", " + CountWords.of(errors, "error", "errors") + ", "
                                + CountWords.of(warnings, "warning", "warnings")
                        : "");
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken.replace(", ", "\n")));
        setGraphic(row);
    }

    private static long count(List<LintFinding> all, Severity severity) {
        return all.stream().filter(finding -> finding.severity() == severity).count();
    }

    private static String sign(FileState.State state) {
        return switch (state) {
            case APPLIED -> "✓";
            case PENDING -> "○";
            case PARTIAL, HALF_UNDONE -> "◐";
            case EDITED -> "≠";
            case UNSURE -> "?";
            case OUT_OF_ORDER -> "↕";
            case MISSING -> "✕";
            case COVERED -> "–";
        };
    }
}
