package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.Found;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.roles.EdgeChanges.Edge;
import dev.plumbline.ui.roles.EdgeChanges.Offer;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The part of the inspector that stages changes to memberships: of the chosen role, or between the two chosen ones. */
final class MembershipStaging {
    private static final int AT_MOST = 60;
    private final AccessGraph graph;
    private final AccessSnapshot snapshot;
    private final Stager stager;

    MembershipStaging(AccessGraph graph, Stager stager) {
        this.graph = graph;
        this.snapshot = graph.snapshot();
        this.stager = stager;
    }

    /** Nothing for a node that is no single role of the catalog. */
    Optional<Node> of(String id) {
        return EdgeChanges.role(graph, id).map(role -> {
            VBox part = part();
            List<Edge> edges = EdgeChanges.around(graph, id);
            edges.stream().limit(AT_MOST).forEach(edge -> part.getChildren().add(line(edge)));
            if (edges.size() > AT_MOST) {
                part.getChildren().add(muted(Texts.get("why.andMore", edges.size() - AT_MOST)));
            }
            part.getChildren().add(joining(role));
            return part;
        });
    }

    /** The memberships on the ways between two roles, and where there is no direct one, making one. */
    Optional<Node> between(String first, String second, Found found) {
        Name one = EdgeChanges.role(graph, first).orElse(null);
        Name other = EdgeChanges.role(graph, second).orElse(null);
        if (one == null || other == null) {
            return Optional.empty();
        }
        VBox part = part();
        found.paths().stream()
                .flatMap(path -> path.links().stream())
                .filter(link -> !link.implicit())
                .map(EdgeChanges::of)
                .distinct()
                .limit(AT_MOST)
                .forEach(edge -> part.getChildren().add(line(edge)));
        join(part, one, other);
        join(part, other, one);
        return Optional.of(part);
    }

    private void join(VBox part, Name member, Name role) {
        if (EdgeChanges.joinable(snapshot, graph.roles(), member).contains(role)) {
            Offer offer = EdgeChanges.join(snapshot, role, member);
            StageButton stage =
                    new StageButton(stager, snapshot, List.of(offer.change()), offer.words()).labelled(offer.words());
            stage.getStyleClass().remove("quiet");
            stage.setMnemonicParsing(false);
            stage.setWrapText(true);
            stage.setMinSize(0, Region.USE_PREF_SIZE);
            part.getChildren().add(stage);
        }
    }

    private Node line(Edge edge) {
        Label words = new Label(edge.shown());
        words.setWrapText(true);
        words.setMinSize(0, Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        MenuButton menu = new MenuButton(Texts.get(edge.link() == null ? "roles.stage.missing" : "roles.stage.change"));
        menu.getStyleClass().addAll("quiet", "stage-edge");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(Texts.get("roles.stage.spoken", edge.shown()));
        EdgeChanges.offers(snapshot, edge).forEach(offer -> menu.getItems().add(item(offer)));
        menu.showingProperty().subscribe(showing -> menu.getItems().forEach(MembershipStaging::mark));
        HBox line = new HBox(words, menu);
        line.getStyleClass().add("stage-line");
        return line;
    }

    private MenuItem item(Offer offer) {
        MenuItem item = new MenuItem(Visible.text(offer.words()));
        item.setMnemonicParsing(false);
        Runnable marking = () ->
                item.setText((isStaged(offer) ? Texts.get("stage.done") + "  " : "") + Visible.text(offer.words()));
        item.setUserData(marking);
        item.setOnAction(event -> {
            if (isStaged(offer)) {
                stager.staging().unstage(snapshot, List.of(offer.change()));
            } else {
                stager.stage(snapshot, List.of(offer.change()));
            }
        });
        return item;
    }

    private boolean isStaged(Offer offer) {
        return stager.staging().has(snapshot, List.of(offer.change()));
    }

    private static void mark(MenuItem item) {
        if (item.getUserData() instanceof Runnable marking) {
            marking.run();
        }
    }

    private Node joining(Name member) {
        ComboBox<Name> roles = new ComboBox<>();
        roles.setId("joinRole");
        roles.getItems().setAll(EdgeChanges.joinable(snapshot, graph.roles(), member));
        roles.setPromptText(Texts.get("roles.stage.choose"));
        roles.setAccessibleText(Texts.get("roles.stage.choose.spoken", member.shown()));
        roles.setCellFactory(view -> new RoleCell());
        roles.setButtonCell(new RoleCell(Texts.get("roles.stage.choose")));
        roles.setMaxWidth(Double.MAX_VALUE);
        roles.setMinWidth(0);
        Button stage = button(Texts.get("stage"));
        stage.setId("stageJoin");
        stage.disableProperty().bind(roles.valueProperty().isNull());
        stage.setOnAction(event -> {
            Name role = roles.getValue();
            if (role != null) {
                stager.stage(
                        snapshot,
                        List.of(EdgeChanges.join(snapshot, role, member).change()));
                roles.setValue(null);
            }
        });
        VBox lines = new VBox(roles, stage);
        lines.getStyleClass().add("stage-memberships");
        return lines;
    }

    private static VBox part() {
        Label heading = new Label(Texts.get("roles.stage.heading"));
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        VBox part = new VBox(heading);
        part.setId("stageMemberships");
        part.getStyleClass().addAll("section", "stage-memberships");
        return part;
    }

    private static Button button(String words) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static final class RoleCell extends ListCell<Name> {
        private final String blank;

        private RoleCell() {
            this("");
        }

        private RoleCell(String blank) {
            this.blank = blank;
        }

        @Override
        protected void updateItem(@Nullable Name role, boolean empty) {
            super.updateItem(role, empty);
            setText(empty || role == null ? blank : role.shown());
        }
    }
}
