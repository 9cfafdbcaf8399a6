package dev.plumbline.operation;

/** Whether the journal's hash chain holds: how many entries were verified, and where and why it breaks, empty when it does not. */
public record ChainState(long verified, String broken) {
    public boolean holds() {
        return broken.isEmpty();
    }
}
