package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.Evidence;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.Rewrite;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All that is known of the chosen statement: its locks and whom they keep out, and each finding with its explanation, what to do instead, and the way to a rewrite. */
final class StatementDetail {
    private final JudgedMigrations judged;
    private final BiConsumer<MigrationStatement, Rewrite> look;

    StatementDetail(JudgedMigrations judged, BiConsumer<MigrationStatement, Rewrite> look) {
        this.judged = judged;
        this.look = look;
    }

    List<Node> of(MigrationStatement statement) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(words(
                Texts.get("migrations.statement", statement.number(), Visible.text(statement.place())), "heading"));
        StatementLocks locks = StatementLocks.of(statement, judged);
        nodes.add(titled(Texts.get("migrations.locks"), LockChip.evidence(locks), locks.isTraced()));
        nodes.addAll(locks(locks));
        List<FindingLines.Told> traced = FindingLines.of(statement, judged).stream()
                .filter(told -> told.evidence() == Evidence.TRACED)
                .toList();
        if (!traced.isEmpty()) {
            nodes.add(titled(Texts.get("migrations.did"), Texts.get("migrations.traced"), true));
            traced.forEach(
                    told -> nodes.add(words(told.sign() + "  " + told.text(), BlockCell.toneStyle(told.tone()))));
        }
        List<LintFinding> findings = FindingLines.findings(statement, judged);
        nodes.add(words(
                Texts.get(findings.isEmpty() ? "migrations.found.none" : "migrations.found"),
                findings.isEmpty() ? "muted" : "heading"));
        findings.forEach(finding -> nodes.add(card(finding)));
        FindingLines.suppressed(statement, judged).forEach(finding -> nodes.add(quiet(finding)));
        return nodes;
    }

    private static List<Node> locks(StatementLocks locks) {
        if (locks.locks().isEmpty()) {
            return List.of(words(
                    Texts.get(
                            locks.known() ? "migrations.lock.none" : "migrations.lock.unknown",
                            LockChip.evidence(locks)),
                    "muted"));
        }
        return locks.locks().stream().map(lock -> lock(lock, locks)).toList();
    }

    private static Node lock(StatementLocks.Taken lock, StatementLocks locks) {
        LockChip chip = new LockChip(new StatementLocks(locks.isTraced(), true, locks.isHeld(), List.of(lock)));
        VBox about = new VBox(
                new MonoText(lock.table()),
                words(lock.mode().words() + ": " + LockChip.keepsOut(lock.mode()), "small"));
        if (locks.isHeld()) {
            about.getChildren().add(words(Texts.get("migrations.lock.held"), "muted"));
        }
        about.setMinWidth(0);
        HBox line = new HBox(chip, about);
        line.getStyleClass().add("lock");
        return line;
    }

    private Node card(LintFinding finding) {
        VBox card = new VBox();
        card.getStyleClass().addAll("card", "finding");
        Label title = words(
                FindingLines.sign(finding.severity()) + "  " + finding.code() + "  "
                        + finding.code().title(),
                "heading");
        title.getStyleClass().add(BlockCell.toneStyle(FindingLines.tone(finding.severity())));
        HBox marks = new HBox(
                new Badge(finding.evidence().word(), Tone.ACCENT),
                new Badge(finding.severity().word(), FindingLines.tone(finding.severity())));
        marks.getStyleClass().add("line");
        card.getChildren().addAll(title, marks, words(finding.found().message(), "plain"));
        if (!finding.found().advice().isEmpty()) {
            card.getChildren().add(words(finding.found().advice(), "muted"));
        }
        finding.found().rewrites().forEach(rewrite -> {
            Button show = new Button(Texts.get("migrations.rewrite.show"));
            show.getStyleClass().add("rewrite");
            show.setAccessibleText(Texts.get(
                    "migrations.rewrite.show.spoken",
                    finding.statement().place(),
                    finding.code().name()));
            show.setOnAction(event -> look.accept(finding.statement(), rewrite));
            card.getChildren().add(show);
        });
        return card;
    }

    private Node quiet(LintFinding finding) {
        VBox card = new VBox(
                words("⊘  " + finding.code() + "  " + finding.code().title(), "muted"),
                words(Texts.get("migrations.quiet", FindingLines.quietBy(finding, judged)), "small"),
                words(finding.found().message(), "muted"));
        card.getStyleClass().addAll("card", "finding");
        return card;
    }

    private static Node titled(String title, String evidence, boolean stronger) {
        HBox line = new HBox(words(title, "heading"), new Badge(evidence, stronger ? Tone.ACCENT : Tone.NEUTRAL));
        line.getStyleClass().add("line");
        return line;
    }

    static Label words(String text, String style) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
