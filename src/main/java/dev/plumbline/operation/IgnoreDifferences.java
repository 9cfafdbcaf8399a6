package dev.plumbline.operation;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.structure.KeptPlace;
import dev.plumbline.store.IgnoredDifferences;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Differences that a person chose to ignore, kept on this machine for the database that has them. Changes no database. What is ignored is the difference as it was seen: the same thing that
 * differs in another way is told again.
 */
public final class IgnoreDifferences {
    private final Supplier<IgnoredDifferences> store;
    private final Clock clock;
    private final String by;

    public IgnoreDifferences(Supplier<IgnoredDifferences> store, Clock clock, String by) {
        this.store = store;
        this.clock = clock;
        this.by = by;
    }

    /** Who ignores what, since when and why. */
    public record Ignored(String place, String fingerprint, String what, String reason, String by, Instant at) {}

    /** What is ignored in one comparison, by either of its databases. */
    public record Judged(Map<String, Ignored> left, Map<String, Ignored> right) {
        public static final Judged NOTHING = new Judged(Map.of(), Map.of());

        public Judged {
            left = Map.copyOf(left);
            right = Map.copyOf(right);
        }

        public Optional<Ignored> of(DifferenceRow row) {
            return find(left, row, false).or(() -> find(right, row, true));
        }

        private static Optional<Ignored> find(Map<String, Ignored> among, DifferenceRow row, boolean flipped) {
            return among.isEmpty() ? Optional.empty() : row.fingerprint(flipped).map(text -> among.get(digest(text)));
        }
    }

    /** @throws ProblemException when what is kept cannot be read */
    public Judged judged(StructurePair pair) {
        return new Judged(of(pair.leftPlace()), of(pair.rightPlace()));
    }

    private Map<String, Ignored> of(Optional<KeptPlace> place) {
        Map<String, Ignored> found = new HashMap<>();
        place.ifPresent(database -> store.get()
                .of(database.ofJudgements())
                .forEach(kept -> found.put(
                        kept.fingerprint(),
                        new Ignored(
                                kept.place(), kept.fingerprint(), kept.what(), kept.reason(), kept.by(), kept.at()))));
        return found;
    }

    /** The database that a judgement about this comparison would be kept for: the left one, else the right one. */
    public static Optional<KeptPlace> keptFor(StructurePair pair) {
        return pair.leftPlace().or(pair::rightPlace);
    }

    /** @throws ProblemException when there is no reason, nothing to judge or no database, or the file cannot be written */
    public Judged ignore(StructurePair pair, DifferenceRow row, String reason) {
        if (reason.isBlank()) {
            throw refused(row, "no reason was given.", "Say why, for whoever reads it next.");
        }
        KeptPlace place = keptFor(pair)
                .orElseThrow(() -> refused(
                        row,
                        "neither side is a database, and judgements are kept for one.",
                        "Compare with the database itself."));
        String fingerprint = row.fingerprint(pair.leftPlace().isEmpty())
                .map(IgnoreDifferences::digest)
                .orElseThrow(() -> refused(
                        row,
                        "it could not be compared, so nobody knows whether it differs.",
                        "Compare as a login that may read it."));
        store.get()
                .ignore(new IgnoredDifferences.Ignored(
                        place.ofJudgements(),
                        fingerprint,
                        row.presence().word() + ": " + row.kind() + " " + row.shown(),
                        reason.strip(),
                        by,
                        clock.instant()));
        return judged(pair);
    }

    /** It is told again from now on. */
    public Judged takeBack(StructurePair pair, Ignored ignored) {
        store.get().takeBack(ignored.place(), ignored.fingerprint());
        return judged(pair);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static ProblemException refused(DifferenceRow row, String answer, String next) {
        return new ProblemException(
                new Problem(Problem.Kind.INVALID, "IGN-400", "Ignoring", row.kind() + " " + row.shown(), answer, next));
    }
}
