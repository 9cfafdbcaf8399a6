package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.CompareStructure.Planned;
import dev.plumbline.operation.IgnoreDifferences.Ignored;
import dev.plumbline.operation.IgnoreDifferences.Judged;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.operation.structure.KeptPlace;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Two sides, their comparison, the filter that list, counts, exports and script go by, and the line that is chosen. All that takes a while runs in the background. */
public final class CompareViewModel {
    private final CompareActions actions;
    private final SideModel left = new SideModel(SideModel.Kind.LIVE);
    private final SideModel right = new SideModel(SideModel.Kind.WRITTEN);
    private final Reading<List<KeptStates>> kept;
    private final Reading<ComparePage> reading;
    private final Reading<ShownRows> shown;
    private final ChosenDifference chosen;
    private final CompareExports exports;
    private final TimelineModel timeline;
    private final ObjectProperty<DifferenceFilter> filter = new SimpleObjectProperty<>(DifferenceFilter.all());
    private List<SideChoice> compared = List.of();
    /** The sides that the page is of. */
    private List<SideChoice> read = List.of();

    private boolean opensHistory;

    /** {@code first} stands on the left to begin with; null for nothing. */
    public CompareViewModel(@Nullable DatabasePlace first, CompareActions actions, Activity activity) {
        this.actions = actions;
        this.kept = new Reading<>(activity);
        this.reading = new Reading<>(activity);
        this.shown = new Reading<>(activity);
        this.chosen = new ChosenDifference(reading, shown, actions, activity);
        this.exports = new CompareExports(actions, activity);
        this.timeline = new TimelineModel(actions, activity);
        left.live.set(first);
        kept.phaseProperty().subscribe(this::chooseHistory);
        reading.valueProperty().subscribe(this::list);
        reading.valueProperty().subscribe(this::meet);
        reading.phaseProperty().subscribe(this::forgetOthers);
        filter.subscribe(this::list);
    }

    /** Lists the earlier readings once. */
    void open() {
        if (kept.phase() == Reading.Phase.EMPTY) {
            readKept();
        }
    }

    void readKept() {
        kept.start(Texts.get("compare.job.kept"), actions.kept());
    }

    /** The line of time comes into view, with the database of the left side. */
    void openHistory() {
        opensHistory = true;
        readKept();
    }

    private void chooseHistory() {
        List<KeptStates> all = kept.value();
        if (opensHistory && all != null && kept.phase() == Reading.Phase.READY) {
            opensHistory = false;
            leftPlace()
                    .flatMap(of ->
                            all.stream().filter(each -> each.place().equals(of)).findFirst())
                    .ifPresent(timeline.database::set);
        }
    }

    /** Which database the left side is: a live one only says so once it was read. */
    private Optional<KeptPlace> leftPlace() {
        KeptStates earlier = left.database.get();
        if (left.kind.get() == SideModel.Kind.EARLIER) {
            return Optional.ofNullable(earlier).map(KeptStates::place);
        }
        ComparePage page = reading.value();
        if (page == null || read.isEmpty() || !left.choice().equals(Optional.of(read.get(0)))) {
            return Optional.empty();
        }
        return page.pair().leftPlace();
    }

    boolean canCompare() {
        return left.choice().isPresent() && right.choice().isPresent();
    }

    /** Reads both sides, as far as both are chosen. */
    void compare() {
        Optional<SideChoice> one = left.choice();
        Optional<SideChoice> other = right.choice();
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        List<SideChoice> sides = List.of(one.get(), other.get());
        ComparePage before = reading.value();
        Set<RenameOffer> renamed =
                before != null && sides.equals(compared) ? new LinkedHashSet<>(before.renamed()) : Set.of();
        compared = sides;
        reading.start(Texts.get("compare.job"), (cancel, progress) -> {
            StructurePair pair = actions.read().apply(one.get(), other.get()).run(cancel, progress);
            return judged(renamed.isEmpty() ? pair : pair.renaming(renamed), cancel, progress);
        });
    }

    /** From now on the one is the other under a new name: list, counts, statements and files follow. */
    void rename(RenameOffer offer) {
        renamed(all -> all.add(offer));
    }

    void takeBack(RenameOffer renamed) {
        renamed(all -> all.remove(renamed));
    }

    private void renamed(Consumer<Set<RenameOffer>> change) {
        ComparePage page = reading.value();
        if (page != null) {
            Set<RenameOffer> wanted = new LinkedHashSet<>(page.renamed());
            change.accept(wanted);
            reading.start(
                    Texts.get("compare.job.rename"),
                    (cancel, progress) -> judged(page.pair().renaming(wanted), cancel, progress));
        }
    }

