package dev.plumbline.ui.roles;

/** How much is drawn: everything ({@code hops} negative), or the neighbours of a node. */
record Focus(String node, int hops) {
    static final Focus EVERYTHING = new Focus("", -1);

    boolean isEverything() {
        return hops < 0;
    }
}
