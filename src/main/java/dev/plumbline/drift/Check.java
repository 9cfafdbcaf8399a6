package dev.plumbline.drift;

import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;

/**
 * One question about a snapshot. Every check answers, whatever the others found; {@code code} names its class, its page under docs/checks
 * and its scenarios.
 */
public interface Check {
    String code();

    CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted);
}
