package dev.plumbline.catalog.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;

/** The things of one reading, each with the row of the catalog that it is, by which {@code pg_depend} speaks of it. */
final class ReadThings {
    private final List<Structure> things = new ArrayList<>();
    private final List<String> catalogs = new ArrayList<>();
    private final Numbers oids = new Numbers();
    private final Numbers subs = new Numbers();

    interface Visitor {
        void visit(String catalog, int oid, int sub, StructureName name);
    }

    void add(String catalog, Structure thing, int oid, int sub) {
        things.add(thing);
        catalogs.add(catalog);
        oids.add(oid);
        subs.add(sub);
    }

    List<Structure> things() {
        return things;
    }

    void forEach(Visitor visitor) {
        for (int at = 0; at < things.size(); at++) {
            visitor.visit(
                    catalogs.get(at), oids.get(at), subs.get(at), things.get(at).name());
        }
    }
}
