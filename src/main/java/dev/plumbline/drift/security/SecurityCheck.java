package dev.plumbline.drift.security;

import java.util.List;

/**
 * One question about roles and grants. {@code code} names its class, its page under docs/checks and its scenarios; {@code severity} is what
 * its findings weigh unless they say otherwise. What the server or an extension made is no finding.
 */
public interface SecurityCheck {
    String code();

    String title();

    Severity severity();

    /** The subjects of {@link dev.plumbline.model.Gap} without which silence would not mean that there is nothing. */
    List<String> restsOn();

    /** True when a finding says that something is not there: with a gap it would be a guess, so none is made. */
    default boolean restsOnAbsence() {
        return false;
    }

    List<SecurityFinding> find(AccessSituation situation);
}
