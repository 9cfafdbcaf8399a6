package dev.plumbline.access.preflight;

import dev.plumbline.access.preflight.StatementNeed.Target;
import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import dev.plumbline.model.statement.StatementSplitter;
import dev.plumbline.model.statement.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Statement by statement through migrations in their order: which operation each is, and whether the role may. What an earlier statement makes is owned by
 * the role. A name without a schema is taken to be in the first schema asked about, until a file sets its own search_path or role.
 */
public final class MigrationPreflight {
    private static final Pattern DOWN = Pattern.compile("(?im)^\\s*--\\s*\\+migrate\\s+down\\b");
    private static final int BEGINNING = 100;
    private final Preflight preflight;
    private final Set<Target> made = new HashSet<>();
    private boolean changed;

    public MigrationPreflight(Preflight preflight) {
        this.preflight = preflight;
    }

    /** One file; of a combined one only what stands before its Down mark. */
    public List<StatementVerdict> file(String name, String text) {
        changed = false;
        List<StatementVerdict> verdicts = new ArrayList<>();
        for (StatementSplitter.Part part : StatementSplitter.split(DOWN.split(text, 2)[0])) {
            verdicts.add(verdict(name, part));
        }
        return verdicts;
    }

    private StatementVerdict verdict(String file, StatementSplitter.Part part) {
        StatementNeed need = StatementClassifier.classify(part.text());
        PreflightRow row = changed && !need.equals(StatementNeed.NOTHING)
                ? cannotTell(need, "an earlier statement set a role or a setting of its own")
                : judged(need);
        List<Words.Word> words = Words.of(part.text());
        if (row.answer() == Answer.YES && need.operation() != null) {
            row = namingOthers(words, row);
        }
        changed |=
                need.isUnknown() && !words.isEmpty() && words.get(0).keyword().equals("SET");
        String beginning = part.text().lines().findFirst().orElse("");
        String cut = beginning.length() > BEGINNING ? beginning.substring(0, BEGINNING) + "…" : beginning;
        return new StatementVerdict(file, part.line(), cut, need.operation(), row.answer(), row.path(), row.needs());
    }

    private PreflightRow judged(StatementNeed need) {
        if (need.operation() == Operation.UNTRUSTED_EXTENSIONS) {
            return extension(need.unknown());
        }
        if (need.isUnknown()) {
            return cannotTell(need, need.unknown());
        }
        Operation operation = need.operation();
        if (operation == null) {
            return new PreflightRow(Operation.READ_CATALOG, null, Answer.YES, "any role", List.of(), 0);
        }
        List<PreflightRow> rows = new ArrayList<>();
        if (operation.scope() == Operation.Scope.DATABASE) {
            rows.add(preflight.row(operation, null));
        }
        makes(need, operation, rows);
        need.refersTo().forEach(table -> rows.add(refers(table)));
        PreflightRow worst = worst(operation, rows);
        return operation == Operation.GRANT_PRIVILEGES && worst.answer() == Answer.NO
                ? cannotTell(need, "it has not all four grant options; those of these privileges alone may be there")
                : worst;
    }

    private void makes(StatementNeed need, Operation operation, List<PreflightRow> rows) {
        Target makes = need.makes();
        Set<Target> altered = new HashSet<>();
        for (Target target : need.targets()) {
            Target full = full(target);
            boolean replaces = makes != null && !isThere(full) && !made.contains(full);
            if (!replaces) {
                Operation on = makes == null ? operation : replacing(operation);
                rows.add(on(on, full));
                altered.add(full);
            }
        }
        if (makes != null && !altered.contains(full(makes))) {
            rows.add(preflight.rowOfNew(operation, schema(makes)));
        }
        if (makes != null && rows.stream().allMatch(row -> row.answer() == Answer.YES)) {
            made.add(full(makes));
        }
    }

    private static Operation replacing(Operation operation) {
        return operation == Operation.CREATE_FUNCTIONS ? Operation.ALTER_FUNCTIONS : Operation.ALTER_TABLES;
    }

    private PreflightRow on(Operation operation, Target target) {
        Name schema = schema(target);
        if (made.contains(target)) {
            return preflight.rowOfNew(operation, schema);
        }
        return preflight
                .rowOf(operation, schema, target.name())
                .orElseGet(() -> new PreflightRow(
                        operation,
                        schema,
                        Answer.CANNOT_TELL,
                        schema.shown() + "." + Visible.text(target.name()) + " is not there, or not of this kind",
                        List.of(),
                        0));
    }

    /** A foreign key asks for REFERENCES on the other table, which its owner has unless revoked. */
    private PreflightRow refers(Target table) {
        PreflightRow owns = on(Operation.ALTER_TABLES, full(table));
        return owns.answer() == Answer.YES
                ? owns
                : new PreflightRow(
                        owns.operation(),
                        owns.schema(),
                        Answer.CANNOT_TELL,
                        "it refers to " + Visible.text(table.name()) + ", which asks for REFERENCES there",
                        List.of(),
                        0);
    }

    /** Which extensions are trusted is not read: told only where both kinds have the same answer. */
    private PreflightRow extension(String unknown) {
        PreflightRow trusted = preflight.row(Operation.TRUSTED_EXTENSIONS, null);
        PreflightRow other = preflight.row(Operation.UNTRUSTED_EXTENSIONS, null);
        boolean same = trusted.answer() == other.answer() && (unknown.isEmpty() || trusted.answer() == Answer.YES);
        return same
                ? other
                : new PreflightRow(
                        Operation.UNTRUSTED_EXTENSIONS,
                        null,
                        Answer.CANNOT_TELL,
                        "yes when the extension is trusted, or there already",
                        List.of(),
                        0);
    }

    /** A schema that is named besides must be open to the role: a view, a default, a function's body looks into it. */
    private PreflightRow namingOthers(List<Words.Word> words, PreflightRow row) {
        for (int at = 0; at + 1 < words.size(); at++) {
            String name = words.get(at).name();
            boolean names = words.get(at + 1).keyword().equals(".") && !name.isEmpty();
            if (names && preflight.isClosed(name)) {
                return new PreflightRow(
                        row.operation(),
                        row.schema(),
                        Answer.CANNOT_TELL,
                        "it names schema " + Visible.text(name) + ", on which there is no USAGE",
                        List.of(),
                        0);
            }
        }
        return row;
    }

    private static PreflightRow worst(Operation operation, List<PreflightRow> rows) {
        Optional<PreflightRow> no =
                rows.stream().filter(row -> row.answer() == Answer.NO).findFirst();
        Optional<PreflightRow> unknown =
                rows.stream().filter(row -> row.answer() == Answer.CANNOT_TELL).findFirst();
        return no.or(() -> unknown)
                .or(() -> rows.stream().findFirst())
                .orElseGet(
                        () -> new PreflightRow(operation, null, Answer.CANNOT_TELL, "nothing is known", List.of(), 0));
    }

    private static PreflightRow cannotTell(StatementNeed need, String why) {
        Operation operation = need.operation() == null ? Operation.READ_CATALOG : need.operation();
        return new PreflightRow(operation, null, Answer.CANNOT_TELL, why, List.of(), 0);
    }

    private boolean isThere(Target full) {
        return preflight.exists(schema(full), full.name());
    }

    private Target full(Target target) {
        return new Target(schema(target), target.name());
    }

    private Name schema(Target target) {
        Name named = target.schema();
        return named != null ? named : preflight.question().schemas().get(0);
    }
}
