package dev.plumbline.kube.resource;

import java.util.Arrays;
import java.util.Optional;

/** An operator whose resources are looked for, by API group; {@code version} is the one whose fields are known here. */
public enum CustomSystem {
    DBOPS("db-provision-operator", "dbops.dbprovision.io", "v1alpha1"),
    DBUPGRADE("DBUpgrade operator", "dbupgrade.subbug.learning", "v1alpha1"),
    VELOCITY("Velocity", "velocity.sh", "v1"),
    DBA_OPERATOR("dba-operator", "dbaoperator.app-sre.redhat.com", "v1alpha1");

    private final String shown;
    private final String group;
    private final String version;

    CustomSystem(String shown, String group, String version) {
        this.shown = shown;
        this.group = group;
        this.version = version;
    }

    public static Optional<CustomSystem> ofGroup(String group) {
        return Arrays.stream(values())
                .filter(system -> system.group.equals(group))
                .findFirst();
    }

    public String shown() {
        return shown;
    }

    public String group() {
        return group;
    }

    public String version() {
        return version;
    }
}
