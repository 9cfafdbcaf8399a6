package dev.plumbline.operation.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.statement.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The statements of some files in their order, each judged: what is to be run, and what is told instead. */
record SqlScript(List<ScriptStatement> statements, List<String> notes) {
    SqlScript {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /** @throws ProblemException SQL-403 naming every statement that may not be run */
    static SqlScript of(List<SqlFile> files) {
        List<ScriptStatement> refused = new ArrayList<>();
        SqlScript script = of(files, refused);
        if (!refused.isEmpty()) {
            throw refusal(refused);
        }
        return script;
    }

    /** What may be run alone. */
    static SqlScript withoutRefused(List<SqlFile> files) {
        return of(files, new ArrayList<>());
    }

    private static SqlScript of(List<SqlFile> files, List<ScriptStatement> refused) {
        List<ScriptStatement> statements = new ArrayList<>();
        Map<String, List<String>> leftOut = new TreeMap<>();
        for (SqlFile file : files) {
            List<String> settings = new ArrayList<>();
            for (StatementSplitter.Part part : StatementSplitter.split(withoutMark(file.text()))) {
                ScriptStatement statement = ScriptStatement.of(file, part, settings);
                switch (statement.rule().treatment()) {
                    case REFUSED -> refused.add(statement);
                    case LEFT_OUT ->
                        leftOut.computeIfAbsent(statement.rule().why(), why -> new ArrayList<>())
                                .add(statement.place());
                    case SETTING -> settings.add(forTheSession(part.text()));
                    case NOTHING -> {}
                    case RUN, ROLE, EXTENSION, WRAPPER, EVENT_TRIGGER -> statements.add(statement);
                }
            }
        }
        List<String> notes = new ArrayList<>();
        leftOut.forEach((why, places) -> notes.add("Not run, since " + why + ": " + Told.few(places) + "."));
        return new SqlScript(statements, notes);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** No transaction is open here that would end what is set for it alone. */
    private static String forTheSession(String text) {
        return text.toUpperCase(Locale.ROOT).startsWith("SET LOCAL ") ? "SET " + text.substring(10) : text;
    }

    private static ProblemException refusal(List<ScriptStatement> refused) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "SQL-403",
                "Running SQL on the scratch server from",
                refused.get(0).place(),
                Told.few(refused.stream()
                                .map(statement -> statement.place() + " \"" + statement.beginning() + "\": "
                                        + statement.rule().why())
                                .toList())
                        + ".",
                "Nothing was run. Take it out of what is compared."));
    }
}
