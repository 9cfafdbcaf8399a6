package dev.plumbline.sandbox;

import dev.plumbline.model.Secret;
import java.nio.file.Path;

/** A process that starts a server, says where, and waits to be killed. */
final class ServerToKill {
    private ServerToKill() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedServer server =
                EmbeddedServer.start(ServerOptions.temporary(ServerBinaries.onClassPath(), new Secret("to-be-killed"))
                        .withCache(Path.of(arguments[0])));
        System.out.println("started " + server.directory());
        Thread.currentThread().join();
    }
}
