package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import java.util.Optional;

/** The database's owner: the only thing of ownership that the operator keeps looking at. */
final class DatabaseOwnerTruth implements TruthField {
    private static final String FIELD = "Database owner";

    @Override
    public Optional<TruthRow> row(Reading reading) {
        return declared(reading.resource().ownership()).map(owner -> row(reading, owner));
    }

    private static TruthRow row(Reading reading, Name declared) {
        String status = Written.shownOr(reading.resource().statusDatabaseOwner(), "says nothing");
        String spec = declared.shown();
        Optional<Name> actual = reading.snapshot()
                .filter(snapshot -> snapshot.gapAbout(Gap.DATABASE).isEmpty())
                .map(snapshot -> snapshot.database().owner());
        if (!reading.specWrong().isEmpty()) {
            String catalog = actual.map(Name::shown).orElse("?");
            return new TruthRow(FIELD, spec, status, catalog, TruthRow.Verdict.SPEC_WRONG, reading.specWrong());
        }
        if (actual.isEmpty()) {
            return new TruthRow(FIELD, spec, status, "?", TruthRow.Verdict.UNKNOWN, "The catalog was not read.");
        }
        TruthRow.Verdict verdict = verdict(reading, declared, actual.get());
        return new TruthRow(
                FIELD, spec, status, actual.get().shown(), verdict, explanation(verdict, status, actual.get()));
    }

    private static Optional<Name> declared(OwnershipModel model) {
        if (model instanceof OwnershipModel.Auto auto) {
            return Optional.of(auto.ownerRole());
        }
        if (model instanceof OwnershipModel.DefaultPrivilegesOff off) {
            return Optional.of(off.ownerRole());
        }
        return model instanceof OwnershipModel.Direct direct ? Optional.of(direct.owner()) : Optional.empty();
    }

    private static TruthRow.Verdict verdict(Reading reading, Name declared, Name actual) {
        String status = reading.resource().statusDatabaseOwner();
        boolean statusNamesActual = status.isEmpty() || status.equals(actual.text());
        if (actual.equals(declared)) {
            return statusNamesActual ? TruthRow.Verdict.AGREE : TruthRow.Verdict.STATUS_STALE;
        }
        if (statusNamesActual) {
            return TruthRow.Verdict.CATALOG_WRONG;
        }
        return reading.lagging() || !status.equals(declared.text())
                ? TruthRow.Verdict.STATUS_STALE
                : TruthRow.Verdict.STATUS_LIES;
    }

    private static String explanation(TruthRow.Verdict verdict, String status, Name actual) {
        return switch (verdict) {
            case AGREE -> "The database belongs to the declared owner.";
            case CATALOG_WRONG -> "The database belongs to " + actual.shown() + ", not to the declared owner.";
            case STATUS_LIES ->
                "The status names the declared owner, but the database belongs to " + actual.shown() + ".";
            case STATUS_STALE -> "The status names " + status + "; the database belongs to " + actual.shown() + " now.";
            case SPEC_WRONG, UNKNOWN -> "";
        };
    }
}
