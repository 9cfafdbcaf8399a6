package dev.plumbline.ui.settings;

import dev.plumbline.job.Outcome;
import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is chosen once. */
public final class SettingsController implements Screen {
    private final SettingsActions actions;
    private final ActivitySlot slot;
    private final ObjectProperty<Theme> theme;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Parent root;

    @FXML
    private RadioButton light;

    @FXML
    private RadioButton dark;

    @FXML
    private VBox approved;

    @FXML
    private StackPane problem;

    @FXML
    private MonoText folder;

    public SettingsController(SettingsActions actions, Activity activity, ObjectProperty<Theme> theme) {
        this.actions = actions;
        this.slot = activity.slot();
        this.theme = theme;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        light.setOnAction(event -> theme.set(Theme.LIGHT));
        dark.setOnAction(event -> theme.set(Theme.DARK));
        folder.setRaw(actions.folder());
    }

    @Override
    public void activate() {
        subscriptions.follow(theme, now -> (now == Theme.LIGHT ? light : dark).setSelected(true));
        readAgain();
    }

    @Override
    public void deactivate() {
        subscriptions.close();
    }

    @Override
    public void readAgain() {
        String title = Texts.get("job.approved");
        slot.start(title, actions.approved(), outcome -> {
            outcome.ifDone(this::show);
            showProblem(outcome, title);
        });
    }

    private void withdraw(ExecCommand command) {
        String title = Texts.get("job.withdraw");
        slot.start(title, actions.withdraw().apply(command), outcome -> {
            showProblem(outcome, title);
            outcome.ifDone(gone -> readAgain());
        });
    }

    private void showProblem(Outcome<?> outcome, String title) {
        problem.getChildren().clear();
        if (outcome instanceof Outcome.Failed<?> failed) {
            problem.getChildren().add(new ProblemPane(Failures.problemOf(failed.cause(), title)));
        }
    }

    private void show(List<ExecCommand> commands) {
        if (commands.isEmpty()) {
            Label none = new Label(Texts.get("settings.approved.none"));
            none.getStyleClass().add("muted");
            approved.getChildren().setAll(none);
        } else {
            approved.getChildren().setAll(commands.stream().map(this::line).toList());
        }
    }

    private Node line(ExecCommand command) {
        MonoText shown = new MonoText(command.shown());
        shown.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(shown, Priority.ALWAYS);
        Button withdraw = new Button(Texts.get("settings.withdraw"));
        withdraw.setMinWidth(Region.USE_PREF_SIZE);
        withdraw.setOnAction(event -> withdraw(command));
        HBox line = new HBox(shown, withdraw);
        line.getStyleClass().add("card");
        return line;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("settings");
    }
}
