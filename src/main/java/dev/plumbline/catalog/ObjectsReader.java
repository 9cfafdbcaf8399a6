package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** Objects of a kind that needs nothing but an owner and an ACL. {@code subject} names them in messages. */
record ObjectsReader(ObjectKind kind, String subject, String file, List<String> parameters) implements AccessSubject {
    static ObjectsReader of(ObjectKind kind, String subject, String file, String... parameters) {
        return new ObjectsReader(kind, subject, file, List.of(parameters));
    }

    @Override
    public Query query() {
        return new Query("the " + subject, SqlText.of(file), parameters);
    }

    @Override
    public String gap() {
        return kind == ObjectKind.SCHEMA ? Gap.SCHEMAS : Gap.OBJECTS + " that are " + subject;
    }

    @Override
    public void read(Rows rows, AccessDraft draft) {
        rows.rows().forEach(row -> draft.object(kind, row));
    }
}
