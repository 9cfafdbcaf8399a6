package dev.plumbline.drift;

import java.util.Optional;

/** One row of the truth triangle; empty where the resource's ownership model does not speak of it. */
interface TruthField {
    Optional<TruthRow> row(Reading reading);

    /**
     * Who is wrong when the status calls a thing good or not, and the catalog has it good or not. A status from before the resource's last
     * change is stale rather than a lie.
     */
    static TruthRow.Verdict judge(Reading reading, boolean statusGood, boolean catalogGood) {
        if (catalogGood) {
            return statusGood ? TruthRow.Verdict.AGREE : TruthRow.Verdict.STATUS_STALE;
        }
        if (!statusGood) {
            return TruthRow.Verdict.CATALOG_WRONG;
        }
        return reading.lagging() ? TruthRow.Verdict.STATUS_STALE : TruthRow.Verdict.STATUS_LIES;
    }
}
