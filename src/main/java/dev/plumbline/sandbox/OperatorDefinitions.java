package dev.plumbline.sandbox;

/** The custom resource definitions of dbops.dbprovision.io/v1alpha1, to be loaded into a Kubernetes API that should know its kinds. */
public final class OperatorDefinitions {
    private OperatorDefinitions() {}

    public static String yaml() {
        return SandboxFiles.read("crds.yaml");
    }
}
