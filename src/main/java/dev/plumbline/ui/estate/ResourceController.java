package dev.plumbline.ui.estate;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.Facts;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.fx.ManagedDestination;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.text.Age;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A resource that has no screens of its own: what the list of its context says of it, which is read again for it. */
public final class ResourceController implements Screen {
    private static final String MIGRATION = "DatabaseMigration";

    private final Estate estate;
    private final StateDot dot = new StateDot();
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;
    private EstateResource resource;

    @FXML
    private HBox head;

    @FXML
    private ElidedLabel title;

    @FXML
    private Label age;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

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
        head.getChildren().add(0, dot);
        title.setText(resource.ref().name());
        showResource();
    }

    @Override
    public void activate() {
        shown.follow(
                estate.model().states(), all -> estate.model().find(context()).ifPresent(this::show));
        shown.follow(estate.model().readingOf(context()), progress::setJob);
        shown.watch(
                this::showResource, estate.checked().states(), estate.checked().reasons());
        Ticks.everySecond(shown, this::showAge);
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    @Override
    @FXML
    public void readAgain() {
        estate.model().readContext(context());
    }

    private String context() {
        return resource.ref().context();
    }

    /** What was known last stays where the list does not have it any more, and that is said. */
    private void show(ContextState now) {
        List<Node> above = new ArrayList<>();
        now.problem()
                .ifPresent(failed -> above.add(new ProblemPane(failed).offering(Texts.get("retry"), this::readAgain)));
        now.estate().ifPresent(read -> {
            Optional<EstateResource> listed = read.resources().stream()
                    .filter(each -> each.ref().equals(resource.ref()))
                    .findFirst();
            listed.ifPresentOrElse(
                    each -> {
                        resource = each;
                        showResource();
                    },
                    () -> above.add(gone()));
        });
        notices.getChildren().setAll(above);
        present(notices, !above.isEmpty());
        showAge();
    }

    private static Node gone() {
        Label words = new Label(Texts.get("resource.gone"));
        words.setWrapText(true);
        VBox card = new VBox(words);
        card.getStyleClass().addAll("card", "warning");
        return card;
    }

    private void showAge() {
        age.setText(estate.model()
                .find(context())
                .filter(now -> now.estate().isPresent())
                .map(now -> Texts.get(
                        "resource.age", Age.ago(now.readAt(), estate.clock().instant())))
                .orElse(""));
    }

    private void showResource() {
        dot.setState(StatusWord.known(resource, estate.checked()).dot());
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
