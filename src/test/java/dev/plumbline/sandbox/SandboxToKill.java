package dev.plumbline.sandbox;

import java.nio.file.Path;

/** A process that starts a sandbox, in a directory when one is given, says where, and waits to be killed. */
final class SandboxToKill {
    private SandboxToKill() {}

    public static void main(String[] arguments) throws InterruptedException {
        Sandbox sandbox = Sandbox.start(
                arguments.length == 0 ? SandboxOptions.temporary() : SandboxOptions.in(Path.of(arguments[0])));
        System.out.println("started " + sandbox.kubeconfig());
        Thread.currentThread().join();
    }
}
