package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.StructureKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The definition of each kind. */
final class Definitions {
    private final Map<StructureKind, Definition> ofKind = new EnumMap<>(StructureKind.class);

    Definitions() {
        for (StructureKind kind : StructureKind.values()) {
            ofKind.put(kind, definition(kind));
        }
    }

    Definition of(StructureKind kind) {
        return Objects.requireNonNull(ofKind.get(kind));
    }

    private static Definition definition(StructureKind kind) {
        return switch (kind) {
            case SCHEMA -> new SchemaDefinition();
            case COLLATION -> new CollationDefinition();
            case FOREIGN_SERVER -> new ServerDefinition();
            case EXTENSION -> new ExtensionDefinition();
            case ENUM -> new EnumDefinition();
            case DOMAIN -> new DomainDefinition();
            case COMPOSITE -> new CompositeDefinition();
            case RANGE -> new RangeDefinition();
            case SEQUENCE -> new SequenceDefinition();
            case TABLE, FOREIGN_TABLE -> new TableDefinition();
            case COLUMN -> new ColumnDefinition();
            case CONSTRAINT -> new ConstraintDefinition();
            case INDEX -> new IndexDefinition();
            case VIEW, MATERIALIZED_VIEW -> new ViewDefinition();
            case ROUTINE -> new RoutineDefinition();
            case AGGREGATE -> new AggregateDefinition();
            case OPERATOR -> new OperatorDefinition();
            case OPERATOR_FAMILY -> new OperatorFamilyDefinition();
            case OPERATOR_CLASS -> new OperatorClassDefinition();
            case CAST -> new CastDefinition();
            case TEXT_SEARCH_DICTIONARY -> new DictionaryDefinition();
            case TEXT_SEARCH_CONFIGURATION -> new ConfigurationDefinition();
            case CONVERSION -> new ConversionDefinition();
            case TRIGGER -> new TriggerDefinition();
            case POLICY -> new PolicyDefinition();
            case RULE -> new RuleDefinition();
            case STATISTICS -> new StatisticsDefinition();
            case EVENT_TRIGGER -> new EventTriggerDefinition();
            case PUBLICATION -> new PublicationDefinition();
        };
    }
}
