package dev.plumbline.access.preflight;

import dev.plumbline.access.preflight.StatementNeed.Target;
import java.util.List;
import java.util.Optional;

/** CREATE …, by what it makes. */
final class CreateStatements {
    private CreateStatements() {}

    static StatementNeed classify(WordReader words) {
        words.take("CREATE");
        boolean replace = words.take("OR", "REPLACE");
        if (words.takeAny("TEMP", "TEMPORARY", "LOCAL", "GLOBAL")) {
            return StatementNeed.unknown("it makes something temporary, which asks for TEMPORARY on the database");
        }
        words.take("UNLOGGED");
        if (words.take("TABLE")) {
            return table(words);
        }
        if (words.take("VIEW")) {
            return StatementClassifier.named(words, name -> replacing(replace, Operation.CREATE_TABLES, name));
        }
        if (words.take("SEQUENCE")) {
            words.take("IF", "NOT", "EXISTS");
            return StatementClassifier.named(words, name -> StatementNeed.making(Operation.CREATE_TABLES, name));
        }
        if (words.take("UNIQUE", "INDEX") || words.take("INDEX")) {
            words.seek("ON");
            words.take("ONLY");
            return StatementClassifier.named(words, name -> StatementNeed.on(Operation.INDEX_TABLES, List.of(name)));
        }
        return words.takeAny("FUNCTION", "PROCEDURE") ? routine(words, replace) : others(words);
    }

    private static StatementNeed table(WordReader words) {
        words.take("IF", "NOT", "EXISTS");
        return StatementClassifier.named(words, name -> {
            if (words.next().equals("AS")) {
                return StatementNeed.unknown("it reads rows");
            }
            if (words.hasAny("INHERITS", "OF", "TABLESPACE", "LIKE")) {
                return StatementNeed.unknown("it asks for rights on other objects too");
            }
            Optional<List<Target>> refersTo = words.references();
            return refersTo.isEmpty()
                    ? StatementNeed.unknown("a table that it refers to is not understood")
                    : StatementNeed.making(Operation.CREATE_TABLES, name).referringTo(refersTo.get());
        });
    }

    private static StatementNeed routine(WordReader words, boolean replace) {
        return StatementClassifier.named(words, name -> {
            boolean plain = !words.has("LANGUAGE") || known(words);
            return plain
                    ? replacing(replace, Operation.CREATE_FUNCTIONS, name)
                    : StatementNeed.unknown("its language is neither sql nor plpgsql");
        });
    }

    private static boolean known(WordReader words) {
        words.seek("LANGUAGE");
        return words.takeAny("SQL", "PLPGSQL");
    }

    private static StatementNeed others(WordReader words) {
        if (words.takeAny("TYPE", "DOMAIN")) {
            return StatementClassifier.named(
                    words,
                    name -> words.next().equals("(")
                            ? StatementNeed.unknown("base types are a superuser's alone")
                            : StatementNeed.making(Operation.CREATE_TYPES, name));
        }
        if (words.take("TRIGGER") || words.take("CONSTRAINT", "TRIGGER")) {
            return StatementClassifier.onTable(words, Operation.CREATE_TRIGGERS);
        }
        if (words.take("EVENT", "TRIGGER")) {
            return StatementNeed.ofDatabase(Operation.EVENT_TRIGGERS);
        }
        if (words.take("POLICY")) {
            return StatementClassifier.onTable(words, Operation.POLICIES);
        }
        if (words.take("STATISTICS")) {
            return words.seek("FROM")
                    ? StatementClassifier.named(words, name -> StatementNeed.on(Operation.STATISTICS, List.of(name)))
                    : StatementNeed.unknown("the table is not understood");
        }
        if (words.take("FOREIGN", "DATA", "WRAPPER")) {
            return StatementNeed.ofDatabase(Operation.FOREIGN_DATA_WRAPPERS);
        }
        if (words.take("SERVER")) {
            return StatementNeed.ofDatabase(Operation.FOREIGN_SERVERS);
        }
        if (words.take("FOREIGN", "TABLE")) {
            words.take("IF", "NOT", "EXISTS");
            return StatementClassifier.named(words, name -> StatementNeed.making(Operation.FOREIGN_TABLES, name));
        }
        if (words.take("SCHEMA")) {
            return words.has("AUTHORIZATION")
                    ? StatementNeed.unknown("the schema's owner is another role")
                    : StatementNeed.ofDatabase(Operation.CREATE_SCHEMAS);
        }
        if (words.take("EXTENSION")) {
            String unknown = words.take("IF", "NOT", "EXISTS") ? "it asks for nothing when the extension is there" : "";
            return new StatementNeed(Operation.UNTRUSTED_EXTENSIONS, null, List.of(), null, List.of(), unknown);
        }
        return StatementNeed.unknown("this statement is not recognised");
    }

    /** OR REPLACE of what is there asks for its owner: it is both made and, when it exists, altered. */
    private static StatementNeed replacing(boolean replace, Operation operation, Target name) {
        List<Target> existing = replace ? List.of(name) : List.of();
        return new StatementNeed(operation, name.schema(), existing, name, List.of(), "");
    }
}
