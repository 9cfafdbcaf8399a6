package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.OwnedKind;
import dev.plumbline.access.change.OwnedSet;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "own",
        description = {
            "Give an object another owner, or with --all-of everything that a role owns or a chosen part of it, a step an object.",
            "What changes with the owner is told before the plan."
        })
final class OwnCommand extends ChangeCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "OBJECT",
            description = "as for plumbline why: ledger.entries, schema:ledger…")
    private @Nullable String object;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ROLE", description = "the new owner")
    private @Nullable String role;

    @Option(names = "--all-of", paramLabel = "ROLE", description = "instead of OBJECT: all that this role owns")
    private @Nullable String allOf;

    @Option(names = "--to", paramLabel = "ROLE", description = "with --all-of: the new owner")
    private @Nullable String to;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "with --all-of: only what lies in it, and itself; may be repeated")
    private List<String> schemas = List.of();

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "KIND",
            description = "with --all-of: tables, views, sequences, routines, types, schemas, database, languages,"
                    + " foreign-data-wrappers, foreign-servers, tablespaces, large-objects")
    private List<String> kinds = List.of();

    OwnCommand(Session session, GlobalOptions options) {
        super(session, options);
    }

    @Override
    List<? extends AccessChange> changes(AccessNames names) {
        if (allOf != null && to != null && object == null) {
            return set(names, allOf).changes(names.role(to));
        }
        if (object == null || role == null || allOf != null || to != null) {
            throw names.mistake("Say OBJECT and ROLE, or --all-of ROLE --to ROLE.");
        }
        return List.of(new ChangeOwner(names.object(object), names.role(role)));
    }

    @Override
    AccessExtra extra(AccessNames names, AccessReport report, List<? extends AccessChange> changes) {
        if (allOf == null) {
            return super.extra(names, report, changes);
        }
        OwnedSet set = set(names, allOf);
        List<String> after = new ArrayList<>(TransferText.left(set));
        return owners(report, changes, after, node -> TransferText.add(node, set));
    }

    private OwnedSet set(AccessNames names, String owner) {
        Set<OwnedKind> chosen = EnumSet.noneOf(OwnedKind.class);
        for (String word : kinds) {
            chosen.add(OwnedKind.ofWord(word)
                    .orElseThrow(() -> names.mistake("There is no kind \"" + Visible.text(word) + "\", only "
                            + Arrays.stream(OwnedKind.values())
                                    .map(OwnedKind::word)
                                    .collect(Collectors.joining(", "))
                            + ".")));
        }
        Set<Name> in = schemas.stream().map(names::schema).collect(Collectors.toSet());
        return OwnedSet.of(names.snapshot(), names.role(owner), new OwnedSet.Choice(in, chosen));
    }
}
