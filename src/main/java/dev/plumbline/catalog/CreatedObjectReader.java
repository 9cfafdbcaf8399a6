package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads owner and ACL of one object inside the transaction that made it. A schema is its own place. */
public final class CreatedObjectReader {
    /** A null {@code acl} is the server's NULL. */
    public record Created(Name owner, @Nullable List<AclItem> acl) {}

    public Created read(PgSession session, ObjectType type, Name schema, Name object, CancelToken cancel) {
        Query query = new Query(
                "what was made",
                SqlText.of("created_object.sql"),
                List.of(String.valueOf(type.letter()), object.text(), schema.text()));
        Rows.Row row = session.ask(List.of(query), cancel).get(0).only();
        return new Created(row.name("owner"), AclParser.parse(row));
    }
}
