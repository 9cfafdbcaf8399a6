package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/** ALTER COLUMN … ADD, SET and DROP IDENTITY, PostgreSQL 16 manual. */
final class ColumnIdentity {
    private ColumnIdentity() {}

    static List<Draft> change(Structure was, Structure now) {
        Draft draft = new Draft(Definition.shown(now) + " differs in identity.", statement(was, now))
                .undo(statement(now, was))
                .lock(Draft.ACCESS_EXCLUSIVE);
        if (now.property("identity").isEmpty()) {
            draft.hazard(HazardKind.DATA_LOSS, "The value of its sequence is lost; the rows stay.");
        } else if (was.property("identity").isEmpty()) {
            draft.advisory(
                    HazardKind.UNTRACKED_DEPENDENCIES,
                    "Its sequence begins at its start, whatever numbers rows hold already.");
        }
        return List.of(draft);
    }

    private static Sql statement(Structure was, Structure now) {
        Sql column = Sql.of("ALTER TABLE %s ALTER COLUMN %I", Words.parent(now.name()), Words.name(now));
        if (now.property("identity").isEmpty()) {
            return Sql.of("%s DROP IDENTITY", column);
        }
        if (was.property("identity").isEmpty()) {
            return Sql.of("%s ADD %s", column, ColumnText.identity(now));
        }
        List<Sql> words = new ArrayList<>();
        words.add(column);
        if (!was.property("identity").equals(now.property("identity"))) {
            words.add(Sql.of("SET GENERATED %s", Words.server(now.property("identity"))));
        }
        if (!was.property("identity sequence").equals(now.property("identity sequence"))) {
            String numbers = now.property("identity sequence");
            for (String word : List.of("START", "INCREMENT", "MINVALUE", "MAXVALUE", "CACHE")) {
                words.add(Sql.of("SET %s %s", Words.server(word), Words.server(after(numbers, word))));
            }
            words.add(numbers.endsWith(" CYCLE") ? Sql.of("SET CYCLE") : Sql.of("SET NO CYCLE"));
        }
        return Sql.join(" ", words);
    }

    private static String after(String numbers, String word) {
        List<String> words = List.of(numbers.split(" ", -1));
        return words.get(words.indexOf(word) + 1);
    }
}
