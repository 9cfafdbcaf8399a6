package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.velocity.DeclaredConstraint;
import dev.plumbline.model.velocity.DeclaredIndex;
import dev.plumbline.model.velocity.DeclaredPolicy;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A SchemaDefinition of velocity.sh/v1 as what it declares; the words of Velocity's published pages are understood beside those of its definition. */
public final class SchemaDefinitionResource {
    /** Those of velocity.sh/v1's row filters. */
    private static final Set<String> OPERATORS = Set.of("eq", "neq", "gt", "gte", "lt", "lte");

    private static final String LABEL = "velocity.sh/";

    private SchemaDefinitionResource() {}

    public static SchemaDefinition declared(ResourceRef ref, JsonNode resource) {
        List<String> problems = new ArrayList<>();
        Fields root = Fields.of(resource, problems);
        Fields metadata = root.object("metadata");
        Fields labels = metadata.object("labels");
        Fields spec = root.object("spec");
        Fields status = root.object("status");
        List<Fields> filters = filters(spec);
        return new SchemaDefinition(
                ref,
                metadata.requiredText("uid"),
                metadata.requiredText("resourceVersion"),
                metadata.number("generation", 0),
                labels.requiredText(LABEL + "org"),
                labels.requiredText(LABEL + "app"),
                labels.requiredText(LABEL + "domain"),
                spec.requiredText("version"),
                tier(spec),
                SchemaFieldFields.of(spec),
                filters.stream()
                        .filter(filter -> !filter.has("name"))
                        .map(filter -> filter.requiredText("role"))
                        .filter(role -> !role.isEmpty())
                        .distinct()
                        .toList(),
                indexes(spec),
                constraints(spec),
                policies(filters),
                metadata.texts("annotations"),
                status.text("phase"),
                status.text("pgTable"),
                StatusFields.conditions(status),
                problems);
    }

    private static int tier(Fields spec) {
        return spec.find("search")
                .map(search -> search.text("tier"))
                .filter(word -> word.matches("Tier[123]"))
                .map(word -> word.charAt(word.length() - 1) - '0')
                .orElse(0);
    }

    private static List<Fields> filters(Fields spec) {
        List<Fields> filters = new ArrayList<>(spec.object("access").objects("rowFilter"));
        filters.addAll(spec.objects("rowFilter"));
        filters.forEach(SchemaDefinitionResource::requireKnownOperator);
        return filters;
    }

    private static void requireKnownOperator(Fields rowFilter) {
        rowFilter.find("filter").ifPresent(filter -> {
            String operator = filter.text("op");
            if (!operator.isEmpty() && !OPERATORS.contains(operator)) {
                filter.problem("op", "expected one of eq, neq, gt, gte, lt and lte, found \"" + operator + "\"");
            }
        });
    }

    private static List<DeclaredIndex> indexes(Fields spec) {
        return spec.objects("indexes").stream()
                .map(index -> new DeclaredIndex(
                        index.requiredText("name"), columns(index), index.flag("unique", false), index.text("where")))
                .filter(index -> !index.name().isEmpty())
                .toList();
    }

    private static List<DeclaredConstraint> constraints(Fields spec) {
        List<Fields> written = new ArrayList<>(spec.objects("constraints"));
        written.addAll(spec.objects("uniqueConstraints"));
        List<DeclaredConstraint> constraints = new ArrayList<>();
        for (Fields constraint : written) {
            String check = constraint.has("check") ? constraint.text("check") : constraint.text("expression");
            List<String> columns = check.isEmpty() ? columns(constraint) : List.of();
            String name = constraint.requiredText("name");
            if (check.isEmpty() && columns.isEmpty()) {
                constraint.problem("check", "expected a check or columns, found neither");
            } else if (!name.isEmpty()) {
                constraints.add(new DeclaredConstraint(name, columns, check));
            }
        }
        return constraints;
    }

    private static List<String> columns(Fields of) {
        List<String> columns = of.list("columns");
        return columns.isEmpty() ? of.list("fields") : columns;
    }

    private static List<DeclaredPolicy> policies(List<Fields> filters) {
        return filters.stream()
                .filter(filter -> filter.has("name"))
                .map(filter -> new DeclaredPolicy(
                        filter.requiredText("name"),
                        filter.has("using") ? filter.text("using") : filter.requiredText("condition")))
                .filter(policy ->
                        !policy.name().isEmpty() && !policy.condition().isEmpty())
                .toList();
    }
}
