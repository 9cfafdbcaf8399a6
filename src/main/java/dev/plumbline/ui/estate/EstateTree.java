package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.estate.EstateNode.Kind;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.ManagedDestination;
import dev.plumbline.ui.fx.SchemaDestination;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.UpgradeDestination;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Computes the lines of the estate tree. Pure: it may run on any thread. */
final class EstateTree {
    static final String DATABASE = "Database";
    static final String DB_UPGRADE = "DBUpgrade";
    private static final String MANAGED_DATABASE = "ManagedDatabase";
    private static final String SCHEMA_DEFINITION = "SchemaDefinition";
    private static final Comparator<EstateResource> BY_NAME =
            Comparator.comparing((EstateResource resource) -> resource.ref().name());
    private final EstateFilter filter;

    private EstateTree(EstateFilter filter) {
        this.filter = filter;
    }

    /** With a filter, only what matches and what leads there. */
    static List<EstateNode> compute(
            Collection<ContextState> contexts, List<DirectConnection> directs, EstateFilter filter) {
        EstateTree tree = new EstateTree(filter);
        List<EstateNode> lines = new ArrayList<>();
        contexts.forEach(context -> tree.addContext(context, lines));
        tree.addDirects(directs, lines);
        return lines;
    }

    private void addContext(ContextState state, List<EstateNode> into) {
        String name = state.entry().name();
        String key = EstateNode.key("c", name);
        List<EstateNode> children = new ArrayList<>();
        state.estate().ifPresent(estate -> addNamespaces(estate, key, children));
        int count = children.stream().mapToInt(EstateNode::count).sum();
        if (!filter.isEmpty() && !filter.matches(name) && count == 0) {
            return;
        }
        if (filter.isEmpty()) {
            children.addAll(ContextWords.under(state, key, count == 0));
        }
        String aside = ContextWords.beside(state, counted(count));
        into.add(new EstateNode(Kind.CONTEXT, key, name, count, aside, new Destination.Context(name), null, children));
    }

    private void addNamespaces(EstateContext estate, String parent, List<EstateNode> into) {
        Map<String, List<EstateResource>> byNamespace = estate.resources().stream()
                .filter(this::matches)
                .collect(Collectors.groupingBy(
                        resource -> resource.ref().namespace(), TreeMap::new, Collectors.toList()));
        List<EstateResource> wide = byNamespace.remove("");
        byNamespace.forEach((namespace, found) -> into.add(namespace(parent, namespace, namespace, found)));
        if (wide != null) {
            into.add(namespace(parent, "", Texts.get("estate.clusterWide"), wide));
        }
    }

    private static EstateNode namespace(String parent, String namespace, String text, List<EstateResource> found) {
        String key = EstateNode.key(parent, "n", namespace);
        Map<String, List<EstateResource>> byKind = found.stream()
                .sorted(BY_NAME)
                .collect(Collectors.groupingBy(EstateResource::kind, TreeMap::new, Collectors.toList()));
        List<EstateNode> children = new ArrayList<>();
        List<EstateResource> databases = byKind.remove(DATABASE);
        if (databases != null) {
            databases.forEach(database -> children.add(resource(database)));
        }
        byKind.forEach((kind, members) -> children.add(branch(
                Kind.GROUP,
                EstateNode.key(key, "g", kind),
                kind,
                members.size(),
                members.stream().map(EstateTree::resource).toList())));
        return branch(Kind.NAMESPACE, key, text, found.size(), children);
    }

    private static EstateNode branch(Kind kind, String key, String text, int count, List<EstateNode> children) {
        return new EstateNode(kind, key, text, count, counted(count), null, null, children);
    }

    private static EstateNode resource(EstateResource resource) {
        ResourceRef ref = resource.ref();
        return new EstateNode(
                Kind.RESOURCE, keyOf(ref), ref.name(), 1, "", destinationOf(resource), resource, List.of());
    }

    private static String keyOf(ResourceRef ref) {
        return EstateNode.key("r", ref.context(), ref.plural(), ref.namespace(), ref.name());
    }

    static Destination destinationOf(EstateResource resource) {
        return switch (resource.kind()) {
            case DATABASE -> new Destination.DatabaseOverview(resource.ref());
            case SCHEMA_DEFINITION -> new SchemaDestination.SchemaDrift(resource);
            case DB_UPGRADE -> new UpgradeDestination.Gates(resource.ref());
            case MANAGED_DATABASE -> new ManagedDestination.Managed(resource.ref());
            default -> new Destination.Resource(resource);
        };
    }

    private boolean matches(EstateResource resource) {
        ResourceRef ref = resource.ref();
        return filter.isEmpty()
                || filter.matches(ref.context() + " " + ref.namespace() + " " + ref.name() + " " + resource.kind());
    }

    private void addDirects(List<DirectConnection> directs, List<EstateNode> into) {
        List<EstateNode> children = directs.stream()
                .filter(direct -> filter.matches(direct.name() + " " + direct.shown()))
                .map(EstateTree::direct)
                .toList();
        if (!children.isEmpty()) {
            into.add(branch(Kind.DIRECTS, EstateNode.key("d"), Texts.get("estate.directs"), children.size(), children));
        }
    }

    private static EstateNode direct(DirectConnection direct) {
        return new EstateNode(
                Kind.DIRECT,
                EstateNode.key("d", direct.name()),
                direct.name(),
                1,
                "",
                new Destination.Direct(direct.name()),
                null,
                List.of());
    }

    private static String counted(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
