package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Some things of a structure for a script's guard: what they were as rows, and the query that finds the same rows on a server with the readers' own queries. A row is kind, schema,
 * parent, name and the SHA-256 of the properties. Comments and the order of columns are in none.
 *
 * @param names things that the script touches, there or not
 * @param wholes relations and domains whose every part is looked at
 */
public record GuardedThings(Set<StructureName> names, Set<StructureName> wholes) {
    /** What a reader's row holds besides the properties, and what is no property of the thing itself. */
    private static final Set<String> LEFT_OUT = Set.of("comment", "position");

    private record Whole(String schema, String name) {
        static Whole of(StructureName name) {
            return new Whole(text(name.schema()), name.name());
        }

        static Whole ofPart(StructureName part) {
            return new Whole(text(part.schema()), text(part.parent()));
        }

        private static String text(@Nullable Name name) {
            return name == null ? "" : name.text();
        }
    }

    public GuardedThings {
        names = Set.copyOf(names);
        wholes = Set.copyOf(wholes);
    }

    /** The rows that these things had. */
    public Sql expected(StructureSnapshot from) {
        Set<Whole> whole = wholeKeys();
        List<Sql> rows = new ArrayList<>();
        for (Structure thing : from.things()) {
            StructureName name = thing.name();
            if (names.contains(name) || name.kind().isPart() && whole.contains(Whole.ofPart(name))) {
                rows.add(Sql.of(
                        "(%L, %L, %L, %L, %L)",
                        name.kind().name(),
                        Whole.text(name.schema()),
                        Whole.text(name.parent()),
                        name.name(),
                        hash(thing)));
            }
        }
        return rows.isEmpty()
                ? Sql.of("SELECT '', '', '', '', '' WHERE false")
                : Sql.of("VALUES\n        %s", Sql.join(",\n        ", rows));
    }

    private Set<Whole> wholeKeys() {
        Set<Whole> keys = new HashSet<>();
        wholes.forEach(name -> keys.add(Whole.of(name)));
        return keys;
    }

    /** The rows that a server has of them now. */
    public Sql found() {
        List<Sql> queries = new ArrayList<>();
        for (StructureSubject subject : StructureSubject.values()) {
            List<Sql> conditions = conditions(subject);
            if (!conditions.isEmpty()) {
                queries.add(Sql.of(
                        """
                        SELECT COALESCE(thing ->> 'kind', %L) AS kind, COALESCE(thing ->> 'schema', '') AS schema,
                               COALESCE(thing ->> 'parent', '') AS parent, thing ->> 'name' AS name,
                               pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(COALESCE(
                                   (SELECT pg_catalog.string_agg(property.key || '=' || property.value, E'\\n' ORDER BY property.key COLLATE "C")
                                      FROM pg_catalog.jsonb_each_text(thing) AS property (key, value)
                                     WHERE property.key <> ALL ('{oid,sub,relation,schema,parent,name,kind,position}')), ''), 'UTF8')), 'hex') AS line
                          FROM (SELECT pg_catalog.to_jsonb(read.*) AS thing FROM (
                      %s
                          ) AS read WHERE %s) AS found""",
                        subject.kinds().get(0).name(),
                        new Sql(SqlText.of(subject.file())),
                        Sql.join("\n             OR ", conditions)));
            }
        }
        return queries.isEmpty()
                ? Sql.of("SELECT '', '', '', '', '' WHERE false")
                : Sql.join("\n      UNION ALL\n", queries);
    }

    /** Of plain columns, so that the server describes no more than it has to. */
    private List<Sql> conditions(StructureSubject subject) {
        List<Sql> conditions = new ArrayList<>();
        StructureKind first = subject.kinds().get(0);
        Set<StructureName> mine = new TreeSet<>();
        names.stream().filter(name -> subject.kinds().contains(name.kind())).forEach(mine::add);
        if (first.isPart()) {
            list(mine.stream()
                            .map(name -> Sql.of(
                                    "(%L, %L, %L)", Whole.text(name.schema()), Whole.text(name.parent()), name.name()))
                            .toList())
                    .ifPresent(list -> conditions.add(Sql.of("(read.schema, read.parent, read.name) IN (%s)", list)));
            list(wholes.stream()
                            .sorted()
                            .map(name -> Sql.of("(%L, %L)", Whole.text(name.schema()), name.name()))
                            .toList())
                    .ifPresent(list -> conditions.add(Sql.of("(read.schema, read.parent) IN (%s)", list)));
        } else if (mine.stream().anyMatch(name -> name.schema() != null)) {
            list(mine.stream()
                            .map(name -> Sql.of("(%L, %L)", Whole.text(name.schema()), name.name()))
                            .toList())
                    .ifPresent(list -> conditions.add(Sql.of("(read.schema, read.name) IN (%s)", list)));
        } else {
            list(mine.stream().map(name -> Sql.of("%L", name.name())).toList())
                    .ifPresent(list -> conditions.add(Sql.of("read.name IN (%s)", list)));
        }
        return conditions;
    }

    private static Optional<Sql> list(Collection<Sql> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Sql.join(", ", List.copyOf(values)));
    }

    private static String hash(Structure thing) {
        Map<String, String> properties = new TreeMap<>();
        thing.properties().forEach((word, value) -> {
            if (!LEFT_OUT.contains(word)) {
                properties.put(word.replace(' ', '_'), value);
            }
        });
        List<String> lines = new ArrayList<>();
        properties.forEach((word, value) -> lines.add(word + "=" + value));
        return sha256(String.join("\n", lines));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
