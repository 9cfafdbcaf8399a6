package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.bundle.BundleReader;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.run.GivenInputs;
import dev.plumbline.runbook.run.PreviewAge;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.ReadTranscript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run as its folder tells it. {@code classes} are those of its steps by id, computed where they do not hold up the window: SQL is parsed for them. {@code isOpen} says whether this window goes on with it; {@code broken} why its
 * transcript cannot be believed, empty where it can; {@code bundle} is there where the run is only looked at in a bundle.
 */
record RunPage(
        String id,
        Runbook runbook,
        Map<String, StepClass> classes,
        RunState state,
        List<Entry> entries,
        String broken,
        boolean isOpen,
        Path folder,
        Path transcript,
        Optional<Bundle> bundle) {
    /** What a bundle says of itself: {@code wrong} are the files that are not what was written, {@code head} the hash that closes the chain. */
    record Bundle(Path folder, List<String> wrong, int files, String head) {
        Bundle {
            wrong = List.copyOf(wrong);
        }
    }

    RunPage {
        classes = Map.copyOf(classes);
        entries = List.copyOf(entries);
    }

    static RunPage of(RunFolders folders, String id, boolean isOpen) {
        return of(folders, id, isOpen, Optional.empty());
    }

    /** @throws dev.plumbline.model.ProblemException RUN-BUNDLE or RUN-TAMPERED where it can not even be shown */
    static RunPage ofBundle(Path folder) {
        BundleReader read = BundleReader.open(folder);
        Bundle bundle = new Bundle(
                folder,
                read.wrong(),
                read.files().size(),
                read.report().transcript().head());
        return of(BundleReader.runs(folder), read.report().id(), false, Optional.of(bundle));
    }

    private static RunPage of(RunFolders folders, String id, boolean isOpen, Optional<Bundle> bundle) {
        ReadTranscript read = folders.transcript(id);
        Runbook runbook = folders.files(id).runbook();
        return new RunPage(
                id,
                runbook,
                classes(runbook),
                RunFolders.state(runbook, read),
                read.entries(),
                read.broken()
                        .map(line -> "line " + line.line() + ": " + line.why())
                        .orElse(""),
                isOpen,
                folders.folder(id),
                folders.transcriptFile(id),
                bundle);
    }

    /** In the background only. */
    static Map<String, StepClass> classes(Runbook runbook) {
        return runbook.steps().stream().collect(Collectors.toMap(Block::id, StepClassifier::of, StepClass::or));
    }

    StepClass classOf(String step) {
        return classes.getOrDefault(step, StepClass.DESTRUCTIVE);
    }

    /** What the first entry says under this name. */
    String begun(String field) {
        return entries.isEmpty() ? "" : entries.get(0).text(field);
    }

    /** The inputs in one line, without what names a Secret. */
    String given() {
        return entries.isEmpty() ? "" : GivenInputs.shown(GivenInputs.of(runbook, entries.get(0)));
    }

    boolean isEnded() {
        return state.ending() != RunState.Ending.OPEN;
    }

    boolean isTurnOf(String step) {
        return state.next().filter(next -> next.block().id().equals(step)).isPresent();
    }

    Optional<StepState> step(String id) {
        return state.step(id);
    }

    /** The step that ran since a preview was made and may have changed what it saw, empty where there is none. */
    Optional<String> overtaking(String step, Preview preview) {
        return state.step(step)
                .flatMap(each -> PreviewAge.overtakenBy(
                        entries,
                        each.block(),
                        preview,
                        id -> classes.containsKey(id) && classOf(id).changes()));
    }

    /** The latest entry of a kind that speaks of a step. */
    Optional<Entry> last(EntryKind kind, String step) {
        Entry found = null;
        for (Entry each : entries) {
            if (each.kind() == kind && each.step().equals(step)) {
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }
}
