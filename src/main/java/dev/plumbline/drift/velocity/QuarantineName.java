package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.TableSize;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a table is called while it is set aside: {@code <schema>__<table>__<YYYYMMDD_HHMMSS>} in UTC, as Velocity's own command names it. */
public record QuarantineName(Name schema, Name table) {
    /** Where tables are while they are set aside. */
    public static final String QUARANTINE = "platform_quarantine";

    private static final String BETWEEN = "__";
    private static final Pattern FORM = Pattern.compile("(.+?)__(.+)__\\d{8}_\\d{6}");
    /** A name as SQL writes it in double quotes, or one without a dot, taken as it stands. */
    private static final String PART = "\"(?:[^\"]|\"\")+\"|[^.\"][^.]*";

    private static final Pattern WRITTEN = Pattern.compile("(" + PART + ")\\.(" + PART + "|[^\"].*)", Pattern.DOTALL);
    /** Stands in a name that was cut, so that none is taken for whole. */
    private static final String CUT = "__cut";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Where it came from, as far as the name tells; empty for a name of another form, or one that was cut. */
    public static Optional<QuarantineName> read(Name name) {
        Matcher parts = FORM.matcher(name.text());
        return parts.matches() && !name.text().contains(CUT + "__")
                ? Optional.of(new QuarantineName(Name.of(parts.group(1)), Name.of(parts.group(2))))
                : Optional.empty();
    }

    /** {@code schema.table} as a person writes it, each in double quotes or not; empty for what is not of this form. */
    public static Optional<QuarantineName> written(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new QuarantineName(Name.of(bare(parts.group(1))), Name.of(bare(parts.group(2)))))
                : Optional.empty();
    }

    /** Those of the tables that were set aside out of one of these schemas, as far as their names tell. */
    public static List<TableSize> aside(Collection<TableSize> tables, Collection<Name> schemas) {
        return tables.stream()
                .filter(table -> table.schema().text().equals(QUARANTINE))
                .filter(table ->
                        schemas.stream().anyMatch(schema -> table.table().text().startsWith(schema.text() + BETWEEN)))
                .toList();
    }

    /** As {@link #written} reads it. */
    public String written() {
        return part(schema) + "." + part(table);
    }

    /** What to begin with where the name of a table that was set aside tells no more than its schema. */
    public static String begin(Name aside) {
        int end = aside.text().indexOf(BETWEEN);
        return end <= 0 ? "" : part(Name.of(aside.text().substring(0, end))) + ".";
    }

    private static String part(Name name) {
        String text = name.text();
        return text.indexOf('.') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String bare(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    /** Where all of it has more than 63 bytes the time stays whole, and the rest is cut and says so: {@link #wasCut}. */
    public Name at(Instant time) {
        String end = "__" + TIME.format(time);
        String whole = schema.text() + "__" + table.text() + end;
        if (fits(whole)) {
            return Name.of(whole);
        }
        end = CUT + end;
        String begin = Name.cut(schema.text() + "__" + table.text()).text();
        while (!fits(begin + end)) {
            begin = begin.substring(0, begin.offsetByCodePoints(begin.length(), -1));
        }
        return Name.of(begin + end);
    }

    /** Then the name does not tell where the table came from. */
    public boolean wasCut(Name name) {
        return !read(name).equals(Optional.of(this));
    }

    private static boolean fits(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= Name.MAX_BYTES;
    }
}