    /** Where it cannot be read what is ignored, nothing is: a comparison is not held back for that. */
    private ComparePage judged(StructurePair pair, CancelToken cancel, Progress progress) throws Exception {
        try {
            return ComparePage.of(pair, actions.judged().apply(pair).run(cancel, progress), "");
        } catch (ProblemException unreadable) {
            return ComparePage.of(
                    pair,
                    Judged.NOTHING,
                    Texts.get("compare.unjudged", unreadable.problem().message()));
        }
    }

    /** Puts the two moments of the line of time on the sides, and compares them. */
    void compareMoments() {
        timeline.at(timeline.from)
                .ifPresent(one -> timeline.at(timeline.to).ifPresent(other -> {
                    left.earlier(timeline.database.get(), one);
                    right.earlier(timeline.database.get(), other);
                    compare();
                }));
    }

    /** Whether this side, 0 or 1, of what was compared last is an earlier reading. */
    boolean isEarlier(int side) {
        return compared.size() > side && compared.get(side) instanceof SideChoice.Earlier;
    }

    /** Where two sides could not be compared, what is known of others must not pass for their answer. */
    private void forgetOthers() {
        if (reading.phase() == Reading.Phase.FAILED && !read.equals(compared)) {
            reading.forgetValue();
            shown.clear();
        }
    }

    /** Which databases the sides turned out to be, so that what is kept of one finds its resource. */
    private void meet() {
        ComparePage page = reading.value();
        if (page != null && compared.size() == 2) {
            read = compared;
            timeline.met(compared.get(0), page.pair().leftPlace());
            timeline.met(compared.get(1), page.pair().rightPlace());
        }
    }

    void stop() {
        reading.stop();
    }

    void swap() {
        left.swap(right);
    }

    private void list() {
        ComparePage page = reading.value();
        DifferenceFilter now = filter.get();
        if (page != null) {
            shown.start(Texts.get("compare.job.list"), (cancel, progress) -> ShownRows.of(page, now));
        }
    }

    /** Chooses the next line, or the one before; at an end it stays there. */
    void step(int by) {
        chosen.step(by);
    }

    /** Leaves the chosen difference out from now on, wherever this database is compared. */
    void ignore(String reason) {
        ComparePage page = reading.value();
        CompareRow line = chosen.selected().get();
        if (page != null && line != null && !reason.isBlank()) {
            reading.start(
                    Texts.get("compare.job.ignore"),
                    (cancel, progress) -> page.with(
                            actions.ignore().of(page.pair(), line.row(), reason).run(cancel, progress)));
        }
    }

    void takeBack(Ignored ignored) {
        ComparePage page = reading.value();
        if (page != null) {
            reading.start(
                    Texts.get("compare.job.takeBack"),
                    (cancel, progress) -> page.with(
                            actions.takeBack().apply(page.pair(), ignored).run(cancel, progress)));
        }
    }

    void export(CompareExports.Format format) {
        ComparePage page = reading.value();
        ShownRows rows = shown.value();
        if (page != null && rows != null) {
            exports.export(page, rows, format);
        }
    }

    /** What the screen is called; never "none" where something could not be compared. */
    String headline() {
        ComparePage page = reading.value();
        if (page == null) {
            return Texts.get("compare.title");
        }
        String ofThem = CountWords.of(page.differing(), "difference", "differences");
        String renamed = page.renamed().isEmpty()
                ? ""
                : Texts.get("compare.headline.renamed", page.renamed().size());
        String open = renamed + (page.notCompared() == 0 ? "" : Texts.get("compare.headline.open", page.notCompared()));
        return page.differing() == 0 ? Texts.get("compare.headline.none") + open : ofThem + open;
    }

    List<ResourceRef> schemas() {
        return actions.schemas().get();
    }

    List<DatabasePlace> places() {
        return actions.places().get();
    }

    CompareActions.Files files() {
        return actions.files();
    }

    SideModel left() {
        return left;
    }

    SideModel right() {
        return right;
    }

    Reading<List<KeptStates>> kept() {
        return kept;
    }

    TimelineModel timeline() {
        return timeline;
    }

    Reading<ComparePage> reading() {
        return reading;
    }

    Reading<ShownRows> shown() {
        return shown;
    }

    Reading<CompareDetail> detail() {
        return chosen.detail();
    }

    Reading<Planned> plan() {
        return chosen.plan();
    }

    ObjectProperty<DifferenceFilter> filterProperty() {
        return filter;
    }

    ObjectProperty<@Nullable CompareRow> selectedProperty() {
        return chosen.selected();
    }
}
