package dev.plumbline.access.why;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Sql;
import java.util.List;

/** One change that closes a door, as statements, and the doors to the same privilege that are open after it. */
public record Closing(AccessChange change, List<Sql> statements, List<Door> stayOpen) {
    public Closing {
        statements = List.copyOf(statements);
        stayOpen = List.copyOf(stayOpen);
    }

    /** Computes the state after the change and looks for doors there. */
    public static Closing by(AccessChange change, AccessSnapshot snapshot, Question question) {
        AccessSnapshot after = change.applyTo(snapshot);
        Situation situation = Situation.of(after, EffectivePrivileges.of(after));
        Question then = new Question(
                question.role(),
                question.privilege(),
                same(after, question.object()),
                question.column() == null ? null : same(after, question.column()));
        boolean holds = situation.holds(then.role(), then.object(), then.column(), then.privilege());
        return new Closing(change, change.statements(snapshot), holds ? Doors.of(situation, then) : List.of());
    }

    private static DatabaseObject same(AccessSnapshot after, DatabaseObject object) {
        return after.objects().stream()
                .filter(found -> found.kind() == object.kind() && found.oid() == object.oid())
                .filter(found -> found.name().equals(object.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Column same(AccessSnapshot after, Column column) {
        return after.columns().stream()
                .filter(found -> found.relation() == column.relation() && found.number() == column.number())
                .findFirst()
                .orElseThrow();
    }
}
