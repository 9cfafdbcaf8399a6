package dev.plumbline.runbook.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.ReadAccess;
import dev.plumbline.operation.runbook.DatabaseNames;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.step.RunbookTools;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the names that inputs may take: everything that lies in one place in one go. */
public final class NameLists {
    private static final Map<InputType, String> BUILT_IN =
            Map.of(InputType.DEPLOYMENT, "deployments.apps", InputType.POD, "pods", InputType.SECRET, "secrets");
    private static final Map<InputType, List<String>> PLURALS = Map.of(
            InputType.DATABASE, List.of("databases"),
            InputType.INSTANCE, List.of("databaseinstances", "clusterdatabaseinstances"),
            InputType.SCHEMA_DEFINITION, List.of("schemadefinitions"),
            InputType.DB_UPGRADE, List.of("dbupgrades"),
            InputType.MANAGED_DATABASE, List.of("manageddatabases"));
    private static final Comparator<ListedNames.Listed> BY_NAME =
            Comparator.comparing(ListedNames.Listed::value).thenComparing(ListedNames.Listed::within);
    private final RunbookTools tools;

    public NameLists(RunbookTools tools) {
        this.tools = tools;
    }

    /** Whether names of this type are custom resources, or the namespaces that they lie in. */
    public static boolean isOfEstate(InputType type) {
        return type == InputType.NAMESPACE || PLURALS.containsKey(type);
    }

    public static boolean isOfNamespace(InputType type) {
        return BUILT_IN.containsKey(type);
    }

    public static boolean isOfDatabase(InputType type) {
        return type == InputType.ROLE || type == InputType.SCHEMA || type == InputType.TABLE;
    }

    /**
     * @param types those that are asked for; others may come with them
     * @throws ProblemException where nothing could be read: the cluster or the server is not reached, or lets nobody in
     */
    public Map<InputType, ListedNames> read(
            NameSource source, Set<InputType> types, CancelToken cancel, Progress progress) {
        if (source instanceof NameSource.Estate estate) {
            return ofEstate(estate, types, cancel, progress);
        }
        if (source instanceof NameSource.Namespace namespace) {
            return ofNamespace(namespace, types, cancel, progress);
        }
        if (source instanceof NameSource.Claims claims) {
            return ofClaims(claims, cancel);
        }
        ReadAccess access = tools.operations().get().access().alsoOnCockroach();
        DatabaseNames names = source instanceof NameSource.Database database
                ? tools.databases().names(access, database.where(), cancel)
                : tools.databases().names(access, new DirectPlace(((NameSource.Connection) source).name()), cancel);
        return DatabaseLists.of(names, source);
    }

    private Map<InputType, ListedNames> ofEstate(
            NameSource.Estate source, Set<InputType> types, CancelToken cancel, Progress progress) {
        EstateContext estate = tools.operations().get().estate().read(source.context(), cancel, progress);
        Map<InputType, ListedNames> lists = new EnumMap<>(InputType.class);
        if (types.contains(InputType.NAMESPACE)) {
            lists.put(InputType.NAMESPACE, namespaces(source, estate, cancel));
        }
        PLURALS.forEach((type, plurals) -> lists.put(
                type,
                ListedNames.of(
                        estate.resources().stream()
                                .filter(each -> plurals.contains(each.ref().plural()))
                                .map(each -> new ListedNames.Listed(
                                        each.ref().namespace(), each.ref().name()))
                                .sorted(BY_NAME)
                                .toList(),
                        unlisted(estate, plurals))));
        return lists;
    }

    /** Tables by {@link #claimOf} the SchemaDefinition that claims them. */
    private Map<InputType, ListedNames> ofClaims(NameSource.Claims source, CancelToken cancel) {
        List<ListedNames.Listed> claimed = new ArrayList<>();
        tools.operations()
                .get()
                .schemas()
                .claims(source.context(), source.namespace(), cancel)
                .forEach((definition, names) -> names.claimed()
                        .forEach(table -> claimed.add(new ListedNames.Listed(
                                claimOf(definition), names.schema().text() + "." + table.text()))));
        return Map.of(InputType.TABLE, ListedNames.of(claimed, Optional.empty()));
    }

    /** What the tables of a SchemaDefinition are found {@link ListedNames#within}: a group has no dots. */
    public static String claimOf(String definition) {
        return definition.replace('.', '/');
    }

    /** Who may not list namespaces knows at least those that resources lie in. */
    private ListedNames namespaces(NameSource.Estate source, EstateContext estate, CancelToken cancel) {
        ListedNames listed = list(source.context(), "", InputType.NAMESPACE, "namespaces", cancel);
        Set<String> names = new TreeSet<>(estate.namespaces());
        names.addAll(listed.within(""));
        return ListedNames.of(
                names.stream().map(name -> new ListedNames.Listed("", name)).toList(), listed.unknown());
    }

    /** The problem that speaks of one of these kinds by its plural, as {@link EstateContext#problems} do. */
    private static Optional<Problem> unlisted(EstateContext estate, List<String> plurals) {
        Pattern word = Pattern.compile("\\b(" + String.join("|", plurals) + ")\\b");
        return estate.problems().stream()
                .filter(problem -> word.matcher(problem.object()).find())
                .findFirst();
    }

    private Map<InputType, ListedNames> ofNamespace(
            NameSource.Namespace source, Set<InputType> types, CancelToken cancel, Progress progress) {
        List<InputType> asked =
                types.stream().filter(NameLists::isOfNamespace).sorted().toList();
        Map<InputType, ListedNames> lists = new EnumMap<>(InputType.class);
        for (InputType type : asked) {
            cancel.check();
            String kind = BUILT_IN.getOrDefault(type, "");
            progress.report("listing " + kind + " of " + source.namespace(), lists.size(), asked.size());
            lists.put(type, list(source.context(), source.namespace(), type, kind, cancel));
        }
        return lists;
    }

    /** A kind that may not be listed leaves the others be; a cluster that is not reached is not asked once more. */
    private ListedNames list(String context, String namespace, InputType type, String kind, CancelToken cancel) {
        try {
            List<ListedNames.Listed> found = tools.kube().list(context, kind, namespace, "", cancel).stream()
                    .flatMap(each -> values(type, each))
                    .map(value -> new ListedNames.Listed(namespace, value))
                    .sorted(BY_NAME)
                    .toList();
            return ListedNames.of(found, Optional.empty());
        } catch (ProblemException refused) {
            if (refused.problem().kind() != Problem.Kind.FORBIDDEN
                    && refused.problem().kind() != Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            return ListedNames.unknown(refused.problem());
        }
    }

    /** Of a Secret its keys, whose values are not read here. */
    private static Stream<String> values(InputType type, KubeObjects.Found found) {
        String name = found.address().name();
        if (type != InputType.SECRET) {
            return Stream.of(name);
        }
        List<String> keys = new ArrayList<>();
        JsonNode data = found.object().path("data");
        data.fieldNames().forEachRemaining(keys::add);
        return keys.stream().map(key -> name + "/" + key);
    }
}
