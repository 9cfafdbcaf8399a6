package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.input.ListedNames;
import dev.plumbline.runbook.input.NameSource;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field tells of the list that it offers: from where, how many, none, unknown, or why it could not be read. */
final class OfferWords {
    private final InputType type;
    private final NameSource source;
    private final String within;
    private final Optional<Fitting> fitting;

    /** The names that belong to a SchemaDefinition. */
    record Fitting(String definition, Set<String> names) {}

    /** @param fitting names of which alone those that are there are offered; empty for all */
    OfferWords(InputType type, NameSource source, String within, Optional<Fitting> fitting) {
        this.type = type;
        this.source = source;
        this.within = within;
        this.fitting = fitting;
    }

    /** {@code failed} where nothing could be read: why is told once for all fields. */
    Offer of(Reading.Phase phase, @Nullable ListedNames read, boolean failed) {
        List<String> names = read == null ? List.of() : fitting(read.within(within));
        if (phase.isRunning()) {
            return Offer.loading(names, Texts.get("begin.offer.loading", many(), place()));
        }
        if (failed) {
            return new Offer(
                    Offer.State.FAILED,
                    names,
                    Texts.get("begin.offer.failed", many(), place(), Texts.get("begin.offer.byHand")),
                    false);
        }
        if (read == null) {
            return new Offer(Offer.State.FAILED, names, Texts.get("begin.offer.stopped", many(), place()), true);
        }
        if (read.unknown().isPresent()) {
            return unknown(names, read.unknown().get());
        }
        int unwritable = read.unwritableWithin(within);
        String more = unwritable == 0 ? "" : " " + Texts.get("begin.offer.unwritable", unwritable);
        return names.isEmpty()
                ? new Offer(
                        Offer.State.EMPTY,
                        names,
                        Texts.get("begin.offer.empty", one(), place()) + more,
                        true,
                        unwritable == 0)
                : new Offer(
                        Offer.State.LISTED,
                        names,
                        Texts.get("begin.offer.listed", CountWords.of(names.size(), one(), many()), place()) + more,
                        false,
                        unwritable == 0);
    }

    private List<String> fitting(List<String> names) {
        return fitting.map(only -> names.stream().filter(only.names()::contains).toList())
                .orElse(names);
    }

    private Offer unknown(List<String> names, Problem why) {
        String words = names.isEmpty()
                ? Texts.get(
                        "begin.offer.unknown", many(), place(), sentence(why.answer()), Texts.get("begin.offer.byHand"))
                : Texts.get(
                        "begin.offer.partly",
                        CountWords.of(names.size(), one(), many()),
                        place(),
                        sentence(why.answer()),
                        Texts.get("begin.offer.byHand"));
        return new Offer(Offer.State.UNKNOWN, names, words, true);
    }

    /** What a server answers seldom ends like a sentence. */
    private static String sentence(String answer) {
        return answer.endsWith(".") ? answer : answer + ".";
    }

    private String one() {
        return Texts.get("begin.one." + type.name());
    }

    private String many() {
        return Texts.get("begin.many." + type.name());
    }

    private String place() {
        return fitting.map(only -> Texts.get("begin.offer.claimed", inside(), only.definition()))
                .orElseGet(this::inside);
    }

    private String inside() {
        if (within.isEmpty()) {
            return source.shown();
        }
        return type == InputType.TABLE
                ? Texts.get("begin.offer.within", within, source.shown())
                : Texts.get("begin.offer.namespace", within, source.shown());
    }
}
