package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.job.Work;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The drift of one SchemaDefinition: read, compared and laid out in the background; the finding that is chosen. */
public final class SchemaDriftViewModel {
    private final String name;
    private final Work<SchemaReports> check;
    private final Reading<SchemaPage> reading;
    private final ObjectProperty<@Nullable SchemaFinding> selected = new SimpleObjectProperty<>();

    public SchemaDriftViewModel(String name, Work<SchemaReports> check, Activity activity) {
        this.name = Visible.text(name);
        this.check = check;
        this.reading = new Reading<>(activity);
    }

    public void readOnce() {
        if (reading.phase() == Reading.Phase.EMPTY) {
            readAgain();
        }
    }

    public void readAgain() {
        reading.start(
                Texts.get("schema.doing", name), (cancel, progress) -> SchemaPage.of(check.run(cancel, progress)));
    }

    /** What the screen is called: with the number of differences once that is known, and never "none" where something could not be told. */
    String headline() {
        SchemaPage page = reading.value();
        if (page == null) {
            return Texts.get("schema.headline", name);
        }
        if (page.report().problem().isPresent()) {
            return Texts.get("schema.headline.problem", name);
        }
        if (page.drifting() > 0) {
            return Texts.get(
                    "schema.headline.drift", CountWords.of(page.drifting(), "difference", "differences"), name);
        }
        return Texts.get(page.hasAllThatIsAskedFor() ? "schema.headline.none" : "schema.headline.problem", name);
    }

    /** Chooses the next finding, or the one before; at an end it stays there. */
    void step(int by) {
        List<SchemaFinding> findings = findings();
        if (findings.isEmpty()) {
            return;
        }
        SchemaFinding chosen = selected.get();
        int now = chosen == null ? -1 : findings.indexOf(chosen);
        int next = now < 0 ? (by > 0 ? 0 : findings.size() - 1) : now + by;
        selected.set(findings.get(Math.max(0, Math.min(findings.size() - 1, next))));
    }

    /** After another reading: the same finding where it is still there. */
    void chooseAgain() {
        SchemaFinding before = selected.get();
        selected.set(before != null && findings().contains(before) ? before : null);
    }

    List<SchemaFinding> findings() {
        SchemaPage page = reading.value();
        return page == null ? List.of() : page.findings();
    }

    Reading<SchemaPage> reading() {
        return reading;
    }

    ObjectProperty<@Nullable SchemaFinding> selectedProperty() {
        return selected;
    }
}
