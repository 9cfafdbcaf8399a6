package dev.plumbline.ui.activity;

import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Navigator;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What runs, each with its progress and a way to stop it, and the problems met lately. */
public final class DrawerController {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private final Activity activity;
    private final Navigator navigator;
    private final boolean hasJournal;
    private final Parent root;

    @FXML
    private VBox jobs;

    @FXML
    private VBox met;

    @FXML
    private Button clear;

    @FXML
    private Button journal;

    public DrawerController(Activity activity, Navigator navigator, boolean hasJournal) {
        this.activity = activity;
        this.navigator = navigator;
        this.hasJournal = hasJournal;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        journal.setVisible(hasJournal);
        activity.running().addListener((ListChangeListener<RunningJob>) change -> showJobs());
        activity.met().addListener((ListChangeListener<Activity.Met>) change -> showMet());
        showJobs();
        showMet();
    }

    private void showJobs() {
        show(jobs, activity.running(), DrawerController::line, "activity.nothing");
    }

    private void showMet() {
        show(met, activity.met(), DrawerController::pane, "activity.noProblem");
        clear.setDisable(activity.met().isEmpty());
    }

    private static <T> void show(VBox into, List<T> all, Function<T, Node> draw, String whenNone) {
        if (all.isEmpty()) {
            Label none = new Label(Texts.get(whenNone));
            none.getStyleClass().add("muted");
            into.getChildren().setAll(none);
        } else {
            into.getChildren().setAll(all.stream().map(draw).toList());
        }
    }

    private static Node line(RunningJob job) {
        ProgressStrip strip = new ProgressStrip();
        strip.setJob(job);
        return strip;
    }

    private static Node pane(Activity.Met problem) {
        Label at = new Label(time(problem.at()));
        at.getStyleClass().addAll("muted", "fine");
        return new VBox(4, at, new ProblemPane(problem.problem()));
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    @FXML
    private void clear() {
        activity.forgetProblems();
    }

    @FXML
    private void journal() {
        navigator.go(new Destination.Journal());
    }

    public Parent root() {
        return root;
    }
}
