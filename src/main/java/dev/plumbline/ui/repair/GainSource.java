package dev.plumbline.ui.repair;

import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import java.util.Optional;

/** Says who gains and who loses by the steps that are chosen. Pure, and asked in the background. */
@FunctionalInterface
public interface GainSource {
    /** {@code proof} is of exactly this plan; a source that can read the difference from it says {@link Basis#PROVED}. */
    Told of(Plan chosen, Optional<Proof> proof, CancelToken cancel);

    /** What the difference rests on. */
    enum Basis {
        MODELLED,
        PROVED,
        /** Proved, and not what was computed: the server is right. */
        PROVED_OTHERWISE
    }

    /** The difference between the state read and the state after; {@code snapshot} names its roles. */
    record Told(PrivilegeDifference difference, AccessSnapshot snapshot, Basis basis) {}
}
