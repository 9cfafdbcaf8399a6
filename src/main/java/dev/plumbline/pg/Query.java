package dev.plumbline.pg;

import dev.plumbline.model.Sql;
import java.util.List;

/**
 * One statement that answers with rows. {@code subject} names in messages what it reads; {@code text} is either fixed text of this program
 * or made by {@link Sql}; {@code parameters} stand for its question marks, as text.
 */
public record Query(String subject, String text, List<String> parameters) {
    public Query {
        parameters = List.copyOf(parameters);
    }

    public static Query of(String subject, Sql sql) {
        return new Query(subject, sql.text(), List.of());
    }
}
