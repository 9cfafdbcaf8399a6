package dev.plumbline.ui.rotation;

import dev.plumbline.drift.chain.MigrationChain;
import dev.plumbline.drift.chain.MigrationChain.Link;
import dev.plumbline.drift.chain.MigrationChain.Standing;
import dev.plumbline.model.Visible;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The chain drawn as a path: what was applied, where the database is, what comes, what is missing or turns back. A link is a button that shows its migration. */
final class ChainPath extends VBox {
    private static final int APPLIED_AT_ONCE = 6;
    private final RotationPlan plan;
    private final Consumer<String> chosen;
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane path = new FlowPane();
    private boolean whole;

    ChainPath(RotationPlan plan, String selected, Consumer<String> chosen) {
        this.plan = plan;
        this.chosen = chosen;
        getStyleClass().add("chain");
        path.getStyleClass().add("chain-path");
        path.setMinWidth(0);
        getChildren().add(path);
        draw(selected);
        MigrationChain chain = plan.chain();
        chain.problem().ifPresent(problem -> getChildren().add(Words.of("✕ " + problem, "danger-text")));
        chain.notes().forEach(note -> getChildren().add(Words.of("▲ " + note, "warning-text")));
        branches().forEach(branch -> getChildren().add(branch));
    }

    private void draw(String selected) {
        path.getChildren().clear();
        group.getToggles().clear();
        List<Link> links = plan.chain().links();
        int folded = whole ? 0 : folded(links);
        if (!isOnPath(plan.current())) {
            path.getChildren().add(stranger());
        }
        if (links.isEmpty()) {
            path.getChildren().add(Words.of(Texts.get("rotation.chain.empty"), "muted"));
        }
        if (folded > 0) {
            Hyperlink more = new Hyperlink(Texts.get("rotation.chain.folded", folded));
            more.setOnAction(event -> {
                whole = true;
                draw(selected);
            });
            path.getChildren().addAll(more, arrow("→"));
        }
        for (int index = folded; index < links.size(); index++) {
            boolean last = index == links.size() - 1;
            HBox piece = new HBox(link(links.get(index), selected));
            piece.getStyleClass().add("chain-piece");
            if (!last) {
                piece.getChildren().add(arrow("→"));
            } else if (turnsBack()) {
                piece.getChildren()
                        .add(arrow("↺ "
                                + Texts.get(
                                        "rotation.chain.back",
                                        Visible.text(links.get(0).version()))));
            }
            path.getChildren().add(piece);
        }
    }

    private static int folded(List<Link> links) {
        int applied = (int) links.stream()
                .takeWhile(link -> link.standing() == Standing.DONE)
                .count();
        return applied > APPLIED_AT_ONCE ? applied - APPLIED_AT_ONCE + 1 : 0;
    }

    private boolean isOnPath(String version) {
        return version.isEmpty()
                || plan.chain().links().stream().anyMatch(link -> link.version().equals(version));
    }

    /** The first version of a chain that goes in a circle comes after its last one. */
    private boolean turnsBack() {
        List<Link> links = plan.chain().links();
        return plan.facts()
                .migration(links.get(0).version())
                .filter(first -> isOnPath(first.previous()) && !first.previous().isEmpty())
                .isPresent();
    }

    private Node link(Link link, String selected) {
        Label version = new Label(Visible.text(link.version()));
        version.getStyleClass().add("mono");
        version.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        version.setEllipsisString("…");
        version.setMaxWidth(220);
        Label state = new Label(sign(link.standing()) + " " + words(link));
        state.getStyleClass().addAll("small", "chain-state");
        VBox words = new VBox(version, state);
        ToggleButton button = new ToggleButton();
        button.setGraphic(words);
        button.setToggleGroup(group);
        button.setUserData(link.version());
        button.setSelected(link.version().equals(selected));
        button.setAccessibleText(Visible.text(link.version()) + ", " + words(link));
        button.setTooltip(new Tooltip(Visible.text(link.version())));
        button.getStyleClass().addAll("chain-link", link.standing().name().toLowerCase(Locale.ROOT));
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.accept(link.version());
        });
        return button;
    }

    static String sign(Standing standing) {
        return switch (standing) {
            case DONE -> "○";
            case CURRENT -> "●";
            case PENDING -> "△";
            case MISSING -> "✕";
        };
    }

    private String words(Link link) {
        List<String> said = new ArrayList<>();
        boolean next = plan.chain()
                .next()
                .filter(migration -> migration.version().equals(link.version()))
                .isPresent();
        said.add(Texts.get(
                next
                        ? "rotation.link.next"
                        : link.standing() == Standing.CURRENT && !RotationViewModel.isVersionRead(plan)
                                ? "rotation.link.byStatus"
                                : "rotation.link." + link.standing()));
        if (link.desired()) {
            said.add(Texts.get("rotation.link.desired"));
        }
        return String.join(", ", said);
    }

    /** Where the database is, when that is no part of the way to the desired version. */
    private Node stranger() {
        Label label =
                Words.of("● " + Texts.get("rotation.chain.stranger", Visible.text(plan.current())), "warning-text");
        label.getStyleClass().add("chain-stranger");
        return label;
    }

    private static Label arrow(String text) {
        Label arrow = new Label(text);
        arrow.getStyleClass().addAll("muted", "chain-arrow");
        return arrow;
    }

    /** Migrations that follow a version of the path and are not on it themselves. */
    private List<Node> branches() {
        List<Node> lines = new ArrayList<>();
        for (DatabaseMigration migration : plan.facts().migrations()) {
            if (!migration.previous().isEmpty() && isOnPath(migration.previous()) && !isOnPath(migration.version())) {
                HBox line = new HBox(
                        arrow("↳"),
                        link(new Link(migration.version(), Standing.PENDING, false), ""),
                        Words.of(Texts.get("rotation.chain.branch", migration.previous()), "muted", "chain-words"));
                line.getStyleClass().add("chain-piece");
                ((ToggleButton) line.getChildren().get(1)).getStyleClass().add("aside");
                lines.add(line);
            }
        }
        return lines;
    }
}
