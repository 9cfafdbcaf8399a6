package dev.plumbline.ui.activity;

import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** One line at the window's foot: the oldest job that runs, how many more, and whether something went wrong. */
public final class StripController {
    private final Activity activity;
    private final Parent root;

    @FXML
    private ToggleButton open;

    @FXML
    private ProgressStrip progress;

    @FXML
    private Label more;

    @FXML
    private Button problems;

    public StripController(Activity activity) {
        this.activity = activity;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        activity.running().addListener((ListChangeListener<RunningJob>) change -> showRunning());
        activity.met().addListener((ListChangeListener<Activity.Met>) change -> showMet());
        open.textProperty()
                .bind(Bindings.when(open.selectedProperty())
                        .then(Texts.get("activity.open"))
                        .otherwise(Texts.get("activity")));
        showRunning();
        showMet();
    }

    private void showRunning() {
        List<RunningJob> running = activity.running();
        progress.setJob(running.isEmpty() ? null : running.get(0));
        more.setText(running.size() < 2 ? "" : Texts.get("activity.more", running.size() - 1));
    }

    private void showMet() {
        int count = activity.met().size();
        problems.setVisible(count > 0);
        problems.setText(Texts.get("activity.problems", count));
    }

    @FXML
    private void open() {
        open.setSelected(true);
    }

    /** Whether the drawer is to be seen. */
    public BooleanProperty opened() {
        return open.selectedProperty();
    }

    public Parent root() {
        return root;
    }
}
