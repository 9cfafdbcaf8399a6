package dev.plumbline.ui.migration;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.RewriteFiles;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A statement and what to write instead of it, side by side, and the two ways to take it; each says which files it writes, or why it cannot. */
final class RewriteView extends VBox {
    private static final double LINE = 17;
    private static final double AROUND = 40;
    private static final double MOST = 340;
    private final Button close = new Button(Texts.get("migrations.rewrite.close"));

    RewriteView(RewriteViewModel model, RewriteViewModel.LookedAt looked, Optional<Problem> failed) {
        getStyleClass().add("rewrite-view");
        setMaxSize(960, Region.USE_PREF_SIZE);
        setPrefWidth(960);
        getChildren()
                .add(StatementDetail.words(
                        Texts.get("migrations.rewrite.title", looked.statement().place()), "title"));
        HBox sides = new HBox(
                side(
                        Texts.get("migrations.rewrite.original"),
                        List.of(code(looked.statement().text() + ";"))),
                side(Texts.get("migrations.rewrite.instead"), instead(looked)));
        sides.getStyleClass().add("rewrite-sides");
        ScrollPane scroll = new ScrollPane(sides);
        scroll.setFitToWidth(true);
        double high = Math.min(MOST, AROUND + LINE * lines(looked));
        scroll.setPrefHeight(high);
        scroll.setMinHeight(high);
        getChildren().add(scroll);
        if (!looked.rewrite().note().isEmpty()) {
            getChildren().add(StatementDetail.words(looked.rewrite().note(), "notice"));
        }
        failed.ifPresent(problem -> getChildren().add(new ProblemPane(problem)));
        String refusal = model.writeRefusal(looked.statement());
        getChildren()
                .addAll(
                        way("inPlace", looked.ways().inPlace(), refusal),
                        way("asFiles", looked.ways().asFiles(), refusal));
        getChildren().add(actions(model, looked, refusal));
    }

    /** Of the longer side, with what stands around each text. */
    private static long lines(RewriteViewModel.LookedAt looked) {
        long instead = looked.rewrite().files().stream()
                .mapToLong(file -> file.text().lines().count() + 3)
                .sum();
        return Math.max(instead, looked.statement().text().lines().count() + 2);
    }

    private HBox actions(RewriteViewModel model, RewriteViewModel.LookedAt looked, String refusal) {
        close.setId("closeRewrite");
        close.setOnAction(event -> model.lookAway());
        Button copy = new Button(Texts.get("copy"));
        copy.setOnAction(event -> MonoText.copy(
                looked.rewrite().files().stream().map(file -> file.text()).collect(Collectors.joining("\n"))));
        HBox actions = new HBox(
                close,
                copy,
                taking(
                        "replaceInFile",
                        "migrations.rewrite.inPlace",
                        looked.ways().inPlace(),
                        refusal,
                        () -> model.write(true)),
                taking(
                        "saveAsFiles",
                        "migrations.rewrite.asFiles",
                        looked.ways().asFiles(),
                        refusal,
                        () -> model.write(false)));
        actions.getStyleClass().add("actions");
        return actions;
    }

    private static Button taking(String id, String key, RewriteFiles.Proposal proposal, String refusal, Runnable take) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setDisable(!refusal.isEmpty() || !proposal.isPossible());
        button.setOnAction(event -> take.run());
        return button;
    }

    private static Node way(String key, RewriteFiles.Proposal proposal, String refusal) {
        String why = refusal.isEmpty() ? proposal.refusal() : refusal;
        String files = proposal.files().stream()
                .map(file ->
                        Visible.text(file.name()) + (file.isNew() ? " " + Texts.get("migrations.rewrite.new") : ""))
                .collect(Collectors.joining(", "));
        String name = Texts.get("migrations.rewrite." + key);
        return StatementDetail.words(
                why.isEmpty()
                        ? Texts.get("migrations.rewrite.writes", name, files)
                        : Texts.get("migrations.rewrite.cannot", name, why),
                why.isEmpty() ? "plain" : "muted");
    }

    /** Each file that it takes; the second of two stands in a transaction of its own. */
    private static List<Node> instead(RewriteViewModel.LookedAt looked) {
        List<Node> nodes = new ArrayList<>();
        int number = 1;
        int all = looked.rewrite().files().size();
        for (var file : looked.rewrite().files()) {
            Label head = StatementDetail.words(
                    Texts.get(
                            file.inTransaction() ? "migrations.rewrite.file" : "migrations.rewrite.file.alone",
                            number++,
                            all),
                    "muted");
            nodes.add(head);
            nodes.add(code(file.text()));
        }
        return nodes;
    }

    private static VBox side(String title, List<Node> content) {
        VBox side = new VBox(StatementDetail.words(title, "heading"));
        side.getChildren().addAll(content);
        side.getStyleClass().add("rewrite-side");
        side.setPrefWidth(10);
        side.setMinWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private static Node code(String text) {
        VBox lines = new VBox();
        lines.getStyleClass().add("rewrite-code");
        text.stripTrailing().lines().forEach(line -> {
            MonoText shown = new MonoText(line.replace("\t", "    "));
            shown.setWrapText(true);
            shown.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(shown);
        });
        return lines;
    }

    /** The answer that changes nothing. */
    Node first() {
        return close;
    }
}
