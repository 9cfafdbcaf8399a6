package dev.plumbline.migration.directory;

import java.util.List;
import java.util.regex.Pattern;

/** Whose migrations a directory holds: how its files are named and bracketed, and where a database keeps which of them it had. */
public enum DirectoryForm {
    /** <a href="https://atlasgo.io">Atlas</a>: {@code atlas.sum}, {@code atlas_schema_revisions}. */
    ATLAS("Atlas", "atlas_schema_revisions", "atlas_schema_revisions"),
    /** pg-flux (its {@code pkg/migrate}): names of dates, ways back, {@code _pgflux.migrations}. */
    PG_FLUX("pg-flux", "_pgflux", "migrations");

    private static final Pattern OF_PG_FLUX = Pattern.compile("\\d{8}_\\d{6}(?:_\\d{3})?(?:_[A-Za-z0-9_]+)?\\.sql");
    private static final String UNDO = "_undo.sql";

    private final String tool;
    private final String schema;
    private final String table;

    DirectoryForm(String tool, String schema, String table) {
        this.tool = tool;
        this.schema = schema;
        this.table = table;
    }

    /** Who else works with such a directory. */
    public String tool() {
        return tool;
    }

    /** Of the table of what was run, where nobody chose another one. */
    public String schema() {
        return schema;
    }

    /** Of what was run. */
    public String table() {
        return table;
    }

    /**
     * By what lies there: a directory with {@code atlas.sum} is Atlas', and so is one of which not every migration is called as pg-flux calls what it generates.
     *
     * @param names of all files
     */
    static DirectoryForm of(List<String> names) {
        List<String> migrations = names.stream()
                .filter(name -> name.endsWith(".sql") && !isUndo(name))
                .toList();
        boolean flux = !names.contains(MigrationDirectory.SUM)
                && !migrations.isEmpty()
                && migrations.stream().allMatch(name -> OF_PG_FLUX.matcher(name).matches());
        return flux ? PG_FLUX : ATLAS;
    }

    /** Whether pg-flux takes a file for the way back of another. */
    static boolean isUndo(String name) {
        return name.endsWith(UNDO);
    }

    /** Where the way back of a file lies when it has a file of its own. */
    static String undoOf(String name) {
        return name.substring(0, name.length() - ".sql".length()) + UNDO;
    }
}
