package dev.plumbline.operation.runbook;

import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Schema and name of a table, written as in SQL: folded to small letters where it is not in double quotes; without a schema it is in public. */
record DumpName(Name schema, Name table) implements Comparable<DumpName> {
    private static final Pattern PART = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")+)\"|([^\".\\s(]+))(\\.)?");
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    static DumpName parse(String text) {
        List<Name> parts = parts(text.strip(), text.strip().length());
        if (parts.isEmpty() || parts.size() > 2) {
            throw invalid(text);
        }
        return parts.size() == 1
                ? new DumpName(Name.of("public"), parts.get(0))
                : new DumpName(parts.get(0), parts.get(1));
    }

    /** The table of a line that pg_restore writes: {@code COPY "Shop".orders (id) FROM stdin;}. */
    static DumpName ofCopy(String line) {
        List<Name> parts = parts(line.substring("COPY ".length()), 0);
        if (parts.size() != 2) {
            throw invalid(line);
        }
        return new DumpName(parts.get(0), parts.get(1));
    }

    static Name schema(String text) {
        List<Name> parts = parts(text.strip(), text.strip().length());
        if (parts.size() != 1) {
            throw invalid(text);
        }
        return parts.get(0);
    }

    /** @param end where the last name must end, 0 for anywhere */
    private static List<Name> parts(String text, int end) {
        List<Name> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        boolean more = true;
        int at = 0;
        while (more && part.find()) {
            String quoted = part.group(1);
            parts.add(Name.of(quoted == null ? part.group(2).toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\"")));
            more = part.group(3) != null;
            at = part.end();
        }
        if (more || end > 0 && at != end) {
            throw invalid(text);
        }
        return parts;
    }

    /** What pg_dump takes for exactly this table: in double quotes nothing is a pattern. */
    String pattern() {
        return Sql.quoted(schema) + "." + Sql.quoted(table);
    }

    /** As in SQL, in double quotes where it needs them. */
    String shown() {
        return part(schema) + "." + part(table);
    }

    private static String part(Name name) {
        return PLAIN.matcher(name.text()).matches() ? name.text() : Sql.quoted(name);
    }

    private static ProblemException invalid(String text) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "DUMP-NAME",
                "read the name",
                dev.plumbline.model.Visible.text(text),
                "it is not the name of a table or schema as SQL writes it.",
                "Write schema.table, in double quotes where it has capitals, dots or blanks."));
    }

    @Override
    public int compareTo(DumpName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema == 0 ? table.compareTo(other.table) : bySchema;
    }
}
