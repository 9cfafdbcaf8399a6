package dev.plumbline.ui.schema;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.Visible;
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
    private final SchemaDriftActions actions;
    private final Reading<SchemaPage> reading;
    private final ObjectProperty<@Nullable SchemaFinding> selected = new SimpleObjectProperty<>();

    public SchemaDriftViewModel(String name, SchemaDriftActions actions, Activity activity) {
        this.name = Visible.text(name);
        this.actions = actions;
        this.reading = new Reading<>(activity);
        reading.valueProperty().subscribe(() -> tell(reading.value()));
    }

    /** Reads what was never read, or may have been changed from here since. */
    public void readWhenOutdated() {
        SchemaPage page = reading.value();
        boolean changed =
                page != null && actions.changedAt().get().isAfter(page.reports().at());
        if (reading.phase() == Reading.Phase.EMPTY
                || changed && !reading.phase().isRunning()) {
            readAgain();
        }
    }

    private void tell(@Nullable SchemaPage page) {
        if (page != null) {
            actions.told().accept(page.report());
            if (page.report().drift().isPresent()) {
                actions.renames().keepOnly(page.renamed());
            }
        }
    }

    /** From now on the one column is the other under a new name, here and in the plan: reads again. */
    void rename(RenameOffer offer) {
        actions.renames().accept(offer);
        readAgain();
    }

    void takeBack(RenameOffer renamed) {
        actions.renames().takeBack(renamed);
        readAgain();
    }

    /** Goes to the plan that sets the differences right. */
    void review() {
        if (reviewRefusal().isEmpty()) {
            actions.review().run();
        }
    }

    /** Why nothing can be planned from what was read; empty when something can. */
    String reviewRefusal() {
        SchemaPage page = reading.value();
        if (page == null || page.report().drift().isEmpty()) {
            return Texts.get("schema.review.unread");
        }
        if (reading.phase().isRunning()) {
            return Texts.get("schema.review.reading");
        }
        if (page.steps().isEmpty()) {
            return Texts.get(page.drifting() > 0 ? "schema.review.operator" : "schema.review.nothing");
        }
        return "";
    }

    /** How many statements a repair would have, and how many of them are held back. */
    String statements() {
        SchemaPage page = reading.value();
        if (page == null || !reviewRefusal().isEmpty()) {
            return reviewRefusal();
        }
        long held = page.steps().stream().filter(step -> step.needsAllowance()).count();
        String all = CountWords.of(page.steps().size(), "statement", "statements");
        return held == 0 ? all : Texts.get("schema.review.held", all, held);
    }

    public void readAgain() {
        reading.start(
                Texts.get("schema.doing", name),
                (cancel, progress) -> SchemaPage.of(actions.check().run(cancel, progress)));
    }

    /**
     * What the screen is called: with the number of differences once that is known, and never "none" where something could not be told. While it is read again it
     * says so, since the number is the one of before.
     */
    String headline() {
        return reading.phase() == Reading.Phase.REFRESHING ? Texts.get("schema.headline.again", told()) : told();
    }

    private String told() {
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

    /** What stands where there are no findings. */
    String nothing() {
        SchemaPage page = reading.value();
        return Texts.get(page == null || page.renamed().isEmpty() ? "schema.tree.empty" : "schema.tree.renamed");
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
