package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.Facts;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.fx.ManagedDestination;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A resource that has no screens of its own: what the list said of it. */
public final class ResourceController implements Screen {
    private static final String MIGRATION = "DatabaseMigration";

    private final EstateResource resource;
    private final Estate estate;
    private final Parent root;

    @FXML
    private HBox head;

    @FXML
    private ElidedLabel title;

    @FXML
    private GridPane facts;

    @FXML
    private VBox chains;

    public ResourceController(EstateResource resource, Estate estate) {
        this.resource = resource;
        this.estate = estate;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        StatusWord word = StatusWord.known(resource, estate.checked());
        head.getChildren().add(0, new StateDot(word.dot()));
        title.setText(resource.ref().name());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(Texts.get("resource.kind"), resource.kind());
        lines.put(Texts.get("resource.system"), resource.system());
        lines.put(Texts.get("resource.namespace"), resource.ref().namespace());
        lines.put(Texts.get("resource.phase"), resource.phase());
        lines.put(Texts.get("resource.message"), resource.message());
        lines.put(Texts.get("resource.detail"), resource.detail());
        lines.put(Texts.get("resource.look"), command());
        Facts.show(facts, lines);
        boolean isLink = resource.kind().equals(MIGRATION);
        chains.setManaged(isLink);
        chains.setVisible(isLink);
        if (isLink) {
            chains();
        }
    }

    /** Which chain a migration is in is told by the versions that its ManagedDatabase wants and has; only one of the same namespace can have it. */
    private void chains() {
        List<ResourceRef> databases = estate.model().managed().stream()
                .filter(each -> each.context().equals(resource.ref().context())
                        && each.namespace().equals(resource.ref().namespace()))
                .toList();
        Label head = new Label(Texts.get(databases.isEmpty() ? "resource.chains.none" : "resource.chains"));
        head.setWrapText(true);
        head.getStyleClass().add("muted");
        chains.getChildren().setAll(head);
        for (ResourceRef database : databases) {
            Hyperlink link = new Hyperlink(database.name());
            link.setId("chain-" + database.name());
            link.setOnAction(event -> estate.navigator().go(new ManagedDestination.Managed(database)));
            chains.getChildren().add(link);
        }
    }

    private String command() {
        String namespace = resource.ref().namespace().isEmpty()
                ? ""
                : " -n " + resource.ref().namespace();
        return "kubectl --context " + resource.ref().context() + namespace + " get "
                + resource.ref().plural() + "." + resource.ref().group() + " "
                + resource.ref().name() + " -o yaml";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return resource.kind() + " " + resource.ref().name();
    }
}
