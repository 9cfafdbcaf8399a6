package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What happened in a run, what is heard of the step that runs, what the catalog lost and gained, whether the transcript can be believed, and the ways to take it away. */
public final class RunSide extends ScrollPane {
    private static final double EVIDENCE_LEAST = 120;
    private static final double CATALOG_LEAST = 200;
    private static final double CATALOG_USUAL = 300;

    private final VBox column = new VBox();
    private final VBox evidence = new VBox();
    private final VBox heard = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox catalog = new VBox();
    private final ScrollPane catalogScroll = new ScrollPane(named(catalog, "catalog", "catalog-lines"));
    private final VBox transcript = new VBox();
    private final MenuButton export = new MenuButton(Texts.get("runbook.export"));
    private final Button folder = new Button(Texts.get("runbook.folder"));
    private final VBox saved = new VBox();

    public RunSide() {
        column.getStyleClass().add("side");
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        VBox happened = new VBox(named(evidence, "evidence", "evidence"), named(heard, "heard", "heard"));
        happened.getStyleClass().addAll("evidence", "scrolled");
        catalog.getStyleClass().add("scrolled");
        scroll.setContent(happened);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(0);
        scroll.setAccessibleText(Texts.get("runbook.evidence"));
        scroll.viewportBoundsProperty().subscribe(bounds -> scroll.setVvalue(1));
        scroll.setMinHeight(EVIDENCE_LEAST);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        catalogScroll.setFitToWidth(true);
        catalogScroll.setMinWidth(0);
        catalogScroll.setMinHeight(CATALOG_LEAST);
        catalogScroll.setPrefHeight(CATALOG_USUAL);
        catalogScroll.setAccessibleText(Texts.get("runbook.catalog"));
        export.setId("export");
        export.getStyleClass().add("quiet");
        export.setMinWidth(Region.USE_PREF_SIZE);
        folder.setId("folder");
        folder.getStyleClass().add("quiet");
        folder.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(8, 4, export, folder);
        column.getChildren()
                .addAll(
                        heading("runbook.evidence"),
                        scroll,
                        catalogScroll,
                        heading("runbook.transcript"),
                        named(transcript, "transcript", "transcript"),
                        buttons,
                        named(saved, "saved", "saved"));
        Words.present(saved, false);
    }

    private static VBox named(VBox box, String id, String style) {
        box.setId(id);
        box.getStyleClass().add(style);
        return box;
    }

    private static Label heading(String key) {
        return Words.of(Texts.get(key), "heading");
    }

    void connect(RunViewModel model) {
        RunExports exports = model.exports();
        export.getItems()
                .setAll(
                        item("markdown", model, exports::markdown),
                        item("json", model, exports::json),
                        item("lines", model, exports::lines),
                        item("bundle", model, exports::bundle));
        folder.setOnAction(event -> {
            RunPage page = model.pageProperty().get();
            if (page != null) {
                exports.open(page.bundle().map(RunPage.Bundle::folder).orElse(page.folder()));
            }
        });
    }

    private static MenuItem item(String kind, RunViewModel model, Consumer<RunPage> doing) {
        MenuItem item = new MenuItem(Texts.get("runbook.export." + kind));
        item.setId("export-" + kind);
        item.setOnAction(event -> {
            RunPage page = model.pageProperty().get();
            if (page != null) {
                doing.accept(page);
            }
        });
        return item;
    }

    void show(RunPage page) {
        evidence.getChildren().setAll(EvidenceView.happened(page));
        List<Node> lines = EvidenceView.catalog(page);
        catalog.getChildren().setAll(lines);
        if (!lines.isEmpty()) {
            catalog.getChildren().add(0, StepView.section("runbook.catalog"));
        }
        Words.present(catalogScroll, !lines.isEmpty());
        boolean holds = page.broken().isEmpty();
        transcript
                .getChildren()
                .setAll(Words.of(
                        holds
                                ? "✓ "
                                        + Texts.get(
                                                "runbook.chain", page.entries().size())
                                : "▲ " + Texts.get("runbook.chain.broken", page.broken()),
                        holds ? "ok-text" : "danger-text"));
        export.getItems().stream()
                .filter(item -> "export-bundle".equals(item.getId()))
                .forEach(item -> item.setDisable(page.bundle().isPresent()));
        toTheEnd();
    }

    void showHeard(List<String> sentences) {
        heard.getChildren().setAll(EvidenceView.heard(sentences));
        Words.present(heard, !sentences.isEmpty());
        toTheEnd();
    }

    /** Where what was taken away went, or why it did not; also why a folder was not opened. */
    void showSaved(RunExports.@Nullable Saved file, @Nullable Problem failed, Consumer<Path> open) {
        saved.getChildren().clear();
        if (failed != null) {
            saved.getChildren().add(new ProblemPane(failed));
        } else if (file != null) {
            Label where = Words.of("✓ " + Texts.get("runbook.export.saved", file.path()), "ok-text");
            saved.getChildren().add(where);
            if (!file.head().isEmpty()) {
                saved.getChildren().add(Words.of(Texts.get("runbook.export.head", file.head()), "small", "muted"));
                Button look = new Button(Texts.get("runbook.export.open"));
                look.getStyleClass().add("quiet");
                look.setOnAction(event -> open.accept(file.path()));
                saved.getChildren().add(look);
            }
        }
        Words.present(saved, !saved.getChildren().isEmpty());
        if (saved.isManaged()) {
            end(this);
        }
    }

    /** The newest is below: it is what one looks for. */
    private void toTheEnd() {
        end(scroll);
    }

    private static void end(ScrollPane pane) {
        pane.applyCss();
        pane.layout();
        pane.setVvalue(1);
    }
}
