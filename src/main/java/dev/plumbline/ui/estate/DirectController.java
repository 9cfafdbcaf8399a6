package dev.plumbline.ui.estate;

import dev.plumbline.job.Outcome;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.Facts;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/** A connection without a cluster: whether it works, and what answers there. */
public final class DirectController implements Screen {
    private final String name;
    private final Estate estate;
    private final DirectsViewModel.DirectReading reading;
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final Parent root;

    @FXML
    private ElidedLabel title;

    @FXML
    private ProgressStrip progress;

    @FXML
    private MonoText dsn;

    @FXML
    private StackPane problem;

    @FXML
    private GridPane facts;

    public DirectController(String name, Estate estate) {
        this.name = name;
        this.estate = estate;
        this.reading = estate.model().directs().connecting(name);
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        title.setText(name);
        dsn.setRaw(
                estate.model().directs().find(name).map(DirectConnection::shown).orElse(""));
        readAgain();
    }

    @Override
    @FXML
    public void readAgain() {
        progress.setJob(reading.start(this::show));
    }

    private void show(Outcome<ConnectionSummary> outcome) {
        problem.getChildren().clear();
        outcome.ifDone(this::show);
        if (outcome instanceof Outcome.Failed<ConnectionSummary> failed) {
            problem.getChildren()
                    .setAll(new ProblemPane(Failures.problemOf(failed.cause(), Texts.get("job.connect", name)))
                            .offering(Texts.get("retry"), this::readAgain));
        }
    }

    private void show(ConnectionSummary summary) {
        ServerIdentity server = summary.server();
        connection.set(summary.shown());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(Texts.get("direct.server"), server.version().shown());
        lines.put(Texts.get("direct.database"), server.database().text());
        lines.put(Texts.get("direct.login"), server.login().text());
        lines.put(Texts.get("direct.address"), summary.host() + ":" + summary.port());
        lines.put(Texts.get("direct.tls"), summary.mode().word() + ", " + summary.encryption());
        lines.put(Texts.get("direct.role"), Texts.get(server.replica() ? "direct.replica" : "direct.primary"));
        lines.put(Texts.get("direct.identifier"), server.systemIdentifier());
        Facts.show(facts, lines);
    }

    @FXML
    private void forget() {
        estate.model().directs().forget(name);
        estate.navigator().go(new Destination.Estate());
    }

    @Override
    public ObservableValue<String> connection() {
        return connection.getReadOnlyProperty();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return name;
    }
}
