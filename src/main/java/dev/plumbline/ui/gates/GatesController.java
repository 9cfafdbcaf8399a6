package dev.plumbline.ui.gates;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.GatesReport;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.Age;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What holds a DBUpgrade up, computed now, beside what its operator says of it; a bake time runs down by the second without asking the cluster. */
public final class GatesController implements Screen {
    private final GatesViewModel model;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;

    @FXML
    private StateDot dot;

    @FXML
    private Label headline;

    @FXML
    private ElidedLabel about;

    @FXML
    private ProgressStrip progress;

    @FXML
    private ComboBox<ReadEvery> every;

    @FXML
    private VBox notices;

    @FXML
    private VBox bake;

    @FXML
    private ProgressBar baked;

    @FXML
    private Label countdown;

    @FXML
    private SplitPane parts;

    @FXML
    private VBox main;

    @FXML
    private VBox side;

    @FXML
    private VBox instead;

    public GatesController(GatesViewModel model) {
        this.model = model;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        every.getItems().setAll(ReadEvery.values());
        every.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ReadEvery choice) {
                return choice == null ? "" : choice.shown();
            }

            @Override
            public ReadEvery fromString(String text) {
                return ReadEvery.ASKED;
            }
        });
        every.valueProperty().bindBidirectional(model.everyProperty());
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(this::showReport, model.reading().valueProperty());
        shown.watch(this::showState, model.reading().phaseProperty());
        Ticks.everySecond(shown, this::tick);
        model.readOnce();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void tick() {
        showTimes();
        model.tick();
    }

    private void showReport() {
        GatesReport report = model.reading().value();
        if (report != null) {
            main.getChildren().setAll(GatesMain.of(report));
            side.getChildren().setAll(GatesSide.of(report));
        }
        dot.setState(DotState.of(model.phase()));
        headline.setText(model.headline());
        showTimes();
    }

    private void showState() {
        Problem failed = model.reading().problemProperty().get();
        notices.getChildren()
                .setAll(
                        failed == null
                                ? List.of()
                                : List.of(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain)));
        present(notices, failed != null);
        boolean there = model.reading().value() != null;
        parts.setVisible(there);
        boolean old = there && model.reading().phase() != Reading.Phase.READY;
        parts.getStyleClass().remove("stale");
        if (old && failed != null) {
            parts.getStyleClass().add("stale");
        }
        instead.getChildren().setAll(there ? List.of() : instead());
        headline.setText(model.headline());
    }

    private List<Node> instead() {
        if (model.reading().phase() == Reading.Phase.STOPPED) {
            return List.of(EmptyState.of(Texts.get("gates.stopped"), Texts.get("gates.words"))
                    .offering(Texts.get("readAgain"), model::readAgain));
        }
        return model.reading().phase().isRunning()
                ? List.of(EmptyState.of(Texts.get("gates.reading"), Texts.get("gates.words")))
                : List.of();
    }

    private void showTimes() {
        GatesReport report = model.reading().value();
        Instant now = model.now();
        about.setText(
                report == null
                        ? ""
                        : Texts.get(
                                "gates.about",
                                Visible.text(report.upgrade().image()),
                                Visible.text(report.upgrade().dir()),
                                Age.ago(report.facts().now(), now)));
        Optional<Baking> baking = report == null ? Optional.empty() : Baking.of(report);
        present(bake, baking.isPresent());
        baking.ifPresent(time -> {
            baked.setProgress(time.part(now));
            countdown.setText(
                    time.isOver(now)
                            ? Texts.get("gates.bake.over")
                            : Texts.get(
                                    "gates.bake",
                                    Baking.words(time.remaining(now)),
                                    Baking.words(Duration.ofSeconds(time.total())),
                                    time.end().truncatedTo(ChronoUnit.SECONDS).toString()));
        });
    }

    @FXML
    private void compose() {
        model.compose();
    }

    @Override
    public List<ScreenAction> actions() {
        return List.of(new ScreenAction(Texts.get("gates.new"), "", model::compose));
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return model.headline();
    }
}
