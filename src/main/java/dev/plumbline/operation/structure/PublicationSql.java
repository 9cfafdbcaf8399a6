package dev.plumbline.operation.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Publications of all tables, which only a superuser may make (PostgreSQL manual CREATE PUBLICATION), written anew from the names and words in them. */
final class PublicationSql {
    private static final Pattern CREATE = Pattern.compile(
            "CREATE\\s+PUBLICATION\\s+(\"(?:[^\"]|\"\")+\"|\\w+)\\s+FOR\\s+ALL\\s+TABLES\\s*(?:WITH\\s*\\(([^()]*)\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION =
            Pattern.compile("(\\w+)\\s*=\\s*(?:'([a-z, ]*)'|(\\w+))\\s*(?:,\\s*|$)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OPTIONS =
            Set.of("publish", "publish_via_partition_root", "publish_generated_columns");

    private PublicationSql() {}

    /** Empty for any other statement, and for one that is not understood whole: the server then refuses it to the login without power. */
    static Optional<Sql> of(ScriptStatement statement) {
        Matcher create = CREATE.matcher(statement.text().strip());
        if (!create.matches()) {
            return Optional.empty();
        }
        String written = create.group(1);
        Name name = written.startsWith("\"")
                ? Name.of(written.substring(1, written.length() - 1).replace("\"\"", "\""))
                : Name.of(written.toLowerCase(Locale.ROOT));
        Sql made = Sql.of("CREATE PUBLICATION %I FOR ALL TABLES", name);
        return options(create.group(2))
                .map(options -> options.isEmpty() ? made : Sql.of("%s WITH (%s)", made, Sql.join(", ", options)));
    }

    private static Optional<List<Sql>> options(@Nullable String list) {
        List<Sql> options = new ArrayList<>();
        String rest = list == null ? "" : list.strip();
        Matcher option = OPTION.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!option.find(at) || option.start() != at) {
                return Optional.empty();
            }
            String word = option.group(1).toLowerCase(Locale.ROOT);
            if (!OPTIONS.contains(word)) {
                return Optional.empty();
            }
            String value = option.group(2) != null ? option.group(2) : option.group(3);
            options.add(Sql.of("%I = %L", Name.of(word), value));
            at = option.end();
        }
        return Optional.of(options);
    }
}
