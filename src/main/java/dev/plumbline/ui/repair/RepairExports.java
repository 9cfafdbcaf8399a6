package dev.plumbline.ui.repair;

import dev.plumbline.plan.Plan;
import java.util.function.Function;

/** The texts that a plan can be taken away as, and where they go: {@code offer} takes a suggested file name and the text. */
public record RepairExports(
        Function<Plan, String> fixScript,
        Function<Plan, String> undoScript,
        Function<Plan, String> markdown,
        Offer offer) {

    @FunctionalInterface
    public interface Offer {
        void offer(String fileName, String text);
    }

    /** A kind of text, with the end of its file's name. */
    public enum Kind {
        FIX_SCRIPT(".sql"),
        UNDO_SCRIPT(".undo.sql"),
        MARKDOWN(".md");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    void export(Kind kind, Plan plan, ReviewWords words) {
        Function<Plan, String> writer = switch (kind) {
            case FIX_SCRIPT -> fixScript;
            case UNDO_SCRIPT -> undoScript;
            case MARKDOWN -> markdown;
        };
        offer.offer(fileName(plan, words) + kind.ending, writer.apply(plan));
    }

    /** Offers the fix script of a plan. */
    public void exportFix(Plan plan) {
        export(Kind.FIX_SCRIPT, plan, ReviewWords.REPAIR);
    }

    /** The database's name with all but plain letters, digits, dash and underscore left out, what the plan is, and which it is. */
    static String fileName(Plan plan, ReviewWords words) {
        String database = plan.target().server().database().text().replaceAll("[^A-Za-z0-9_-]", "");
        String name = database.isEmpty() ? "database" : database;
        return name + "-" + words.get("file") + "-" + plan.digest().substring(0, 8);
    }
}
