package dev.plumbline.ui.gates;

import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** How the metrics come to be that checks ask for, and what warns of an upgrade that is stuck: texts to copy. */
public final class MetricSetupController implements Screen {
    /** The parts of the page, in their order; each has a heading, words and a file to copy. */
    static final List<String> PARTS =
            List.of("install.sh", "adapter-values.yaml", "verify.sh", "state-metrics.yaml", "alerts.yaml");

    private final Parent root;

    @FXML
    private VBox page;

    public MetricSetupController() {
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        for (String part : PARTS) {
            String heading = Texts.get("setup." + part);
            page.getChildren()
                    .addAll(
                            Words.of(heading, "heading", "section"),
                            Words.of(Texts.get("setup." + part + ".words")),
                            new CopiedText(text(part), heading));
        }
    }

    static String text(String part) {
        try (InputStream file = MetricSetupController.class.getResourceAsStream(part)) {
            if (file == null) {
                throw new IllegalStateException(part + " is not in the application");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("tab.MetricSetup");
    }
}
