package dev.plumbline.operation.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Statements about event triggers, which only a superuser may make, written anew from the names in them. What is not understood whole is refused: a superuser runs nothing that a
 * file wrote.
 */
final class EventTriggerSql {
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final Set<String> EVENTS =
            Set.of("ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite", "login");
    private static final Pattern CREATE =
            pattern("CREATE EVENT TRIGGER " + NAME + " ON (\\w+) (?:WHEN TAG IN ?\\(([^()]*)\\) )?"
                    + "EXECUTE (?:FUNCTION|PROCEDURE) (?:" + NAME + " ?\\. ?)?" + NAME + " ?\\( ?\\)");
    private static final Pattern ALTER =
            pattern("ALTER EVENT TRIGGER " + NAME + " (DISABLE|ENABLE|ENABLE REPLICA|ENABLE ALWAYS)");
    private static final Pattern OWNER = pattern("ALTER EVENT TRIGGER " + NAME + " OWNER TO " + NAME);
    private static final Pattern COMMENT = pattern("COMMENT ON EVENT TRIGGER " + NAME + " IS '((?:[^'\\\\]|'')*)'");
    private static final Pattern TAG = Pattern.compile("\\s*'([A-Za-z ]+)'\\s*");

    private EventTriggerSql() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(words.replace(" ?", "\\s*").replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE);
    }

    /** None for what is no structure. */
    static List<Sql> of(ScriptStatement statement) {
        String text = statement.text().strip();
        Matcher create = CREATE.matcher(text);
        if (create.matches()) {
            return List.of(create(create, statement));
        }
        Matcher alter = ALTER.matcher(text);
        if (alter.matches()) {
            return List.of(enabled(name(alter.group(1)), alter.group(2).toUpperCase(Locale.ROOT)));
        }
        Matcher comment = COMMENT.matcher(text);
        if (comment.matches()) {
            return List.of(Sql.of(
                    "COMMENT ON EVENT TRIGGER %I IS %L",
                    name(comment.group(1)), comment.group(2).replace("''", "'")));
        }
        if (OWNER.matcher(text).matches()) {
            return List.of();
        }
        throw refused(statement, "it is run by a superuser, and is not written in a form that is understood whole");
    }

    private static Sql create(Matcher parts, ScriptStatement statement) {
        String event = parts.group(2).toLowerCase(Locale.ROOT);
        if (!EVENTS.contains(event)) {
            throw refused(statement, "there is no such event");
        }
        String schema = parts.group(4);
        return Sql.of(
                "CREATE EVENT TRIGGER %I ON %I %s EXECUTE FUNCTION %I.%I()",
                name(parts.group(1)),
                Name.of(event),
                tags(parts.group(3), statement),
                schema == null ? Name.of("public") : name(schema),
                name(parts.group(5)));
    }

    private static Sql enabled(Name trigger, String how) {
        return switch (how.replaceAll("\\s+", " ")) {
            case "DISABLE" -> Sql.of("ALTER EVENT TRIGGER %I DISABLE", trigger);
            case "ENABLE REPLICA" -> Sql.of("ALTER EVENT TRIGGER %I ENABLE REPLICA", trigger);
            case "ENABLE ALWAYS" -> Sql.of("ALTER EVENT TRIGGER %I ENABLE ALWAYS", trigger);
            default -> Sql.of("ALTER EVENT TRIGGER %I ENABLE", trigger);
        };
    }

    private static Sql tags(@Nullable String list, ScriptStatement statement) {
        if (list == null) {
            return Sql.of("/**/");
        }
        List<Sql> tags = new ArrayList<>();
        for (String one : list.split(",", -1)) {
            Matcher tag = TAG.matcher(one);
            if (!tag.matches()) {
                throw refused(statement, "a tag is no word in quotes");
            }
            tags.add(Sql.of("%L", tag.group(1)));
        }
        return Sql.of("WHEN TAG IN (%s)", Sql.join(", ", tags));
    }

    private static Name name(String written) {
        return written.startsWith("\"")
                ? Name.of(written.substring(1, written.length() - 1).replace("\"\"", "\""))
                : Name.of(written.toLowerCase(Locale.ROOT));
    }

    private static ProblemException refused(ScriptStatement statement, String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "SQL-403",
                "Running SQL on the scratch server from",
                statement.place(),
                "\"" + statement.beginning() + "\": " + why + ".",
                "Write CREATE EVENT TRIGGER name ON event [WHEN TAG IN ('…')] EXECUTE FUNCTION schema.name()."));
    }
}
