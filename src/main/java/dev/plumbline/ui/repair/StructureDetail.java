package dev.plumbline.ui.repair;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a plan that changes the structure of a database tells beyond its steps. Asked in the background, but for {@link #noted} and {@link #isWhole}. */
public interface StructureDetail {
    /** The lines of Now and After; {@code ran}: After is what was read after the run, where that was possible. */
    List<PreviewRow> rows(Plan chosen, boolean ran);

    /** How many things still differ from what is wanted, as they were read after the run; empty when they were not. */
    OptionalLong left();

    /** What was found out about a step, such as how many rows it would fail on. */
    List<StepNote> noted(String stepId);

    /** The steps make sense together alone: none can be left out. */
    boolean isWhole();

    /** What After rests on while nothing ran, in words; empty for a model of the steps. */
    default Optional<String> basis() {
        return Optional.empty();
    }

    /** What After rests on when all was tried and rolled back; empty for a run, and before. */
    default Optional<AfterBadge> tried() {
        return Optional.empty();
    }

    /** What is to be said of how it went, a sentence each. */
    default List<String> told() {
        return List.of();
    }

    /** The statements come from a file and are shown in its lines; elsewhere a line end is shown for what it is. */
    default boolean isInLines() {
        return false;
    }

    /** What may be one thing under two names, and is not taken for that. */
    default List<RenameOffer> offered() {
        return List.of();
    }

    /** What the plan renames, since a person said so. */
    default List<RenameOffer> renamed() {
        return List.of();
    }

    /** For the next plan, on the window's thread; {@code yes}: it is one thing, otherwise it is not any more. */
    default void rename(RenameOffer offer, boolean yes) {}

    /** The plan is statements that anybody could run, and may be taken away as a script. */
    default boolean isScript() {
        return true;
    }

    /** What a step waits for and stands with; empty where its lock, timeouts and transaction say so. */
    default Optional<String> termsOf(String stepId) {
        return Optional.empty();
    }

    /** What is typed before a run on production, and what kind of thing it names; empty for the database. */
    default Optional<ToType> toType() {
        return Optional.empty();
    }

    /** {@code asked} asks for it in a sentence. */
    record ToType(String name, String asked) {}

    /** A sentence under a step. */
    record StepNote(String text, boolean warns) {}
}
