package dev.plumbline.drift.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * A definition as the server would have written it before renames: what stands behind the name of its schema, and the schemas. Names of columns and of parts of the thing
 * itself stand without a schema and are left as they are.
 */
final class TextBefore {
    private record Part(DefinitionWord word, int begin, int end) {
        boolean isDot() {
            return word.text().equals(".");
        }
    }

    private final String sql;
    private final List<Part> parts = new ArrayList<>();

    private TextBefore(String sql) {
        this.sql = sql;
        int at = 0;
        while (at < sql.length()) {
            int end = DefinitionWord.end(sql, at);
            int begin = at;
            DefinitionWord.of(sql.substring(at, end)).stream()
                    .findFirst()
                    .ifPresent(word -> parts.add(new Part(word, begin, end)));
            at = end;
        }
    }

    /** @param accepted in the order in which they are done */
    static String of(String sql, List<Renames.Accepted> accepted) {
        return accepted.isEmpty() ? sql : new TextBefore(sql).before(accepted);
    }

    private String before(List<Renames.Accepted> accepted) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int at = 0; at + 1 < parts.size(); at++) {
            Part schema = parts.get(at);
            boolean qualifies = schema.word().name()
                    && parts.get(at + 1).isDot()
                    && (at == 0 || !parts.get(at - 1).isDot());
            if (qualifies) {
                text.append(sql, copied, schema.begin());
                text.append(written(schema, oldSchema(schema.word().text(), accepted)));
                copied = schema.end();
                if (at + 2 < parts.size() && parts.get(at + 2).word().name()) {
                    Part own = parts.get(at + 2);
                    text.append(sql, copied, own.begin());
                    text.append(written(
                            own, oldName(schema.word().text(), own.word().text(), accepted)));
                    copied = own.end();
                }
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    private String written(Part part, String name) {
        return name.equals(part.word().text())
                ? sql.substring(part.begin(), part.end())
                : Sql.of("%I", Name.of(name)).text();
    }

    private static String oldSchema(String schema, List<Renames.Accepted> accepted) {
        return accepted.stream()
                .filter(one -> one.to().schema() == null && one.to().name().equals(schema))
                .map(one -> one.from().name())
                .findFirst()
                .orElse(schema);
    }

    private static String oldName(String schema, String name, List<Renames.Accepted> accepted) {
        return accepted.stream()
                .filter(one -> one.to().parent() == null
                        && one.to().schema() != null
                        && one.to().schema().text().equals(schema)
                        && RenamedDefinitions.newName(one).equals(name))
                .map(one -> OwnName.of(one.thing()))
                .findFirst()
                .orElse(name);
    }
}
