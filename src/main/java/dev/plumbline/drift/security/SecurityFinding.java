package dev.plumbline.drift.security;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Product;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a check found. {@code objects} are what it concerns, in shown names; {@code fix} are the statements that end it, in their
 * order, empty where a person has to choose; {@code destructive} when they take away what nothing here could give back as it was.
 * {@code changes} are the fix as changes that a plan can be made of, empty where it is not made of such.
 * {@code unknownBecause} is not empty when a gap keeps the check from answering: then nothing was found and nothing was ruled out. {@code applies} is false where the
 * server has nothing that the check could find: the sentence says why.
 */
public record SecurityFinding(
        String code,
        Severity severity,
        List<String> objects,
        String sentence,
        List<Sql> fix,
        boolean destructive,
        String unknownBecause,
        List<AccessChange> changes,
        boolean applies) {
    public SecurityFinding {
        changes = fix.isEmpty() ? List.of() : List.copyOf(changes);
        objects = List.copyOf(objects);
        fix = List.copyOf(fix);
    }

    static SecurityFinding of(SecurityCheck check, List<String> objects, String sentence) {
        String begun = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        return new SecurityFinding(
                check.code(), check.severity(), objects, begun, List.of(), false, "", List.of(), true);
    }

    static SecurityFinding of(SecurityCheck check, String object, String sentence) {
        return of(check, List.of(object), sentence);
    }

    static SecurityFinding unknown(SecurityCheck check, Gap gap) {
        String because = "Could not read " + gap.subject() + ": " + gap.answer()
                + (gap.sqlState().isEmpty() ? "" : " (" + gap.sqlState() + ")");
        String sentence = "\"" + check.title() + "\" cannot be answered.";
        return new SecurityFinding(
                check.code(), check.severity(), List.of(), sentence, List.of(), false, because, List.of(), true);
    }

    static SecurityFinding notApplicable(SecurityCheck check, Product product, String reason) {
        String sentence = "\"" + check.title() + "\" does not apply on " + product.shown() + ": " + reason + ".";
        return new SecurityFinding(
                check.code(), check.severity(), List.of(), sentence, List.of(), false, "", List.of(), false);
    }

    /** True when something was found, not when it could not be looked for. */
    public boolean isFound() {
        return applies && !isUnknown();
    }

    public boolean isUnknown() {
        return !unknownBecause.isEmpty();
    }

    /** The severity's word, {@code unknown}, or {@code not here}. */
    public String weight() {
        if (!applies) {
            return "not here";
        }
        return isUnknown() ? "unknown" : severity.word();
    }

    /** A mark for {@link #weight} that differs by shape. */
    public char sign() {
        if (!applies) {
            return '–';
        }
        return isUnknown() ? '?' : severity.sign();
    }

    SecurityFinding as(Severity other) {
        return new SecurityFinding(code, other, objects, sentence, fix, destructive, unknownBecause, changes, applies);
    }

    SecurityFinding withFix(List<Sql> statements) {
        return new SecurityFinding(
                code, severity, objects, sentence, statements, false, unknownBecause, List.of(), applies);
    }

    SecurityFinding withFix(Sql statement) {
        return withFix(List.of(statement));
    }

    SecurityFinding withDestructiveFix(List<Sql> statements) {
        return new SecurityFinding(
                code,
                severity,
                objects,
                sentence,
                statements,
                !statements.isEmpty(),
                unknownBecause,
                List.of(),
                applies);
    }

    /** The fix as changes that can be staged and planned; given only where they do all that its statements do. */
    SecurityFinding staging(List<? extends AccessChange> asChanges) {
        return new SecurityFinding(
                code, severity, objects, sentence, fix, destructive, unknownBecause, List.copyOf(asChanges), applies);
    }
}
