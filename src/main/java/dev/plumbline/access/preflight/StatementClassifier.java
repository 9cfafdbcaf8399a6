package dev.plumbline.access.preflight;

import dev.plumbline.access.preflight.StatementNeed.Target;
import dev.plumbline.model.statement.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells from a statement's first words which {@link Operation} it is and on what. It is no parser: what it does not recognise, and what asks for rights
 * that its words do not show, such as reading rows, is unknown and says why.
 */
final class StatementClassifier {
    private static final String NOT_RECOGNISED = "this statement is not recognised";
    private static final String ROWS = "it reads or writes rows, or runs code";
    private static final String NAME = "its name is not understood";

    private StatementClassifier() {}

    static StatementNeed classify(String statement) {
        WordReader words = new WordReader(Words.of(statement));
        if (words.takeAny("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "END")
                || words.take("START", "TRANSACTION")) {
            return StatementNeed.NOTHING;
        }
        if (words.takeAny("INSERT", "UPDATE", "DELETE", "SELECT", "DO", "CALL", "COPY", "MERGE", "WITH", "TRUNCATE")) {
            return StatementNeed.unknown(ROWS);
        }
        return switch (words.next()) {
            case "CREATE" -> CreateStatements.classify(words);
            case "ALTER" -> alter(words);
            case "DROP" -> drop(words);
            case "COMMENT" -> comment(words);
            case "GRANT", "REVOKE" -> grant(words);
            case "SET" -> set(words);
            default -> StatementNeed.unknown(NOT_RECOGNISED);
        };
    }

    private static StatementNeed alter(WordReader words) {
        words.take("ALTER");
        if (words.take("TABLE") || words.take("FOREIGN", "TABLE")) {
            return alterTable(words);
        }
        if (words.take("VIEW") || words.take("MATERIALIZED", "VIEW")) {
            words.take("IF", "EXISTS");
            return named(words, name -> plainly(words, Operation.ALTER_TABLES, name));
        }
        if (words.takeAny("TYPE", "DOMAIN")) {
            return named(words, name -> plainly(words, Operation.ALTER_TYPES, name));
        }
        if (words.takeAny("FUNCTION", "PROCEDURE", "ROUTINE")) {
            return named(words, name -> plainly(words, Operation.ALTER_FUNCTIONS, name));
        }
        if (words.take("POLICY")) {
            return onTable(words, Operation.POLICIES);
        }
        return StatementNeed.unknown(NOT_RECOGNISED);
    }

    private static StatementNeed alterTable(WordReader words) {
        words.take("IF", "EXISTS");
        words.take("ONLY");
        return named(words, name -> {
            Optional<List<Target>> refersTo = words.references();
            if (refersTo.isEmpty()) {
                return StatementNeed.unknown(NAME);
            }
            boolean security = words.has("ROW") && words.has("SECURITY");
            if (words.hasAny("ATTACH", "DETACH", "INHERIT", "TABLESPACE")) {
                return StatementNeed.unknown("it asks for rights on other objects too");
            }
            boolean makes = words.hasAny(
                    "PRIMARY", "UNIQUE", "EXCLUDE", "IDENTITY", "SERIAL", "BIGSERIAL", "SMALLSERIAL", "RENAME");
            Operation operation =
                    security ? Operation.ROW_SECURITY : makes ? Operation.INDEX_TABLES : Operation.ALTER_TABLES;
            return plainly(words, operation, name).referringTo(refersTo.get());
        });
    }

    /** ALTER of an object's own properties; a new owner or schema asks for more than ownership. */
    private static StatementNeed plainly(WordReader words, Operation operation, Target name) {
        if (words.has("OWNER")) {
            return StatementNeed.unknown(
                    "the new owner must be a role that one may SET ROLE to, with CREATE on the schema");
        }
        if (words.has("SCHEMA") || words.has("RENAME") && operation != Operation.INDEX_TABLES) {
            return StatementNeed.unknown("it asks for CREATE on the schema besides ownership");
        }
        return StatementNeed.on(operation, List.of(name));
    }

    private static StatementNeed drop(WordReader words) {
        words.take("DROP");
        if (words.take("POLICY")) {
            return onTable(words, Operation.POLICIES);
        }
        if (words.take("TRIGGER")) {
            return onTable(words, Operation.ALTER_TABLES);
        }
        if (words.take("TABLE")
                || words.take("VIEW")
                || words.take("MATERIALIZED", "VIEW")
                || words.take("FOREIGN", "TABLE")) {
            words.take("IF", "EXISTS");
            List<Target> names = words.names();
            return names.isEmpty() ? StatementNeed.unknown(NAME) : StatementNeed.on(Operation.DROP_TABLES, names);
        }
        return StatementNeed.unknown(NOT_RECOGNISED);
    }

    private static StatementNeed comment(WordReader words) {
        words.take("COMMENT");
        words.take("ON");
        if (words.take("TABLE") || words.take("VIEW") || words.take("MATERIALIZED", "VIEW")) {
            return named(words, name -> StatementNeed.on(Operation.ALTER_TABLES, List.of(name)));
        }
        return StatementNeed.unknown(NOT_RECOGNISED);
    }

    private static StatementNeed grant(WordReader words) {
        if (!words.has("ON") || words.hasAny("(", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN", "ALL")) {
            return StatementNeed.unknown("only SELECT, INSERT, UPDATE and DELETE on named tables are looked at");
        }
        words.seek("ON");
        words.take("TABLE");
        if (words.takeAny(
                "SCHEMA",
                "DATABASE",
                "SEQUENCE",
                "FUNCTION",
                "PROCEDURE",
                "ROUTINE",
                "TYPE",
                "DOMAIN",
                "LANGUAGE",
                "FOREIGN",
                "LARGE",
                "TABLESPACE",
                "PARAMETER")) {
            return StatementNeed.unknown("only SELECT, INSERT, UPDATE and DELETE on named tables are looked at");
        }
        List<Target> names = words.names();
        return names.isEmpty() ? StatementNeed.unknown(NAME) : StatementNeed.on(Operation.GRANT_PRIVILEGES, names);
    }

    private static StatementNeed set(WordReader words) {
        words.take("SET");
        words.takeAny("LOCAL", "SESSION");
        return words.takeAny("LOCK_TIMEOUT", "STATEMENT_TIMEOUT", "CLIENT_MIN_MESSAGES", "CHECK_FUNCTION_BODIES")
                ? StatementNeed.NOTHING
                : StatementNeed.unknown("what comes after it may run otherwise");
    }

    static StatementNeed onTable(WordReader words, Operation operation) {
        return words.seek("ON")
                ? named(words, table -> StatementNeed.on(operation, List.of(table)))
                : StatementNeed.unknown(NAME);
    }

    static StatementNeed named(WordReader words, Function<Target, StatementNeed> then) {
        return words.name().map(then).orElseGet(() -> StatementNeed.unknown(NAME));
    }
}
