package dev.plumbline.sandbox;

import java.nio.file.Path;

/** A process that starts a sandbox in a directory, says so, and waits to be killed. */
final class SandboxToKill {
    private SandboxToKill() {}

    public static void main(String[] arguments) throws InterruptedException {
        Sandbox sandbox = Sandbox.start(SandboxOptions.in(Path.of(arguments[0])));
        System.out.println("started " + sandbox.kubeconfig());
        Thread.currentThread().join();
    }
}
