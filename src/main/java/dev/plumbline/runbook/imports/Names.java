package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Slug;
import dev.plumbline.runbook.lint.KindTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inputs that values of the page become: those that are written more than once, the variables of its shell, and what its shell computes. */
final class Names {
    /** A table with its schema behind a word that tables follow; not {@code ON a.id = b.id}, and no function behind FROM. */
    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:(?:from|join)\\s+([a-z_]\\w*\\.[a-z_]\\w*)\\b(?!\\s*\\()|(?:into|update|table|on|only|exists|truncate)\\s+([a-z_]\\w*\\.[a-z_]\\w*)\\b(?!\\s*[=<>]))");

    private static final Pattern QUOTED = Pattern.compile("'\\$\\{?([A-Z][A-Z0-9_]*)\\}?'");
    private static final Pattern SHELL = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]*)\\}?");
    private static final Pattern COMPUTED = Pattern.compile("\\$\\(([^)]*)\\)");
    private static final Set<String> CATALOGS = Set.of("information_schema", "pg_catalog");
    private static final Set<String> SECRETS = Set.of("token", "password", "secret", "key", "pgpassword");

    /** {@code standard} is its default, empty where it has none. */
    record Named(String name, InputType type, String label, String standard) {}

    private final Map<String, Named> inputs = new LinkedHashMap<>();
    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private String table = "";

    Names(List<Draft> drafts) {
        Map<String, Integer> spaces = new LinkedHashMap<>();
        Map<String, Integer> objects = new LinkedHashMap<>();
        Map<String, Integer> tables = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            count(draft.text("namespace"), spaces);
            resource(draft).ifPresent(each -> count(each, objects));
            Matcher matcher = TABLE.matcher(draft.sql);
            while (matcher.find()) {
                String found = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                if (!CATALOGS.contains(found.substring(0, found.indexOf('.')))) {
                    count(found, tables);
                }
            }
        }
        objects.forEach((key, times) -> resource(key, times));
        spaces.forEach((value, times) -> space(value, times, spaces));
        tables.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(most -> table(most.getKey()));
    }

    private static void count(String value, Map<String, Integer> counts) {
        if (!value.isEmpty()) {
            counts.merge(value, 1, Integer::sum);
        }
    }

    private static Optional<String> resource(Draft draft) {
        return KindTable.standard()
                .find(draft.text("kind"))
                .or(() -> KindTable.standard().nearest(draft.text("kind")).flatMap(KindTable.standard()::find))
                .filter(facts -> !draft.text("name").isEmpty())
                .map(facts -> facts.kind() + "/" + draft.text("name"));
    }

    private void resource(String key, int times) {
        String[] both = key.split("/", 2);
        if (times > 1) {
            InputType type = InputType.ofWord(both[0].toLowerCase(Locale.ROOT)).orElse(InputType.TEXT);
            resources.put(key, add(both[0].toLowerCase(Locale.ROOT), type, both[0], both[1]));
        }
    }

    private void space(String value, int times, Map<String, Integer> all) {
        if (times > 1) {
            boolean isMost = all.values().stream().allMatch(each -> each <= times) && !inputs.containsKey("namespace");
            String name = isMost ? "namespace" : Slug.of(value).replace('-', '_') + "_namespace";
            namespaces.put(value, add(name, InputType.NAMESPACE, "Namespace " + value, value));
        }
    }

    private void table(String value) {
        table = value;
        String[] both = value.split("\\.", 2);
        add("table_schema", InputType.SCHEMA, "Schema of the table", both[0]);
        add("table_name", InputType.TEXT, "Name of the table", both[1]);
        add("table", InputType.TABLE, "Table", "${table_schema}.${table_name}");
    }

    private String add(String wanted, InputType type, String label, String standard) {
        String name = wanted.matches("[a-z][a-z0-9_]*") ? wanted : "input_" + wanted.replaceAll("[^a-z0-9_]", "_");
        String free = name;
        for (int number = 2; inputs.containsKey(free); number++) {
            free = name + "_" + number;
        }
        inputs.put(free, new Named(free, type, label, standard));
        return free;
    }

    List<Named> inputs() {
        return List.copyOf(inputs.values());
    }

    /** A field with inputs in the place of its values. */
    String field(Draft draft, String field, String value) {
        if (field.equals("namespace") && namespaces.containsKey(value)) {
            return "${" + namespaces.get(value) + "}";
        }
        Optional<String> key = resource(draft);
        if (field.equals("name") && key.isPresent() && resources.containsKey(key.get())) {
            return "${" + resources.get(key.get()) + "}";
        }
        if (field.equals("tables") && value.equals(table)) {
            return "${table}";
        }
        return draft.kind == BlockKind.MANUAL ? value.replaceAll("\\$\\{(\\w+)\\}", "\\$$1") : shell(value);
    }

    /** What the shell would have put there. */
    private String shell(String value) {
        Matcher computed = COMPUTED.matcher(value);
        if (computed.matches()) {
            String name = Slug.of(computed.group(1)).replace('-', '_');
            return "${" + once(name, InputType.TEXT, "What " + computed.group(1) + " prints") + "}";
        }
        return SHELL.matcher(value).replaceAll(match -> variable(match.group(1)));
    }

    /** A variable of the shell as an input, for a replacement. */
    private String variable(String shellName) {
        String name = shellName.toLowerCase(Locale.ROOT);
        boolean isSecret = SECRETS.stream().anyMatch(name::endsWith);
        return Matcher.quoteReplacement(
                "${" + once(name, isSecret ? InputType.SECRET : InputType.TEXT, name.replace('_', ' ')) + "}");
    }

    private String once(String name, InputType type, String label) {
        return inputs.containsKey(name) ? name : add(name, type, label, "");
    }

    String sql(String written) {
        String sql = QUOTED.matcher(written).replaceAll(match -> variable(match.group(1)));
        if (table.isEmpty()) {
            return sql;
        }
        String[] both = table.split("\\.", 2);
        return sql.replaceAll("\\b" + Pattern.quote(table) + "\\b", Matcher.quoteReplacement("${table:table}"))
                .replace("'" + both[0] + "'", "${table_schema}")
                .replace("'" + both[1] + "'", "${table_name}");
    }
}
