package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How Velocity names the schema and the tables of a SchemaDefinition: lower case, with {@code - . /} and blanks written as underscores. */
public record SchemaNames(Name schema, Name table) {
    private static final Pattern ACCEPTED = Pattern.compile("[a-z0-9_]{1,63}");

    /** @throws ProblemException where a name comes out as one that Velocity refuses */
    public static SchemaNames of(SchemaDefinition definition) {
        String schema = schema(definition);
        String table = table(definition);
        return find(definition).orElseThrow(() -> refused(definition, isAccepted(schema) ? table : schema));
    }

    /** Empty where a name comes out as one that Velocity refuses. */
    public static Optional<SchemaNames> find(SchemaDefinition definition) {
        String schema = schema(definition);
        String table = table(definition);
        return isAccepted(schema) && isAccepted(table)
                ? Optional.of(new SchemaNames(Name.of(schema), Name.of(table)))
                : Optional.empty();
    }

    private static String schema(SchemaDefinition definition) {
        return sanitized(String.join("_", definition.organisation(), definition.application(), definition.domain()));
    }

    private static String table(SchemaDefinition definition) {
        return sanitized(definition.ref().name()) + "_" + sanitized(definition.version());
    }

    /** The tables that belong to it: its own, the history and the outbox. */
    public Set<Name> claimed() {
        return Set.of(table, Name.cut(table.text() + "_history"), Name.cut(table.text() + "_outbox"));
    }

    public static String sanitized(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-. /]", "_");
    }

    private static boolean isAccepted(String name) {
        return ACCEPTED.matcher(name).matches();
    }

    private static ProblemException refused(SchemaDefinition definition, String name) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "VEL-401",
                "name the table of SchemaDefinition",
                definition.ref().shown(),
                "\"" + Visible.text(name) + "\" is no name that Velocity accepts (a-z, 0-9 and _, at most 63).",
                "Correct the labels velocity.sh/org, /app, /domain, the name or spec.version."));
    }
}
