package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.operation.runbook.PortForward;
import dev.plumbline.runbook.document.Block;
import java.util.List;
import java.util.Map;

/** {@code port-forward}: makes a port of a pod, Service or Deployment reachable on 127.0.0.1 while the run is open; its number there is captured as {@code as} says, {@code port} where it says nothing. */
final class PortForwardAction implements StepAction {
    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        KubeObjects.Address address = KubeAddress.of(block, fields, scope);
        int port = fields.path("port").asInt();
        String command = "forward port " + port + " of " + KubeAddress.shown(address, fields) + " to 127.0.0.1";
        return Preparing.of(KubeAddress.reading(block, scope, address, command), (approval, listener, token) -> {
            PortForward forward = scope.tools()
                    .forwards()
                    .open(
                            address.context(),
                            address.kind(),
                            address.namespace(),
                            address.name(),
                            fields.path("selector").asText(""),
                            port,
                            token);
            scope.forwards().keep(block.id(), forward);
            return new Ran(
                    forward.shown(),
                    List.of(),
                    Map.of(fields.path("as").asText("port"), String.valueOf(forward.localPort())),
                    true);
        });
    }
}
